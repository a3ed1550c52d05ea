// Being at one's poster: still here, back again, shifts, coverage.

export const attend = {
  stillHere: 'Still here?',
  stillHereHow: (seconds: number): string =>
    `Any key or press answers. Else your lamp goes off in ${seconds} s.`,
  here: 'I am here',
  lampOff: 'Your lamp is off.',
  lampOffHow: 'Visitors see you as away. Any key or press lights it.',
  light: 'Light it',
  isBack: (name: string, booth: number): string => `${name} is back at ${booth}.`,
  organisersCall: (booth: number): string => `The organisers ask for you at your booth ${booth}.`,
  go: 'Go',
  notNow: 'Not now',
  tellMe: 'Tell me when they are back',
  tellMeHow: 'You hear it once, wherever you are by then, also on another day.',
};

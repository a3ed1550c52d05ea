// Before the hall: landing and join page. The avatar and the time zone are chosen with the same words later.

import { counting } from '../counting';

const { n, plural } = counting('en-GB');

export const landing = {
  openYourLink: 'Open your personal link',
  how: 'The organisers sent it to you by e-mail. It brings you in with your name; there is nothing to sign up for.',
  lost: (contact: string): string => `No link, or lost it? Ask ${contact}.`,
  lostNoContact: 'No link, or lost it? Ask the organisers.',
  posters: (count: number): string => plural(count, 'poster', 'posters'),
  authorsHere: (count: number): string =>
    count === 0
      ? 'Authors come to their posters in the sessions'
      : count === 1
        ? '1 author at their poster now'
        : `${n(count)} authors at their posters now`,
  afterLink: (number: number): string => `Open your personal link and you land on poster ${number}.`,
  posterNotFound: (number: string): string => `There is no poster ${number}.`,
  posterInvited: 'This poster is for invited people.',
  couldNotLoad: 'The event did not answer. Check your connection and try again.',
};

export const join = {
  personal: 'Your link is personal. Nothing to sign up for.',
  nameLabel: 'Name on your tag',
  affiliation: 'Affiliation',
  fromInvitation: 'From your invitation.',
  somethingWrong: 'Something wrong?',
  organisersFix: 'The organisers fix it in a minute.',
  writeTo: (contact: string): string => `Write to ${contact} and they change it. Your link stays the same.`,
  writeToOrganisers: 'Write to the organisers and they change it. Your link stays the same.',
  notYou: (name: string): string => `Not ${name}?`,
  notYouHow: 'Do not enter; ask for your own link.',
  shortName: 'Short name',
  shortNameHint: 'Shown above your head, up to 16 characters.',
  avatar: 'Avatar',
  skin: 'Skin',
  hair: 'Hair',
  top: 'Top',
  extras: 'Extras',
  surprise: 'Surprise me',
  hairShape: 'Hair shape',
  topShape: 'Top shape',
  colour: 'Colour',
  colourOf: (what: string, number: number): string => `${what}, colour ${number}`,
  legsColour: 'Trousers',
  hairs: {
    short: 'Short',
    bob: 'Bob',
    long: 'Long',
    curls: 'Curls',
    bun: 'Bun',
    bald: 'Bald',
    scarf: 'Headscarf',
    cap: 'Cap',
    tail: 'Ponytail',
    turban: 'Turban',
    crop: 'Crop',
  },
  tops: {
    tee: 'T-shirt',
    hoodie: 'Hoodie',
    blazer: 'Blazer',
    stripe: 'Stripes',
    robe: 'Robe',
    vest: 'Vest',
  },
  glasses: 'Glasses',
  beard: 'Beard',
  headphones: 'Headphones',
  wheelchair: 'Wheelchair',
  howToStart: 'How to start',
  walk: 'Walk the hall',
  walkHint: 'See people and booths. Arrow keys, click or search.',
  walkHintPhone: 'Tap to walk. Pinch to zoom.',
  list: 'Use the list',
  listHint: 'The same live event as headings and lists. Good for screen readers and phones.',
  listHintPhone: 'Best on a phone. Posters, people and talks, live.',
  enter: 'Enter the hall',
  enterShort: 'Enter',
  entering: 'Entering',
  nothingAsked: 'No camera or microphone needed. Everything works with text.',
  presents: (numbers: string): string => `You present ${numbers}.`,
  codeOfConduct: 'Code of conduct',
  privacy: 'Privacy',
  badLink: 'This link does not open the hall.',
  badLinkHow:
    'It may have been replaced or has ended. Open the newest one from your e-mail, or ask for a new link.',
  noToken: 'Open your personal link again',
  noTokenHow: 'The address bar forgets it on purpose. It is in the e-mail the organisers sent you.',
  tooMany: (seconds: number): string =>
    `Too many tries. Wait ${plural(seconds, 'second', 'seconds')} and try again.`,
  /** By the code of the answer (docs/protocol.md). */
  refused: {
    unavailable: 'The hall cannot answer just now. Try again in a moment.',
    restarting: 'The hall restarts. Try again in a few seconds.',
    origin: 'This page is not the hall’s own. Open your personal link again.',
    other: 'That did not work. Open your personal link again.',
  },
  noCookies: 'Your browser refuses cookies.',
  noCookiesHow:
    'The hall needs one, to know you after Enter. Allow cookies for this address and open your link again.',
  offline: 'The hall did not answer.',
  offlineHow: 'Check your connection. Your link still works.',
  elsewhere: 'You are in the hall on another device.',
  elsewhereHow: 'Enter here, and the other device shows that you moved. Your avatar keeps its place.',
  enterHere: 'Enter here, leave the other device',
  stayThere: 'Stay on the other device',
  isOpenUntil: (at: string): string => `is open until ${at}.`,
  startsAt: (at: string): string => `starts at ${at}.`,
  authorsNow: (count: number): string =>
    count === 0
      ? 'No author is at a poster now.'
      : count === 1
        ? '1 author is at their poster now.'
        : `${n(count)} authors are at their posters now.`,
};

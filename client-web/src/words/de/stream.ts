// German: streams: the player, and the page for people without an invitation.

import { counting } from '../counting';
import type { Stream } from '../stream_words';

const { n, plural } = counting('de-DE');

export const player: Stream['player'] = {
  of: (title) => `Übertragung von ${title}`,
  play: 'Abspielen',
  pause: 'Anhalten',
  mute: 'Ton aus',
  unmute: 'Ton an',
  volume: 'Lautstärke',
  captions: 'Untertitel',
  full: 'Ganzer Bildschirm',
  position: 'Stelle',
  stand: 'An die Bühne',
  close: 'Übertragung schließen',
  live: 'Live',
  recording: 'Aufzeichnung',
  held: 'Alle sehen diesen Augenblick.',
  catching: 'Holt zu den anderen auf.',
  apart: 'Diese Übertragung trägt keine Zeiten: Zwischen zwei Menschen können einige Sekunden liegen.',
  paused: 'Angehalten. Abspielen geht mit dem weiter, was gerade läuft.',
  loading: 'Die Übertragung wird geholt.',
  waiting: 'Wartet auf die Übertragung.',
  ended: 'Die Übertragung ist zu Ende.',
  gone: 'Die Übertragung antwortet nicht.',
  goneHow: (seconds) => `Vielleicht hat sie noch nicht begonnen. Nächster Versuch in ${n(seconds)} Sekunden.`,
  broken: 'Diese Übertragung lässt sich nicht abspielen.',
  brokenHow:
    'Was von ihrer Adresse kommt, kann dieser Browser nicht lesen. Versuchen Sie es noch einmal, oder fragen Sie das Organisationsteam.',
  blocked: 'Diese Übertragung ist neuer als Ihre Seite.',
  blockedHow: 'Laden Sie die Seite neu, dann läuft sie. In der Halle behalten Sie Ihren Platz.',
  reload: 'Seite neu laden',
  retry: 'Noch einmal versuchen',
  elsewhere: (host) => `Auf ${host} ansehen`,
  elsewhereRecording: (host) => `Aufzeichnung auf ${host}`,
};

export const streamPage: Stream['streamPage'] = {
  heading: 'Übertragungen',
  all: 'Alle Übertragungen',
  none: 'Gerade ist keine Übertragung für alle offen.',
  noneHow: 'Wer eingeladen ist, sieht das ganze Programm in der Halle.',
  notHere: 'Hier ist keine Übertragung.',
  notHereHow:
    'Vielleicht ist die Adresse vertippt, oder die Sitzung ist für Eingeladene. Wer einen persönlichen Link hat, öffnet diesen.',
  couldNotLoad:
    'Die Veranstaltung hat nicht geantwortet. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  with: (names) => `Mit ${names}`,
  yourTime: (city) => `Ihre Zeit, ${city}`,
  eventTime: (hours, city) => `${hours} in ${city}`,
  running: 'Läuft jetzt',
  begins: 'Beginnt in',
  beginsNow: 'Beginnt gleich',
  days: (count) => plural(count, 'Tag', 'Tagen'),
  waits: 'Die Übertragung beginnt hier von selbst; dann steht hier „Abspielen“.',
  over: 'Vorbei',
  overHow: 'Es gibt noch keine Aufzeichnung.',
  onNoAddress: 'Die Übertragung hat noch keine Adresse.',
  invited: 'Eingeladen? Ihr persönlicher Link bringt Sie in die Halle.',
};

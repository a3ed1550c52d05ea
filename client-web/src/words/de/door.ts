// German: before the hall: landing and join page. The avatar and the time zone are chosen with the same words later.

import { counting } from '../counting';
import type { Door } from '../languages';

const { n, plural } = counting('de-DE');

export const landing: Door['landing'] = {
  openYourLink: 'Öffnen Sie Ihren persönlichen Link',
  how: 'Er kam per E-Mail vom Organisationsteam. Er bringt Sie mit Ihrem Namen herein; anmelden müssen Sie sich nirgends.',
  lost: (contact) => `Kein Link, oder verloren? Fragen Sie ${contact}.`,
  lostNoContact: 'Kein Link, oder verloren? Fragen Sie das Organisationsteam.',
  posters: (count) => `${n(count)} Poster`,
  authorsHere: (count) =>
    count === 0
      ? 'Zu den Sitzungen kommen Autor:innen an ihre Poster'
      : count === 1
        ? '1 Autor:in ist gerade am Poster'
        : `${n(count)} Autor:innen sind gerade an ihren Postern`,
  afterLink: (number) => `Öffnen Sie Ihren persönlichen Link, dann landen Sie bei Poster ${number}.`,
  posterNotFound: (number) => `Es gibt kein Poster ${number}.`,
  posterInvited: 'Dieses Poster ist für Eingeladene.',
  couldNotLoad:
    'Die Veranstaltung hat nicht geantwortet. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
};

export const join: Door['join'] = {
  personal: 'Ihr Link ist persönlich. Anmelden müssen Sie sich nirgends.',
  nameLabel: 'Name auf Ihrem Schild',
  affiliation: 'Einrichtung',
  fromInvitation: 'Aus Ihrer Einladung.',
  somethingWrong: 'Stimmt etwas nicht?',
  organisersFix: 'Das Organisationsteam ändert es in einer Minute.',
  writeTo: (contact) => `Schreiben Sie an ${contact}, dann wird es geändert. Ihr Link bleibt derselbe.`,
  writeToOrganisers: 'Schreiben Sie dem Organisationsteam, dann wird es geändert. Ihr Link bleibt derselbe.',
  notYou: (name) => `Nicht ${name}?`,
  notYouHow: 'Treten Sie nicht ein; bitten Sie um Ihren eigenen Link.',
  shortName: 'Kurzname',
  shortNameHint: 'Steht über Ihrem Kopf, bis zu 16 Zeichen.',
  avatar: 'Avatar',
  skin: 'Haut',
  hair: 'Haar',
  top: 'Oberteil',
  extras: 'Extras',
  surprise: 'Überraschung',
  hairShape: 'Frisur',
  topShape: 'Art des Oberteils',
  colour: 'Farbe',
  colourOf: (what, number) => `${what}, Farbe ${number}`,
  legsColour: 'Hose',
  hairs: {
    short: 'Kurz',
    bob: 'Bob',
    long: 'Lang',
    curls: 'Locken',
    bun: 'Dutt',
    bald: 'Glatze',
    scarf: 'Kopftuch',
    cap: 'Mütze',
    tail: 'Pferdeschwanz',
    turban: 'Turban',
    crop: 'Raspelkurz',
  },
  tops: {
    tee: 'T-Shirt',
    hoodie: 'Kapuzenpulli',
    blazer: 'Blazer',
    stripe: 'Streifen',
    robe: 'Gewand',
    vest: 'Weste',
  },
  glasses: 'Brille',
  beard: 'Bart',
  headphones: 'Kopfhörer',
  wheelchair: 'Rollstuhl',
  howToStart: 'Wie Sie anfangen',
  walk: 'Durch die Halle gehen',
  walkHint: 'Menschen und Stände sehen. Pfeiltasten, Klick oder Suche.',
  walkHintPhone: 'Tippen zum Gehen. Zwei Finger zum Zoomen.',
  list: 'Die Liste nehmen',
  listHint: 'Dieselbe Veranstaltung, live, als Überschriften und Listen. Gut für Screenreader und Handys.',
  listHintPhone: 'Am besten auf dem Handy. Poster, Personen und Vorträge, live.',
  enter: 'Die Halle betreten',
  enterShort: 'Eintreten',
  entering: 'Sie treten ein',
  nothingAsked: 'Keine Kamera, kein Mikrofon nötig. Alles geht mit Text.',
  presents: (numbers) => `Sie stellen ${numbers} vor.`,
  codeOfConduct: 'Verhaltensregeln',
  privacy: 'Datenschutz',
  badLink: 'Dieser Link öffnet die Halle nicht.',
  badLinkHow:
    'Er wurde vielleicht ersetzt oder ist abgelaufen. Öffnen Sie den neuesten aus Ihrer E-Mail oder bitten Sie um einen neuen.',
  noToken: 'Öffnen Sie Ihren persönlichen Link noch einmal',
  noTokenHow: 'Die Adresszeile vergisst ihn mit Absicht. Er steht in der E-Mail vom Organisationsteam.',
  tooMany: (seconds) =>
    `Zu viele Versuche. Warten Sie ${plural(seconds, 'Sekunde', 'Sekunden')} und versuchen Sie es noch einmal.`,
  refused: {
    unavailable: 'Die Halle kann gerade nicht antworten. Versuchen Sie es gleich noch einmal.',
    restarting: 'Die Halle startet neu. Versuchen Sie es in ein paar Sekunden noch einmal.',
    origin: 'Diese Seite gehört nicht zur Halle. Öffnen Sie Ihren persönlichen Link noch einmal.',
    other: 'Das hat nicht geklappt. Öffnen Sie Ihren persönlichen Link noch einmal.',
  },
  noCookies: 'Ihr Browser lehnt Cookies ab.',
  noCookiesHow:
    'Die Halle braucht einen, um Sie nach dem Eintreten zu kennen. Erlauben Sie Cookies für diese Adresse und öffnen Sie Ihren Link erneut.',
  offline: 'Die Halle hat nicht geantwortet.',
  offlineHow: 'Prüfen Sie Ihre Verbindung. Ihr Link gilt weiter.',
  elsewhere: 'Sie sind auf einem anderen Gerät in der Halle.',
  elsewhereHow:
    'Treten Sie hier ein, zeigt das andere Gerät, dass Sie gewechselt haben. Ihr Avatar behält seinen Platz.',
  enterHere: 'Hier eintreten, das andere Gerät verlassen',
  stayThere: 'Auf dem anderen Gerät bleiben',
  isOpenUntil: (at) => `ist bis ${at} geöffnet.`,
  startsAt: (at) => `beginnt um ${at}.`,
  authorsNow: (count) =>
    count === 0
      ? 'Gerade ist niemand vom Autorenteam an einem Poster.'
      : count === 1
        ? '1 Autor:in ist gerade am Poster.'
        : `${n(count)} Autor:innen sind gerade an ihren Postern.`,
};

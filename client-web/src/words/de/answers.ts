// German: what is told: the connection, refusals, measures.

import { counting } from '../counting';
import type { Words } from '../languages';

const { plural } = counting('de-DE');

const UNTIL_LIFTED = 'bis das Organisationsteam es aufhebt';

export const connection: Words['connection'] = {
  connecting: 'Sie kommen in die Halle',
  connectingHow: 'Ein, zwei Sekunden.',
  lostAt: (number) => `Verbindung verloren. Sie stehen weiter an ${number}.`,
  lost: 'Verbindung verloren. Ihr Platz bleibt Ihnen.',
  retryIn: (seconds) => `Neuer Versuch in ${seconds} Sek.; was Sie tippen, bleibt erhalten.`,
  retrying: 'Neuer Versuch läuft; was Sie tippen, bleibt erhalten.',
  retryNow: 'Jetzt versuchen',
  back: 'Wieder verbunden.',
  blocked: 'Ihr Netz sperrt die Live-Verbindung.',
  blockedHow:
    'Poster lassen sich lesen; Reden und Gehen brauchen sie. Ein anderes Netz hilft, oder Ihre Administration erlaubt WebSockets zu dieser Adresse. Wir versuchen es weiter.',
  ended: 'Sie sind abgemeldet.',
  endedHow: 'Öffnen Sie Ihren persönlichen Link, um wieder hereinzukommen.',
  over: 'Diese Veranstaltung ist vorbei.',
  overHow:
    'Ihre Poster und Fragen werden hier nicht mehr gezeigt. Das Organisationsteam weiß, wo sie jetzt sind.',
  left: 'Sie haben die Halle verlassen.',
  leftHow: 'Ihr Link oder dieser Knopf bringt Sie zurück.',
  comeBack: 'Wieder hereinkommen',
  signOut: 'Auf diesem Gerät abmelden',
  replaced: 'Dieser Tab ruht: Sie haben andere geöffnet.',
  replacedHow: 'Drei Tabs zugleich sind live.',
  useThis: 'Diesen Tab nehmen',
  partMissing: 'Dieser Teil der Seite wurde nicht geladen.',
  newer: 'Es gibt eine neuere Version.',
  newerHow: 'Laden Sie neu, wann es Ihnen passt; nichts geht verloren.',
  reload: 'Neu laden',
  unavailable: 'Die Halle antwortet nicht.',
};

export const reject: Words['reject'] = {
  not_allowed: 'Ihre Rolle erlaubt das nicht.',
  not_found: 'Diese Person ist gerade nicht hier.',
  rate_limited: (seconds) =>
    `Das war schnell. Versuchen Sie es in ${plural(seconds, 'Sekunde', 'Sekunden')} wieder.`,
  text_empty: 'Schreiben Sie zuerst etwas.',
  text_too_long: 'Das ist zu lang. 4.000 Zeichen sind die Grenze.',
  moved_on: 'Sie sind nicht mehr in diesem Gespräch.',
  nobody_near:
    'Niemand ist nah genug, um Sie zu hören. Gehen Sie auf jemanden zu oder schreiben Sie an einem Stand.',
  not_in_control: 'Ein anderer Ihrer Tabs bewegt Ihren Avatar.',
  room_closed: 'Dieser Breakout ist jetzt geschlossen.',
  room_full: 'Alle Plätze sind besetzt. Versuchen Sie es wieder, wenn jemand geht.',
  room_quiet: 'Jetzt schreibt nur, wer leitet oder das Wort hat.',
  room_taken: 'Der nächste Termin dort beginnt früher.',
  store_unavailable:
    'Gerade kann nichts gespeichert werden. Es bleibt hier und wird gesendet, sobald es geht.',
  no_free_place: 'Gerade ist kein Platz frei.',
  declined: 'Die Antwort war: jetzt nicht.',
  too_old: 'Das ist zu lange her, um es zu ändern.',
  undeliverable: 'Diese Nachricht lässt sich nicht zustellen.',
  event_closed: 'Die Veranstaltung ist zu Ende. Geredet wird nicht mehr.',
  before_doors: 'Die Türen sind noch nicht offen.',
  other: 'Das hat nicht geklappt.',
  offline: 'Keine Verbindung. Es bleibt erhalten und geht hinaus, sobald Sie wieder da sind.',
};

export const measure: Words['measure'] = {
  warned: 'Ein Wort vom Organisationsteam.',
  muted: (until) => `Sie können nicht schreiben, ${until ? `bis ${until}` : UNTIL_LIFTED}.`,
  removed: 'Das Organisationsteam hat Sie gebeten, die Halle zu verlassen.',
  banned: (until) => `Sie können nicht hereinkommen, ${until ? `bis ${until}` : UNTIL_LIFTED}.`,
  reason: (reason) => `Grund: ${/[.!?]$/.test(reason) ? reason : `${reason}.`}`,
  mutedHow: 'Poster und was andere schreiben, können Sie weiter lesen.',
  review: (contact) =>
    `Um eine Überprüfung zu bitten, schreiben Sie an ${contact || 'das Organisationsteam'}.`,
  seen: 'Ich habe es gelesen',
};

// German: status, settings, keys.

import type { More } from '../languages';

export const status: More['status'] = {
  heading: 'Status und Einstellungen',
  text: 'Was Sie gerade machen',
  textHint: 'Steht bei Ihrem Namen, bis zu 64 Zeichen.',
  away: 'Abwesend',
  awayHint: 'Ihre Lampe geht aus, und andere sehen „abwesend“.',
  doNotLocate: 'Nicht orten',
  doNotLocateHint: 'Listen und Suche sagen nicht, wo Sie sind. Wer neben Ihnen steht, sieht Sie weiter.',
  reduceMotion: 'Weniger Bewegung',
  reduceMotionHint: 'Avatare springen, die Kamera schneidet, Gesten stehen still.',
  letterKeys: 'Tasten mit einem Buchstaben',
  letterKeysHint: 'B, R, E, J, K, G, M und andere. Ausschalten hilft bei Spracheingabe.',
  theme: 'Farben',
  themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  timeZone: 'Zeitzone',
  how: 'Wie „Gehen“ mich hinbringt',
  hows: { auto: 'Nahes zu Fuß, sonst absetzen', walk: 'Immer zu Fuß', set_down: 'Immer absetzen' },
  look: 'Meinen Avatar ändern',
  shortName: 'Kurzname',
  saveStatus: 'Speichern',
  me: (name) => `Sie sind ${name}`,
  leave: 'Die Halle verlassen',
  leaveHow: 'Ihr Avatar geht. Ihr Link bringt Sie zurück.',
  keys: 'Alle Tasten',
  forgets: 'Ihr Browser speichert für diese Seite nichts.',
  forgetsHow: 'Was Sie hier wählen, gilt, bis Sie sie schließen oder neu laden.',
  done: 'Fertig',
};

export const help: More['help'] = {
  heading: 'Hilfe',
  keys: 'Tasten',
  walk: 'Gehen',
  search: 'Suche',
  next: 'Nächstes Poster der Liste',
  previous: 'Voriges Poster der Liste',
  go: 'G, dann eine Nummer und Eingabe: dort hinstellen',
  goPrompt: 'Zum Stand gehen',
  near: 'Wer und was in der Halle nahe ist; Eingabe auf der Halle tut dasselbe',
  save: 'Das Poster, an dem ich bin, merken oder nicht mehr merken',
  read: 'Das Poster lesen, an dem ich bin',
  emote: 'Geste',
  map: 'Karte zeigen oder ausblenden',
  close: 'Schließen, oder stehen bleiben',
  help: 'Diese Liste',
  talk: 'An alle in der Nähe schreiben',
  zoom: 'Die Halle zoomen',
  offHint: 'Tasten mit einem Buchstaben sind aus. Im Status schalten Sie sie ein.',
  letters: 'Buchstaben gelten, solange Sie nicht tippen.',
};

export const desk: More['desk'] = {
  organisers: 'Die Veranstalter',
  helpFor: (name) => `Hilfe: ${name}`,
  toOrganisers: 'An die Veranstalter schreiben',
  organisersWho: 'Alle Veranstalter und Moderatoren lesen das und antworten hier; sonst niemand. Bleibt.',
  helpWho: (name) => `Lesen ${name} sowie alle Veranstalter und Moderatoren. Bleibt.`,
  wrong: 'Stimmt etwas nicht?',
  wrongHow:
    'Schreiben Sie, was und wo. Wer Dienst hat, antwortet hier; ist niemand da, wartet es auf den Nächsten.',
};

// Deutsch: Folien eines Breakouts: seitenweise gezeigt, hochgeladen von denen, die ihn leiten.

import { counting } from '../counting';

const { n, plural } = counting('de-DE');

export const slides = {
  // Gezeigt
  page: (page: number, of: number): string => `Folie ${n(page)} von ${n(of)}`,
  pageTitled: (page: number, of: number, title: string): string => `Folie ${n(page)} von ${n(of)}: ${title}`,
  previous: 'Vorige Folie',
  next: 'Nächste Folie',
  keys: 'Pfeiltasten, Bild auf und Bild ab blättern, für alle.',
  text: 'Wörter dieser Folie',
  noText: 'Auf dieser Folie stehen keine Wörter.',
  gone: 'Diese Folien wurden entfernt.',
  failed: 'Die Folie wurde nicht geladen.',
  again: 'Noch einmal versuchen',
  stop: 'Nicht mehr zeigen',
  show: 'Die Folien zeigen',
  showOf: (name: string, pages: number): string => `${name}, ${plural(pages, 'Folie', 'Folien')}`,
  newer: 'Neuere Folien sind bereit.',
  showNewer: 'Die neueren zeigen',
  // Hochgeladen
  manage: 'Folien',
  manageOf: (title: string): string => `Folien zu ${title}`,
  title: (session: string): string => `Folien: ${session}`,
  none: 'Noch keine Folien.',
  noneHow:
    'Ein PDF mit bis zu 100 Seiten und 50 MB. Zuerst sehen nur Sie es. Im Breakout zeigen Sie es, und alle sehen dieselbe Seite.',
  ready: (pages: number): string => plural(pages, 'Folie', 'Folien'),
  by: (name: string, at: string): string => `hochgeladen von ${name}, ${at}`,
  look: (name: string): string => `Durchsehen: ${name}`,
  choose: 'PDF wählen',
  replace: 'Anderes PDF wählen',
  dropHow: 'oder hier ablegen. Was gerade gezeigt wird, bleibt, bis Sie die neuen zeigen.',
  notUsed: 'Bisher sehen nur Sie diese Folien.',
  use: 'Diese Folien verwenden',
  used: 'Diese Folien können jetzt gezeigt werden.',
  queued: (place: number, seconds: number): string =>
    `Nummer ${n(place)} in der Schlange, noch etwa ${n(seconds)} s, bis Sie sie durchsehen können`,
  worked: (seconds: number): string => `Die Folien werden gezeichnet, noch etwa ${n(seconds)} s`,
  remove: 'Die Folien entfernen',
  removeSure:
    'Niemand kann sie dann noch ansehen, auch nicht dort, wo sie gerade gezeigt werden. Das PDF bleibt bei Ihnen.',
  removeNow: 'Entfernen',
  removed: 'Die Folien sind entfernt.',
  loadFailed: 'Die Folien wurden nicht geladen.',
  lost: (name: string): string =>
    `Verbindung verloren. ${name} geht von selbst weiter, wo es aufgehört hat; lassen Sie diese Seite offen.`,
  // Abgelehnt; hinter dem Namen der Datei
  notPdf: (what: string): string => `ist ${what}; bitte die Folien als PDF speichern.`,
  picture: 'ein Bild',
  manyPages: (pages: number): string =>
    `hat ${n(pages)} Seiten; die Grenze sind 100, bitte einige weglassen.`,
  badPage: (page: number): string =>
    `hat eine Seite, die sich nicht zeigen lässt (${n(page)}); bitte neu speichern.`,
  long: 'braucht zum Zeichnen mehr als zehn Minuten; bitte einfachere Folien speichern oder Bilder davon als PDF.',
  empty: 'ist leer; bitte die Folien selbst wählen.',
  problems: {
    empty: 'Diese Datei ist leer. Es hat sich nichts geändert.',
    too_many: 'Fünf Ihrer Dateien warten. Verwenden oder verwerfen Sie zuerst eine.',
    slow_down:
      'Das war oft: zehn Dateien in einer Stunde. Warten Sie ein wenig, oder fragen Sie die Veranstalter.',
    no_space: 'Für diese Datei ist gerade kein Platz. Sagen Sie es den Veranstaltern.',
    not_allowed: 'Das dürfen nur, wer diesen Breakout leitet, und die Veranstalter.',
    no_session: 'Diesen Breakout gibt es im Programm nicht mehr.',
    not_ready: 'Diese Folien sind noch nicht bereit.',
  } as Readonly<Record<string, string>>,
};

// Warum eine Datei abgelehnt wurde, hinter ihrem Namen gesagt.

import { counting } from '../counting';

const { n } = counting('de-DE');

export const refusal = {
  damaged: (format: string): string =>
    `ist als ${format} beschädigt (die Datei endet zu früh); bitte neu speichern und hochladen.`,
  manyPixels: (width: number, height: number): string =>
    `hat ${n(width)} × ${n(height)} Bildpunkte; die Grenze sind 100 Megapixel, bitte kleiner speichern.`,
  large: (megabytes: number): string => `hat ${n(megabytes)} MB; die Grenze sind 50.`,
  other: (what: string): string => `ist ${what}; bitte das Poster als PDF, PNG, JPEG oder WebP speichern.`,
  others: {
    svg: 'eine SVG-Zeichnung',
    page: 'eine Webseite',
    office: 'ein Office-Dokument oder ein Archiv',
    gif: 'ein GIF',
    postscript: 'eine PostScript-Datei',
    unknown: 'weder PDF noch Bild',
  },
  plain: {
    noPixels: 'ist ein Bild ohne Bildpunkte; bitte neu speichern.',
    empty: 'ist leer; bitte das Poster selbst hochladen.',
    protected:
      'lässt sich nicht öffnen; die Datei ist vielleicht geschützt oder beschädigt, bitte ohne Passwort neu speichern.',
    broken: 'lässt sich nicht öffnen; die Datei ist vielleicht beschädigt, bitte neu speichern.',
    slow: 'braucht zum Zeichnen mehr als eine Minute; bitte einfacher speichern oder als Bild.',
    noPage: 'hat keine Seite, die sich zeigen lässt; bitte neu speichern.',
    noPrograms:
      'konnte nicht umgewandelt werden: dem Server fehlen die Programme; bitte den Veranstaltern sagen.',
    unreadable: 'lässt sich nicht lesen; bitte noch einmal hochladen.',
  },
};

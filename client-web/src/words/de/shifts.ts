// German: shifts of authors.

import { counting } from '../counting';
import type { More } from '../languages';

const { n } = counting('de-DE');
const hour = (of: number): string => String(of).padStart(2, '0');

export const shifts: More['shifts'] = {
  heading: 'Meine Schichten',
  timesIn: (city, zone) => `Zeiten in ${city}, ${zone}`,
  you: 'Sie',
  anyAuthor: 'Jemand vom Poster',
  fromList: 'wie von der Organisation geplant',
  take: 'Die ganze Sitzung übernehmen',
  takeAllOfIt: 'Alles übernehmen',
  takeAll: (count) => `Alle ${n(count)} Sitzungen übernehmen`,
  nobody: 'Noch niemand. Gäste lesen „Fragen, Antwort kommt später“.',
  pieceOf: (name, session) => `${session}: ${name}`,
  who: (piece) => `Wer: ${piece}`,
  from: (piece) => `Von: ${piece}`,
  to: (piece) => `Bis: ${piece}`,
  splitWithYou: 'Mit Ihnen teilen',
  splitWith: (name) => `Mit ${name} teilen`,
  giveBack: 'Zurückgeben',
  giveBackOf: (piece) => `Zurückgeben: ${piece}`,
  giveItTo: (name) => `An ${name} geben`,
  leaveItOut: 'Diesen Teil auslassen',
  asleep: (times, from, to) =>
    `${times} liegt außerhalb Ihrer wachen Stunden (${hour(from)} bis ${hour(to)}).`,
  asleepHow: 'Fragen von dann warten bis zum Morgen auf Sie.',
  clash: (title, times) => `Dann leiten Sie „${title}“: ${times}.`,
  clashNobodyFree: 'Niemand aus Ihrem Team ist dann frei.',
  clashAlone: 'Gäste werden an Ihrem Stand niemanden vom Poster finden.',
  saved: 'Gespeichert. Gäste sehen diese Zeiten.',
  movedOn: 'Jemand aus Ihrem Team hat diese Sitzung inzwischen geändert. Sehen Sie noch einmal nach.',
  twice: 'Zu dieser Zeit gibt es schon eine andere Schicht derselben Person.',
  tooShort: 'Eine Schicht dauert mindestens fünf Minuten.',
  slowDown: 'Das ging schnell. Warten Sie einen Moment und wählen Sie dann.',
  failed: 'Die Schichten konnten nicht geholt werden.',
  noSessions: 'Im Programm steht noch keine Ausstellungssitzung mit Uhrzeiten.',
  noPosters: 'Sie stehen auf keinem Poster.',
  waking: 'Wann Sie wach sind',
  wakesAt: 'Wach ab',
  sleepsAt: 'Wach bis',
};

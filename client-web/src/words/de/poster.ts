// German: a poster being read, and its questions.

import { counting } from '../counting';
import type { More } from '../languages';

const { n } = counting('de-DE');

export const poster: More['poster'] = {
  label: (number) => `Poster ${number}`,
  back: 'Halle',
  backList: 'Liste',
  backToHall: 'Zurück zur Halle',
  backToList: 'Zurück zur Liste',
  address: 'Adresse dieses Posters',
  copy: 'Kopieren',
  copied: 'Kopiert.',
  copyYourself:
    'Ihr Browser lässt Seiten nicht kopieren. Die Adresse ist markiert: Kopieren Sie sie mit der Tastatur oder langem Drücken.',
  saved: 'Gemerkt',
  save: 'Merken',
  stand: 'Hier hinstellen',
  youStand: 'Sie stehen hier',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  fit: 'Einpassen',
  actual: '100 %',
  actualHow: 'In der Größe der Datei',
  text: 'Text',
  textHow: 'Das Poster in Worten',
  textLabel: (title) => `Das Poster in Worten: ${title}`,
  textByAuthor: 'Vom Autorenteam geschrieben.',
  textOfFile: 'So steht es in der Datei.',
  textNone: 'Niemand hat das Poster in Worte gefasst. Die Zusammenfassung steht dafür.',
  textFailed: 'Der Text wurde nicht geladen. Die Zusammenfassung steht unter „Über“.',
  showPart: 'Im Bild zeigen',
  showPartOf: (heading) => `Im Bild zeigen: ${heading}`,
  firstPage: (pages) => `Seite 1 von ${n(pages)}. Im Original sind alle.`,
  percent: (value) => `${n(value)} %`,
  original: 'PDF',
  originalImage: 'Bild',
  originalHow: 'Die Originaldatei öffnen',
  viewer: (title) =>
    `Posterbild: ${title}. Plus und Minus zoomen, Pfeiltasten verschieben, 0 passt ein, 1 ist die Größe der Datei.`,
  overview: 'Das ganze Poster mit dem sichtbaren Ausschnitt',
  toCome: 'Poster folgt.',
  toComeHow: 'Es hängt noch nicht. Sie können fragen und wiederkommen.',
  pictureFailed: 'Das Bild wurde nicht geladen.',
  pictureLoading: 'Das Poster wird geladen',
  version: (number) => `Fassung ${n(number)}`,
  about: 'Über',
  here: (count) => (count === 0 ? 'Hier' : `Hier ${n(count)}`),
  hereLine: (count) =>
    count === 0
      ? 'Gerade steht niemand hier.'
      : count === 1
        ? 'Gerade steht 1 Gast hier.'
        : `Gerade stehen ${n(count)} Gäste hier.`,
  standToTalk: 'Stellen Sie sich dazu, um mitzureden.',
  summary: 'Zusammenfassung',
  noSummary: 'Eine Zusammenfassung wurde nicht eingereicht.',
  authors: 'Autor:innen',
  category: 'Kategorie',
  keywords: 'Stichwörter',
  link: 'Link',
  shifts: 'Autor:in da',
  shiftsNone: 'Keine Zeiten geplant. Fragen Sie; die Antwort erreicht Sie.',
  next: 'Nächstes Poster',
  hereUntil: (at) => `Hier bis ${at}`,
};

export const questions: More['questions'] = {
  heading: 'Fragen, die bleiben',
  tab: (count) => (count === 0 ? 'Fragen' : `Fragen ${n(count)}`),
  all: (count) => `Alle ${n(count)}`,
  empty: 'Noch keine Fragen.',
  emptyHow: 'Die erste ist die schwerste; ein Wort genügt.',
  ask: 'Eine Frage stellen, die bleibt',
  answer: 'Antworten',
  answerTo: (text) => `Auf „${text}“ antworten`,
  yourQuestion: 'Ihre Frage',
  yourAnswer: 'Ihre Antwort',
  who: 'Alle in der Veranstaltung können sie lesen. Sie bleibt; Antworten kommen auch später.',
  send: 'Fragen',
  unanswered: 'Noch keine Antwort',
  mineHeading: 'Meine Fragen',
  mineEmpty: 'Sie haben noch nichts gefragt.',
  mineEmptyHow: 'Öffnen Sie ein Poster und fragen Sie; die Antwort wartet hier.',
  at: (number) => `An Poster ${number}`,
  goTo: 'Die Fragen öffnen',
};

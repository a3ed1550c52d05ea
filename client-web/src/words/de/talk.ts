// German: talking nearby and in channels, the dock, calls to one's booth.

import { counting } from '../counting';
import type { Words } from '../languages';

const { n } = counting('de-DE');

export const dock: Words['dock'] = {
  label: 'Gespräch und ich',
  emote: 'Geste',
  status: 'Status',
  stepOut: 'Weggehen',
  leave: 'Verlassen',
};

export const say: Words['say'] = {
  toBooth: (number) => `An Stand ${number} sagen`,
  toTable: (number) => `An Tisch ${number} sagen`,
  toStage: 'Den Leuten hier sagen',
  toCircle: 'Diesem Kreis sagen',
  toRoom: (name) => `In ${name} schreiben`,
  nobody: 'Zum Reden an einen Stand stellen',
  nobodyNear: 'Niemand ist nah genug, um Sie zu hören.',
  nobodyNearHow: 'Gehen Sie auf jemanden zu oder schreiben Sie an einem Stand.',
  send: 'Senden',
  forNow: 'Für alle, die jetzt hier sind. Wird nicht aufbewahrt.',
  reachesBooth: (number, count) =>
    count === 0
      ? `Sonst ist niemand an ${number}. Wird nicht aufbewahrt.`
      : `${count === 1 ? '1 Person liest' : `${n(count)} Personen lesen`} es an ${number}. Wird nicht aufbewahrt.`,
};

export const chat: Words['chat'] = {
  heading: 'Chat',
  channels: 'Gespräche',
  nearby: 'In der Nähe',
  room: 'Dieser Breakout',
  everyone: 'Alle in der Halle',
  announcements: 'Durchsagen',
  direct: 'Direktnachrichten',
  nearbyWho: 'Liest, wer gerade bei Ihnen steht. Wird nicht aufbewahrt.',
  roomWho: (name) => `Lesen alle, die nach ${name} kommen. Bleibt.`,
  everyoneWho: 'Lesen alle in der Halle. Bleibt. Eine Nachricht in 10 Sekunden.',
  announceWho: 'Lesen alle, als Banner. Bleibt.',
  announceReadOnly: 'Hier schreibt das Organisationsteam. Bleibt.',
  directWho: (name) => `Lesen ${name} und Sie. Bleibt.`,
  toEveryone: 'An alle schreiben',
  toPerson: (name) => `Nachricht an ${name}`,
  toAnnounce: 'Durchsage an alle',
  emptyEveryone: 'Noch nichts geschrieben.',
  emptyEveryoneHow: 'Ein Hallo ist ein guter Anfang.',
  emptyDirect: (name) => `Noch keine Nachrichten mit ${name}.`,
  emptyDirectHow: 'Sie wird jetzt gelesen oder beim nächsten Besuch.',
  emptyAnnounce: 'Noch keine Durchsagen.',
  emptyRoom: 'Hier ist noch nichts geschrieben.',
  emptyRoomHow: 'Alle im Raum lesen es.',
  older: 'Ältere Nachrichten zeigen',
  sending: 'Wird gesendet',
  unsent: 'Nicht gesendet.',
  retry: 'Noch einmal',
  discard: 'Verwerfen',
  edit: 'Bearbeiten',
  editOf: (text) => `„${text}“ bearbeiten`,
  delete: 'Löschen',
  deleteOf: (text) => `„${text}“ löschen`,
  deleteSure: 'Diese Nachricht für alle löschen?',
  deleted: 'Nachricht gelöscht',
  edited: 'bearbeitet',
  author: 'Autor:in',
  organiser: 'Organisation',
  moderator: 'Moderation',
  typing: (name) => `${name} schreibt`,
  typingTwo: (a, b) => `${a} und ${b} schreiben`,
  typingMany: 'Mehrere schreiben',
  unread: (count) => `${n(count)} ungelesen`,
  somebody: 'Jemand',
  event: 'Die Veranstaltung',
  tooLong: (over) => `${n(over)} Zeichen zu lang.`,
  yesterday: 'gestern',
  log: (where) => `Nachrichten, ${where}`,
  moreFor: (name) => `Mehr zu ${name}`,
  hidden: 'Nachricht von jemandem, den Sie blockiert haben.',
};

export const call: Words['call'] = {
  waitsNamed: (name, booth) => `${name} wartet an Ihrem Stand ${booth}.`,
  waiting: (count, booth) =>
    count === 1
      ? `Jemand wartet an Ihrem Stand ${booth}.`
      : `${n(count)} Personen warten an Ihrem Stand ${booth}.`,
  go: 'Hingehen',
  later: 'Später',
  laterHow: '„Später“ hält es zehn Minuten still.',
  called: (name) => `${name} wurde gerufen.`,
  coming: (name) => `${name} ist unterwegs.`,
  comesLater: (name) => `${name} kommt später.`,
};

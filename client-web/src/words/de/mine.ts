// Meine Sachen: Besuche, Karten, Rundgänge, ähnliche Poster.

export const mine = {
  leave: 'Karte dalassen',
  cardLeft: 'Karte liegt da',
  cardFor: (number: number): string => `Meine Karte für die Autoren von ${number}`,
  cardFailed: 'Die Karten wurden nicht geladen.',
  note: 'Ein paar Worte dazu, wenn Sie mögen',
  noNote: 'ohne Worte',
  withEmail: 'Mit meiner E-Mail-Adresse',
  asGiven: 'Genau das wird gegeben:',
  whoReads: 'Nur die Autoren dieses Posters lesen sie. Sie nehmen sie zurück, wann Sie wollen.',
  changeCard: 'Karte ändern',
  takeBack: 'Zurücknehmen',
  takeBackFrom: (number: number): string => `Zurücknehmen: meine Karte an ${number}`,
  tookBack: (number: number): string => `Ihre Karte an ${number} ist zurückgenommen.`,
  myCards: 'Karten, die ich daließ',
  myCardsNone:
    'Noch keine. Öffnen Sie ein Poster und lassen Sie Ihre da; die Autoren können Ihnen schreiben.',
  cards: 'Karten für Sie',
  cardsNone: 'Noch hat niemand eine Karte dagelassen.',
  cardsHow: 'Freiwillig gegeben. Sie haben sie, weil man Sie darum bat.',
  csv: 'Tabelle',
  csvOf: 'Tabelle der Karten, als Datei',
  write: 'Nachricht',
  similar: 'Ähnliche Poster',
  similarHow: 'Nach gemeinsamen Worten, seltene zählen mehr. Besuche sieht dafür niemand an.',
  visitedShort: 'besucht',
  problems: {
    muted: 'Sie können keine Karte dalassen, solange Sie stummgeschaltet sind.',
    slow_down: 'Das war oft. Warten Sie kurz; was Sie schrieben, steht noch da.',
    other: 'Das ging nicht. Versuchen Sie es gleich noch einmal.',
  } as Readonly<Record<string, string>>,
};

// Japanese: what stays of a breakout.

import type { More } from '../languages';

export const recap: More['recap'] = {
  open: 'この会の記録',
  openOf: (title) => `「${title}」の記録`,
  came: (count) => `${count}人が参加しました。`,
  questions: '質問',
  unnamed: '名前なし',
  answered: 'その場で回答がありました。',
  links: 'リンク',
  posters: '表示されたポスター',
  slides: '見せたスライド',
  talk: '書き込み',
  moreTalk: '最後の1,000行です。',
  nothing: '質問、表示、書き込みはありませんでした。',
  notOpened: 'この会は開かれなかったため、記録はありません。',
  failed: '今は読み込めません。',
  again: 'もう一度試す',
};

// Japanese: pointing at a poster, and following who presents it.

import type { More } from '../languages';

export const pointing: More['pointing'] = {
  point: '指す',
  pointHow: 'ポスターを指します。このブースの全員に見えます (P)',
  keys: '矢印キーでポインターが動きます。Esc で消えます。',
  atHeading: (name, heading) => `${name}さんが「${heading}」を指しています。`,
  atPart: (name, part) => `${name}さんがポスターの${part}を指しています。`,
  youAtHeading: (heading) => `「${heading}」を指しています。`,
  youAtPart: (part) => `ポスターの${part}を指しています。`,
  parts: [
    ['左上', '上', '右上'],
    ['左', '中央', '右'],
    ['左下', '下', '右下'],
  ],
  you: 'あなた',
  view: '発表者の画面',
  follow: (name) => `${name}さんの画面を追う`,
  followShort: (name) => `${name}さんの画面を追う`,
  following: (name) => `${name}さんの画面を追っています`,
  byMyself: '自分で見る',
};

// Japanese: asking to speak at a booth where many stand.

import { counting } from '../counting';
import type { More } from '../languages';

const { n } = counting('ja-JP');

export const hands: More['hands'] = {
  label: '発言の順番',
  hand: '挙手',
  raise: '手を挙げる',
  lower: '手を下ろす',
  handAt: (place) => `挙手 ${n(place)}番`,
  youAre: (place, of) =>
    place === 1
      ? '手を挙げています。次はあなたです。'
      : `手を挙げています。${n(of)}人中${n(place)}番目です。`,
  up: (count) => `${n(count)}人が手を挙げています`,
  hasFloor: (name) => `${name}さんの発言中です。`,
  youHaveFloor: 'あなたの発言の番です。',
  give: '発言を許可',
  giveTo: (name) => `${name}さんに発言を許可`,
  take: '発言を終える',
  giveBack: '発言を終える',
  hear: '表示する人',
  everybody: '全員',
  presenter: '発表者のみ',
  onlyNow: '発表者と発言中の人だけを表示しています。',
};

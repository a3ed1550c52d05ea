// Japanese: the event's life: before the doors, closing, closed.

import { counting } from '../counting';
import type { More } from '../languages';

const { n } = counting('ja-JP');

export const life: More['life'] = {
  days: (count) => `${n(count)}日`,
  opensIn: '開場まで',
  opensAt: (time) => `${time}（あなたの時刻）`,
  eventTime: (time, city) => `${city}では${time}`,
  early: 'それまでの間、ポスターとプログラムをご覧ください。',
  open: '開場しました。',
  enter: 'ホールに入る',
  programme: 'プログラム',
  closing: (time) => `ホールは${time}に閉まります。`,
  closingHow: (until) =>
    `話は最後まで続けられます。退場を求められることはありません。ポスター、質問、名刺は${until}まで閲覧できます。`,
  closed: 'イベントは終了しました。',
  closedHow: (until) => `ポスター、質問、名刺は、同じリンクで${until}まで閲覧できます。`,
  seen: '了解',
};

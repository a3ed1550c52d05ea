// Japanese: talking nearby and in channels, the dock, calls to one's booth.

import { counting } from '../counting';
import type { Words } from '../languages';

const { n } = counting('ja-JP');

export const dock: Words['dock'] = {
  label: '会話と自分',
  emote: 'リアクション',
  status: 'ステータス',
  stepOut: '離れる',
  leave: '退出',
};

export const say: Words['say'] = {
  toBooth: (number) => `ブース${number}で話す`,
  toTable: (number) => `テーブル${number}で話す`,
  toStage: 'ここにいる人に話す',
  toCircle: 'この輪で話す',
  toRoom: (name) => `${name}に書き込む`,
  nobody: 'ブースに立つと話せます',
  nobodyNear: '声の届く所に誰もいません。',
  nobodyNearHow: '誰かに近づくか、ブースで話しかけてください。',
  send: '送信',
  forNow: '今ここにいる人だけに届きます。記録は残りません。',
  reachesBooth: (number, count) =>
    count === 0
      ? `${number}にはほかに誰もいません。記録は残りません。`
      : `${number}にいる${n(count)}人が読みます。記録は残りません。`,
};

export const chat: Words['chat'] = {
  heading: 'チャット',
  channels: '会話の一覧',
  nearby: '近くの人',
  room: 'このブレイクアウト',
  everyone: 'ホールの全員',
  announcements: 'お知らせ',
  direct: 'ダイレクトメッセージ',
  nearbyWho: '今一緒にいる人が読みます。記録は残りません。',
  roomWho: (name) => `${name}に来た全員が読みます。記録に残ります。`,
  everyoneWho: 'ホールの全員が読みます。記録に残ります。10秒に1通まで送れます。',
  announceWho: '全員が読み、バナーで表示されます。記録に残ります。',
  announceReadOnly: '運営からのお知らせです。記録に残ります。',
  directWho: (name) => `${name}さんとあなただけが読みます。記録に残ります。`,
  toEveryone: '全員に書き込む',
  toPerson: (name) => `${name}さんへのメッセージ`,
  toAnnounce: '全員にお知らせ',
  emptyEveryone: 'まだ書き込みはありません。',
  emptyEveryoneHow: 'まずはあいさつから始めましょう。',
  emptyDirect: (name) => `${name}さんとのメッセージはまだありません。`,
  emptyDirectHow: '相手は今か、次に来たときに読みます。',
  emptyAnnounce: 'まだお知らせはありません。',
  emptyRoom: 'まだ書き込みはありません。',
  emptyRoomHow: 'この部屋の全員が読みます。',
  older: '以前のメッセージを表示',
  sending: '送信中',
  unsent: '送信できませんでした。',
  retry: 'もう一度送る',
  discard: '破棄',
  edit: '編集',
  editOf: (text) => `「${text}」を編集`,
  delete: '削除',
  deleteOf: (text) => `「${text}」を削除`,
  deleteSure: 'このメッセージを全員の画面から削除しますか。',
  deleted: '削除されたメッセージ',
  edited: '編集済み',
  author: '発表者',
  organiser: '運営',
  moderator: 'モデレーター',
  typing: (name) => `${name}さんが入力中`,
  typingTwo: (a, b) => `${a}さんと${b}さんが入力中`,
  typingMany: '数人が入力中',
  unread: (count) => `未読${n(count)}件`,
  somebody: '参加者',
  event: 'イベント',
  tooLong: (over) => `${n(over)}文字超過しています。`,
  yesterday: '昨日',
  log: (where) => `メッセージ：${where}`,
  moreFor: (name) => `${name}さんへの操作`,
  hidden: 'ブロックした人からのメッセージです。',
};

export const call: Words['call'] = {
  waitsNamed: (name, booth) => `${name}さんがあなたのブース${booth}で待っています。`,
  waiting: (count, booth) => `${n(count)}人があなたのブース${booth}で待っています。`,
  go: '行く',
  later: 'あとで',
  laterHow: '「あとで」を選ぶと10分間お知らせしません。',
  called: (name) => `${name}さんを呼びました。`,
  coming: (name) => `${name}さんが向かっています。`,
  comesLater: (name) => `${name}さんはあとで来ます。`,
};

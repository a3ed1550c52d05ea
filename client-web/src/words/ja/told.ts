// Japanese: what is told in passing: notices, invitations, announcements, one's other tabs.

import { counting } from '../counting';
import type { More } from '../languages';

const { n } = counting('ja-JP');

export const notice: More['notice'] = {
  asked: (name) => `${name}さんを誘いました。`,
  posterReplaced: 'ポスターが新しい版に替わりました。',
  blocked: (name) => `${name}さんをブロックしました。互いに見えなくなります。`,
  unblocked: (name) => `${name}さんのブロックを解除しました。`,
  taken: [
    null,
    (name) => `${name}さんに警告を送りました。`,
    (name) => `${name}さんを発言停止にしました。`,
    (name) => `${name}さんを退出させました。`,
    (name) => `${name}さんを入場禁止にしました。`,
  ],
  newReport: (count) => `${n(count)}件の通報が対応を待っています。`,
  posterRequests: (count) => `ポスターのファイル${n(count)}件が主催者の確認を待っています。`,
  lifted: 'あなたへの措置は運営により解除されました。',
  roomClosed: 'このブレイクアウトは終了しています。',
  noSuchPoster: (number) => `ポスター${number}はありません。`,
};

export const invitation: More['invitation'] = {
  walk: (name) => `${name}さんが一緒に歩きませんかと誘っています。`,
  talk: (name) => `${name}さんが話しませんかと誘っています。`,
  acceptWalk: '一緒に歩く',
  acceptTalk: '話す',
  later: '今はしない',
  accepted: (name) => `${name}さんが応じました。`,
  declined: (name) => `${name}さんは今は都合がつきません。`,
  walkingWith: (name) => `${name}さんと一緒に歩いています。`,
  stopWalking: 'やめる',
};

export const announce: More['announce'] = {
  banner: 'お知らせ',
  dismiss: '閉じる',
  open: '読む',
};

export const elsewhere: More['elsewhere'] = {
  otherTab: '別のタブでアバターを操作しています。',
  otherTabHow: 'このタブにも同じ内容が表示されます。',
  takeControl: 'このタブで操作する',
  otherDevice: '個人用リンクが別の端末で開かれました。',
  otherDeviceHow: '心当たりがなければ終了させ、運営に知らせてください。',
  notYou: '自分ではないので終了させる',
};

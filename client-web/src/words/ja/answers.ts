// Japanese: what is told: the connection, refusals, measures.

import { counting } from '../counting';
import type { Words } from '../languages';

const { n } = counting('ja-JP');

const UNTIL_LIFTED = '運営が解除するまで';

export const connection: Words['connection'] = {
  connecting: 'ホールに入っています',
  connectingHow: '1、2秒お待ちください。',
  lostAt: (number) => `接続が切れました。あなたの場所はブース${number}のままです。`,
  lost: '接続が切れました。あなたの場所はそのままです。',
  retryIn: (seconds) => `${seconds}秒後に再接続します。入力中の文章は残ります。`,
  retrying: '再接続しています。入力中の文章は残ります。',
  retryNow: '今すぐ試す',
  back: '再び接続しました。',
  blocked: 'お使いのネットワークがライブ接続を遮断しています。',
  blockedHow:
    'ポスターは読めますが、会話と移動には接続が必要です。別のネットワークを使うか、このアドレスへのWebSocketの許可を管理者に依頼してください。接続は引き続き試みます。',
  ended: 'サインアウトしました。',
  endedHow: 'もう一度入るには、個人用リンクを開いてください。',
  over: 'このイベントは終了しました。',
  overHow: 'ポスターと質問はここではもう表示されません。掲載先は運営にお尋ねください。',
  left: 'ホールを出ました。',
  leftHow: '個人用リンクか下のボタンで戻れます。',
  comeBack: 'もう一度入る',
  signOut: 'この端末からサインアウト',
  replaced: 'ほかのタブを開いたため、このタブは休止中です。',
  replacedHow: '同時に使えるのは3つのタブまでです。',
  useThis: 'このタブを使う',
  partMissing: 'ページの一部を読み込めませんでした。',
  newer: '新しい版があります。',
  newerHow: '都合のよいときに再読み込みしてください。何も失われません。',
  reload: '再読み込み',
  unavailable: 'ホールから応答がありません。',
};

export const reject: Words['reject'] = {
  not_allowed: 'あなたの役割ではできない操作です。',
  not_found: '相手は今ここにいません。',
  rate_limited: (seconds) => `操作が速すぎます。${n(seconds)}秒後にもう一度お試しください。`,
  text_empty: '先に何か書いてください。',
  text_too_long: '長すぎます。4,000文字まで書けます。',
  moved_on: 'もうその会話の中にいません。',
  nobody_near: '声の届く所に誰もいません。誰かに近づくか、ブースで話しかけてください。',
  not_in_control: '別のタブでアバターを操作しています。',
  room_closed: 'このブレイクアウトは終了しています。',
  room_full: '満席です。席が空いたらもう一度お試しください。',
  room_quiet: '今は進行役と発言中の人だけが書けます。',
  room_taken: '次の予定がその前に始まります。',
  store_unavailable: '保存できませんでした。内容はここに残り、保存できるようになれば送信されます。',
  no_free_place: '今は空いている場所がありません。',
  declined: '相手は今は都合がつきません。',
  too_old: '時間が経ったため、もう変更できません。',
  undeliverable: 'このメッセージは届けられません。',
  event_closed: 'イベントは終了しました。会話はできません。',
  before_doors: 'まだ開場していません。',
  other: 'うまくいきませんでした。',
  offline: '接続がありません。内容は残り、つながったときに送信されます。',
};

export const measure: Words['measure'] = {
  warned: '運営からの注意があります。',
  muted: (until) => `${until ? `${until}まで` : UNTIL_LIFTED}発言できません。`,
  removed: '運営により、ホールから退出しました。',
  banned: (until) => `${until ? `${until}まで` : UNTIL_LIFTED}入場できません。`,
  reason: (reason) => `理由：${/[.!?。！？]$/.test(reason) ? reason : `${reason}。`}`,
  mutedHow: 'ポスターやほかの人の発言は引き続き読めます。',
  review: (contact) => `再検討を求めるときは、${contact || '運営'}にご連絡ください。`,
  seen: '読みました',
};

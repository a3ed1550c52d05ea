// Japanese: blocking, reporting, measures.

import { counting } from '../counting';
import type { More } from '../languages';

const { n } = counting('ja-JP');

export const order: More['order'] = {
  openAgain: 'また入場できます。',
  removedHow: 'いつでも戻れます。',
  block: 'ブロック',
  blockName: (name) => `${name}さんをブロック`,
  blockHow: (name) =>
    `あなたと${name}さんは、近くでの会話、ダイレクトメッセージ、誘いを互いに読めなくなり、居場所も互いに見えなくなります。ほかの場所での${name}さんの発言もあなたには表示されません。相手には知らされません。いつでも解除できます。`,
  unblock: 'ブロックを解除',
  unblockName: (name) => `${name}さんのブロックを解除`,
  report: '通報',
  reportName: (name) => `${name}さんを運営に通報`,
  reportMessage: 'そのメッセージも一緒に送られます。',
  reportNear: '周りで交わされた直前の会話も一緒に送られます。',
  what: '何がありましたか',
  whatHint: '500文字まで。運営とモデレーターだけが読みます。',
  sendReport: '通報を送る',
  reported: '通報は運営に届きました。',
  reportedHow: (name) =>
    `モデレーターが読んで判断します。${name}さんに通報者が知らされることはありません。これで完了です。ブロックはすぐに効きます。`,
  kinds: ['', '警告', '発言停止', '退出', '入場禁止'],
  kindHints: [
    '',
    '相手は理由を一度読みます。',
    '読むことと歩くことはできますが、発言はできません。',
    '今すぐホールを出ます。戻ることはできます。',
    'ホールを出て、期限まで入場できません。',
  ],
  kindName: (kind, name) => `${name}さんを${kind}`,
  what_: '対応',
  howLong: '期間',
  minutes10: '10分',
  hour: '1時間',
  today: '今日の終わりまで',
  untilLifted: '解除するまで',
  why: '理由',
  whyHint: (name) => `${name}さんが読みます。どう改めてほしいかを書いてください。`,
  whyMissing: '理由を書いてください。相手が読みます。',
  open: (count) => (count === 0 ? '対応待ちの通報はありません。' : `対応待ちの通報${n(count)}件`),
  noneHow: '通報はここに新しい順に届きます。',
  update: (count) => `対応待ち${n(count)}件、リストを更新`,
  about: (by, about) => `${by}さんが${about}さんを通報`,
  written: '書き込み',
  heard: '会話の内容',
  asReported: '通報者の記録による',
  before: 'これまでの措置',
  nothing: '対応しない',
  settled: (name) => `${name}さんについての通報は対応済みです。`,
  older: '以前の通報を表示',
  inForce: '現在の措置',
  noneInForce: '発言停止や入場禁止の人はいません。',
  lift: '解除',
  liftName: (kind, name) => `解除：${name}さんの${kind}`,
  measureLine: (kind, until, by) => `${kind}${until ? `（${until}まで）` : ''}、決定者：${by}`,
  lifted: '解除済み',
  failed: '通報を読み込めませんでした。',
};

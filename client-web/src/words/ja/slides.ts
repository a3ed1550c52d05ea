// ブレイクアウトのスライド。ページごとに全員に見せ、進行役が用意する。

import { counting } from '../counting';

const { n } = counting('ja-JP');

export const slides = {
  // 表示
  page: (page: number, of: number): string => `スライド ${n(page)} / ${n(of)}`,
  pageTitled: (page: number, of: number, title: string): string => `スライド ${n(page)} / ${n(of)}：${title}`,
  previous: '前のスライド',
  next: '次のスライド',
  keys: '矢印キーとページ送りキーで、全員のスライドが動きます。',
  text: 'このスライドの文字',
  noText: 'このスライドには文字がありません。',
  gone: 'このスライドは取り下げられました。',
  failed: 'スライドを読み込めませんでした。',
  again: 'もう一度試す',
  stop: '見せるのをやめる',
  show: 'スライドを見せる',
  showOf: (name: string, pages: number): string => `${name}、${n(pages)} 枚`,
  newer: '新しいスライドの用意ができました。',
  showNewer: '新しい方を見せる',
  // 用意
  manage: 'スライド',
  manageOf: (title: string): string => `スライド：${title}`,
  title: (session: string): string => `スライド：${session}`,
  none: 'スライドはまだありません。',
  noneHow:
    '100 ページ、50 MB までの PDF です。まずご自分だけで確認できます。ブレイクアウトで見せると、全員が同じページを見ます。',
  ready: (pages: number): string => `${n(pages)} 枚`,
  by: (name: string, at: string): string => `${name} さんが用意、${at}`,
  look: (name: string): string => `確認する：${name}`,
  choose: 'PDF を選ぶ',
  replace: '別の PDF を選ぶ',
  dropHow: 'ここにドロップすることもできます。見せているものは、新しいものを見せるまで変わりません。',
  notUsed: '今はご自分だけが見られます。',
  use: 'このスライドを使う',
  used: 'このスライドを見せられるようになりました。',
  queued: (place: number, seconds: number): string =>
    `順番は ${n(place)} 番目、確認できるまで約 ${n(seconds)} 秒`,
  worked: (seconds: number): string => `スライドを描いています。残り約 ${n(seconds)} 秒`,
  remove: 'スライドを取り下げる',
  removeSure: '見せている所も含めて、誰も見られなくなります。PDF はお手元に残ります。',
  removeNow: '取り下げる',
  removed: 'スライドを取り下げました。',
  loadFailed: 'スライドを読み込めませんでした。',
  lost: (name: string): string =>
    `接続が切れました。${name} は止まった所から自動で続きます。このページを開いたままにしてください。`,
  // 受け付けられなかった理由。ファイル名の後に続く
  notPdf: (what: string): string => `は${what}です。スライドを PDF で保存してください。`,
  picture: '画像',
  manyPages: (pages: number): string => `は ${n(pages)} ページあります。上限は 100 です。減らしてください。`,
  badPage: (page: number): string => `には表示できないページがあります（${n(page)}）。保存し直してください。`,
  long: 'は描画に 10 分以上かかります。簡単にするか、画像にした PDF を保存してください。',
  empty: 'は空です。スライドそのものを選んでください。',
  problems: {
    empty: 'このファイルは空です。何も変わっていません。',
    too_many: '5 つのファイルが待っています。先にどれかを使うか、やめてください。',
    slow_down: '回数が多すぎます。1 時間に 10 個までです。少し待つか、主催者に相談してください。',
    no_space: '今はこのファイルを置く場所がありません。主催者に伝えてください。',
    not_allowed: 'このブレイクアウトの進行役と主催者だけができます。',
    no_session: 'このブレイクアウトはプログラムにもうありません。',
    not_ready: 'このスライドはまだ用意できていません。',
  } as Readonly<Record<string, string>>,
};

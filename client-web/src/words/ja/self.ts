// Japanese: status, settings, keys.

import type { More } from '../languages';

export const status: More['status'] = {
  heading: 'ステータスと設定',
  text: '今していること',
  textHint: '名前と一緒に表示されます。64文字まで。',
  away: '離席中',
  awayHint: 'ランプが消え、ほかの人には「離席中」と表示されます。',
  doNotLocate: '居場所を知らせない',
  doNotLocateHint: 'リストと検索に居場所が出なくなります。隣にいる人には見えます。',
  reduceMotion: '動きを減らす',
  reduceMotionHint: 'アバターは一歩ずつ動き、画面は切り替わり、リアクションは静止画になります。',
  letterKeys: '1文字のキー操作',
  letterKeysHint: 'B、R、E、J、K、G、Mなど。音声入力を使うときは切ると便利です。',
  theme: '配色',
  themes: { system: 'システムに合わせる', light: 'ライト', dark: 'ダーク' },
  timeZone: 'タイムゾーン',
  how: '「行く」の移動方法',
  hows: { auto: '近ければ歩き、遠ければ直接', walk: 'いつも歩く', set_down: 'いつも直接' },
  look: 'アバターを変更',
  shortName: '短い名前',
  saveStatus: '保存',
  me: (name) => `${name}さん`,
  leave: 'ホールを出る',
  leaveHow: 'アバターは消えます。個人用リンクで戻れます。',
  keys: 'すべてのキー',
  forgets: 'このブラウザーは、このページの設定を保存しません。',
  forgetsHow: 'ここで選んだことは、閉じるか再読み込みするまで有効です。',
  done: '完了',
};

export const help: More['help'] = {
  heading: 'ヘルプ',
  keys: 'キー操作',
  walk: '歩く',
  search: '検索',
  next: 'リストの次のポスター',
  previous: 'リストの前のポスター',
  go: 'Gの後に番号とEnterで、そこに立つ',
  goPrompt: '行き先のブース',
  near: 'ホールで近くの人とものを一覧（ホール上のEnterも同じ）',
  save: '今いるポスターを保存、または取り消す',
  read: '今いるポスターを読む',
  emote: 'リアクション',
  map: '地図の表示・非表示',
  close: '閉じる、または立ち止まる',
  help: 'この一覧',
  talk: '近くの人に書き込む',
  zoom: 'ホールの拡大・縮小',
  offHint: '1文字のキー操作は切れています。ステータスで有効にできます。',
  letters: '文字キーは、文章を入力していないときに働きます。',
};

export const desk: More['desk'] = {
  organisers: '運営',
  helpFor: (name) => `ヘルプ：${name}`,
  toOrganisers: '運営に書く',
  organisersWho: '運営とモデレーター全員が読み、ここで答えます。ほかの人は読みません。残ります。',
  helpWho: (name) => `${name}さんと、運営・モデレーター全員が読みます。残ります。`,
  wrong: 'お困りですか？',
  wrongHow:
    '何がどこで起きたかを書いてください。担当者がここで答えます。担当者がいないときは、次に来た人が読みます。',
};

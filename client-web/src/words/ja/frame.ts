// Japanese: the frame around everything: pages, bars, sections, times.

import { counting } from '../counting';
import type { Words } from '../languages';

const { n } = counting('ja-JP');

export const common: Words['common'] = {
  close: '閉じる',
  cancel: 'キャンセル',
  save: '保存',
  saved: '保存しました',
  back: '戻る',
  retry: 'もう一度試す',
  loading: '読み込み中',
  later: '後で',
  change: '変更',
  show: '表示',
  more: 'その他',
  language: '言語',
  opensNewTab: '（新しいタブで開きます）',
  you: 'あなた',
  plusMore: (count) => `ほか${n(count)}名`,
  theEvent: 'イベント',
  askAt: (contact) => `お問い合わせ：${contact}`,
};

export const page: Words['page'] = {
  join: '参加',
  landing: 'ようこそ',
  hall: 'ホール',
  list: 'リスト',
  poster: (number) => `ポスター${number}`,
  title: (page, event) => `${page} · ${event}`,
};

export const skip: Words['skip'] = {
  posters: 'ポスターへ移動',
  section: 'この欄へ移動',
  conversation: '会話へ移動',
  search: '検索へ移動',
  hall: 'ホールへ移動',
};

export const time: Words['time'] = {
  until: (at) => `${at}まで`,
  untilCapital: (at) => `${at}まで`,
  untilThen: (at, next) => `${at}まで、次は${next}`,
  range: (from, to) => `${from}～${to}`,
  then: (range) => `次は${range}`,
  plusDays: (days) => (days === 1 ? '翌日' : `${days}日後`),
  minusDays: (days) => (days === 1 ? '前日' : `${days}日前`),
  plusShort: (days) => (days > 0 ? `+${days}` : `−${-days}`),
  event: (at) => `現地${at}`,
  eventZone: (range, zone) => `イベントの時間帯：${range} ${zone}`,
  inMinutes: (minutes) => `あと${minutes}分`,
  inHours: (hours) => `あと${hours}時間`,
  now: '開催中',
  next: '次',
  nextIn: (when) => `次 · ${when}`,
  beginsIn: (when) => `開始 · ${when}`,
  moreOn: (count) => `ほか${n(count)}件`,
  inClock: (clock) => `あと${clock}`,
  inDays: (days) => `あと${days}日`,
  openNow: '開催中',
  over: '終了',
  untilDay: (day) => `${day}まで`,
  nothingNow: '今は予定がありません',
  dayOnly: '時刻は未定',
  today: '今日',
  yourZone: (city, zone) => `あなたの時刻：${city}（${zone}）`,
  yourZoneTitle: (city) => `あなたのタイムゾーン：${city}`,
  morning: (name) => `おはようございます、${name}さん`,
  afternoon: (name) => `こんにちは、${name}さん`,
  evening: (name) => `こんばんは、${name}さん`,
  zone: 'タイムゾーン',
  zoneHint: '都市名を英語で入力してください。',
};

export const bar: Words['bar'] = {
  view: '表示',
  hall: 'ホール',
  list: 'リスト',
  searchHint: 'ポスター・人・セッション',
  search: '検索',
  me: '自分とステータス',
  hallView: 'ホール表示',
  main: 'イベント',
};

export const tabs: Words['tabs'] = {
  panel: 'サイドパネル',
  sections: 'メニュー',
  posters: 'ポスター',
  people: '参加者',
  programme: 'プログラム',
  chat: 'チャット',
  talk: '会話',
  mine: 'マイページ',
  saved: '保存済み',
  questions: '自分の質問',
  nowCount: (count) => `開催中${n(count)}`,
  newCount: (count) => `新着${n(count)}`,
  badge: (count) => (count > 9 ? '9+' : String(count)),
  reports: '通報',
  files: 'ファイル',
  shifts: '自分の当番',
  coverage: '当番の状況',
  keys: 'キー：',
  keysOf: [
    { keys: ['/'], what: '検索、' },
    { keys: ['J', 'K'], what: '次・前のポスター、' },
    { keys: ['G'], what: '番号を入力してそこへ、' },
    { keys: ['?'], what: 'すべてのキー。' },
  ],
};

export const noHall: Words['noHall'] = {
  noWebGl: 'このブラウザーではホールを描画できません。',
  noWebGlHow:
    'リスト表示で参加しています。同じイベントをその場で文字で見られます。ハードウェアの描画を有効にするとホールが表示されます。',
  couldNotDraw: 'ホールを描画できませんでした。',
  couldNotDrawHow: 'リスト表示で参加しています。同じイベントをその場で文字で見られます。',
};

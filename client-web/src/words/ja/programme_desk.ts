// Japanese: an organiser's hand on the event's hours and its sessions.

import { counting } from '../counting';
import type { Organiser } from '../organiser_words';

const { n } = counting('ja-JP');

export const lifeDesk: Organiser['lifeDesk'] = {
  heading: 'イベントの時間',
  how: '変更は2秒以内に全員に伝わります。時刻はあなたのタイムゾーンです。',
  doors: '開場',
  closes: '閉場',
  readable: '閲覧期限',
  doorsHow: 'それまでは発表者、ホスト、運営だけが入れます。空欄：いつでも入れます。',
  closesHow: '10分前に全員に知らせ、2分後に会話が止まります。空欄：閉まりません。',
  readableHow: '空欄：閉場の30日後。',
  later: (minutes) => `閉場を${n(minutes)}分延ばす`,
  save: '時間を保存',
  back: '設定ファイルのとおりに戻す',
  saved: '保存しました。全員に表示されます。',
  codes: {
    moved_on: '別の運営者が先に変更しました。その内容を表示しています。もう一度変更してください。',
    closes_before_doors: '閉場が開場より前です。どちらかを直してください。',
    ends_before_closing: 'ポスターは少なくとも閉場までは閲覧できるようにしてください。',
    no_title: 'セッションには題名が必要です。',
    no_times: 'セッションには開始と終了が必要です。',
    ends_too_early: '終了が開始より後になっていません。',
    too_long: 'セッションは最長7日です。',
    no_such_room: 'そのブレイクアウト室はありません。',
    room_taken: 'その時間、この部屋では別のセッションがあります。どちらかを移してください。',
    too_many: 'プログラムは500件までです。',
    slow_down: '操作が速すぎます。少し待ってください。',
    not_found: 'このセッションはもうプログラムにありません。',
    other: '保存できませんでした。少し待ってからもう一度お試しください。',
  },
};

export const sessionDesk: Organiser['sessionDesk'] = {
  sessions: 'プログラムを変更',
  add: 'セッションを加える',
  change: '変更',
  changeOf: (title) => `${title}を変更`,
  longer: (minutes) => `${n(minutes)}分延長`,
  longerOf: (minutes, title) => `${title}を${n(minutes)}分延長`,
  title: '題名',
  kind: '種類',
  other: 'その他',
  place: '場所',
  room: 'ブレイクアウト室',
  noRoom: 'なし',
  people: '登壇者（1行に1人）',
  summary: '概要',
  start: '開始',
  end: '終了',
  audience: '対象',
  sponsor: 'スポンサー',
  stream: '配信アドレス',
  recording: '録画',
  streamPublic: '招待のない人にも見せる',
  publicPage: '招待のない方のためのページ',
  save: '保存',
  remove: 'プログラムから外す',
  back: 'ファイルのとおりに戻す',
  live: '開催中に変更されました',
};

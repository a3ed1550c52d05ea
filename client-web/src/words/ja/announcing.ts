// Japanese: announcements to a room, to authors of unattended posters, at a time.

import { counting } from '../counting';
import type { Organiser } from '../organiser_words';

const { n } = counting('ja-JP');

export const announcing: Organiser['announcing'] = {
  heading: 'お知らせ',
  text: '該当する全員に読んでほしいこと',
  left: (count) => `残り ${n(count)} 文字`,
  to: '宛先',
  everybody: '全員',
  unattended: '担当時間なのにポスターにいない著者',
  unattendedNow: (posters) => `いま ${n(posters)} 枚のポスターが不在です。`,
  unattendedThen: 'その時刻に不在のポスターの著者が、主催者からのメッセージとして読みます。',
  room: (name) => `${name} の中`,
  when: '時刻',
  now: 'いま',
  later: '時刻を指定',
  time: '日時',
  announce: 'お知らせする',
  plan: '予約する',
  done: 'お知らせしました。',
  planned: '予約しました。',
  withdrawn: '取り消しました。',
  past: 'その時刻は過ぎています。後の時刻を選ぶか、いまお知らせしてください。',
  full: '受け付けられませんでした。時刻が先すぎるか、すでに 50 件が予約されています。先に一件取り消してください。',
  gone: 'すでにお知らせ済み、または取り消し済みです。',
  noRoom: 'その部屋はもうありません。',
  failed: '保存できませんでした。書いた文は残っています。もう一度お試しください。',
  waiting: '予約済み',
  nothing: '予約はありません。',
  settled: 'これまで',
  atOnce: 'すぐに',
  withdraw: '取り消す',
  withdrawOf: (text) => `取り消す: ${text}`,
  by: (name) => `${name} による`,
  given: (at) => `${at} にお知らせ`,
  takenBack: (at) => `${at} に取り消し`,
  reached: (count) => `著者 ${n(count)} 人へ`,
};

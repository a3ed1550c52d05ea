// Japanese: a poster being read, and its questions.

import { counting } from '../counting';
import type { More } from '../languages';

const { n } = counting('ja-JP');

export const poster: More['poster'] = {
  label: (number) => `ポスター${number}`,
  back: 'ホール',
  backList: 'リスト',
  saved: '保存済み',
  save: '保存',
  stand: 'ここに立つ',
  youStand: '今ここにいます',
  zoomIn: '拡大',
  zoomOut: '縮小',
  fit: '全体',
  percent: (value) => `${n(value)}%`,
  original: 'PDF',
  originalImage: '画像',
  originalHow: '元のファイルを開く',
  viewer: (title) =>
    `ポスターの画像：${title}。プラスとマイナスで拡大・縮小、矢印キーで移動、0で全体を表示します。`,
  overview: 'ポスター全体と表示中の範囲',
  toCome: 'ポスターは準備中です。',
  toComeHow: 'まだ掲示されていません。質問を残して、また来てください。',
  pictureFailed: '画像を読み込めませんでした。',
  pictureLoading: 'ポスターを読み込んでいます',
  version: (number) => `第${n(number)}版`,
  about: '概要',
  here: (count) => (count === 0 ? '来場者' : `来場者 ${n(count)}`),
  hereLine: (count) => (count === 0 ? '今ここには誰もいません。' : `今ここに来場者が${n(count)}人います。`),
  standToTalk: 'ここに立つと話せます。',
  summary: '要旨',
  noSummary: '要旨は提出されていません。',
  authors: '著者',
  category: '分野',
  keywords: 'キーワード',
  link: 'リンク',
  shifts: '発表者の在席時間',
  shiftsNone: '予定はありません。質問すれば、回答が届きます。',
  next: '次のポスター',
  hereUntil: (at) => `${at}まで在席`,
};

export const questions: More['questions'] = {
  heading: '残る質問',
  tab: (count) => (count === 0 ? '質問' : `質問 ${n(count)}`),
  all: (count) => `すべて ${n(count)}`,
  empty: 'まだ質問はありません。',
  emptyHow: '最初の一つがいちばん難しいものです。ひと言でかまいません。',
  ask: '残る質問をする',
  answer: '回答',
  answerTo: (text) => `「${text}」に回答`,
  yourQuestion: 'あなたの質問',
  yourAnswer: 'あなたの回答',
  who: 'イベントの全員が読めます。質問は残り、発表者は後からでも回答します。',
  send: '質問する',
  unanswered: 'まだ回答はありません',
  mineHeading: '自分の質問',
  mineEmpty: 'まだ質問していません。',
  mineEmptyHow: 'ポスターを開いて質問すると、回答がここに届きます。',
  at: (number) => `ポスター${number}`,
  goTo: '質問を開く',
};

// Japanese: shifts of authors.

import { counting } from '../counting';
import type { More } from '../languages';

const { n } = counting('ja-JP');
const hour = (of: number): string => String(of).padStart(2, '0');

export const shifts: More['shifts'] = {
  heading: '自分の当番',
  timesIn: (city, zone) => `${city}の時刻（${zone}）`,
  you: 'あなた',
  anyAuthor: '著者のだれか',
  fromList: '主催者の予定',
  take: 'この時間帯をすべて受け持つ',
  takeAllOfIt: 'すべて受け持つ',
  takeAll: (count) => `${n(count)}つの時間帯をすべて受け持つ`,
  nobody: 'まだだれもいません。来場者には「質問すると後で回答」と表示されます。',
  pieceOf: (name, session) => `${name}、${session}`,
  who: (piece) => `担当：${piece}`,
  from: (piece) => `開始：${piece}`,
  to: (piece) => `終了：${piece}`,
  splitWithYou: 'あなたと分ける',
  splitWith: (name) => `${name}さんと分ける`,
  giveBack: '取り消す',
  giveBackOf: (piece) => `取り消す：${piece}`,
  giveItTo: (name) => `${name}さんに任せる`,
  leaveItOut: 'この部分を除く',
  asleep: (times, from, to) => `${times}は、起きている時間（${hour(from)}時から${hour(to)}時）の外です。`,
  asleepHow: 'その間の質問は朝まで残ります。',
  clash: (title, times) => `その時間は「${title}」の司会です：${times}。`,
  clashNobodyFree: 'その時間に空いている共著者はいません。',
  clashAlone: 'その間、ブースに著者がいません。',
  saved: '保存しました。来場者にこの時刻が表示されます。',
  movedOn: '共著者がこの時間帯を変更しました。もう一度見てから選んでください。',
  twice: 'その人は同じ時間に別の当番があります。',
  tooShort: '当番は5分以上です。',
  slowDown: '操作が速すぎます。少し待ってから選んでください。',
  failed: '当番を取得できませんでした。',
  noSessions: 'プログラムに時刻のある展示がまだありません。',
  noPosters: '著者になっているポスターはありません。',
  waking: '起きている時間',
  wakesAt: '起床',
  sleepsAt: '就寝',
};

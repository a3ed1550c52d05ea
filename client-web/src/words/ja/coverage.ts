// Japanese: who is planned, here and missing.

import { counting } from '../counting';
import type { Organiser } from '../organiser_words';

const { n } = counting('ja-JP');

export const coverage: Organiser['coverage'] = {
  heading: '当番の状況',
  failed: '状況を取得できませんでした。',
  wholeEvent: 'イベント全体',
  session: '時間帯',
  csv: '表をファイルに保存',
  csvOf: (what) => `${what}をファイルに保存`,
  hereNow: '人が参加中',
  hereHow: (hall, list) => `会場${n(hall)}人・リスト${n(list)}人`,
  attended: 'ブースに著者がいます',
  ofPlanned: (planned) => `今の予定は${n(planned)}`,
  gaps: (_count) => '件の不在',
  waitingAt: (people, booths) =>
    people === 0 ? '待っている人はいません' : `${n(booths)}か所で${n(people)}人が待っています`,
  quiet: (_count) => '静かなブース',
  quietHow: '著者がいて30分来場者なし',
  rooms: (_count) => '分科会が開催中',
  inRooms: (people) => `${n(people)}人`,
  byTopic: (session) => `当番の状況：${session}`,
  topic: '分野',
  posters: 'ポスター',
  planned: '予定',
  here: '在席',
  gap: '不在',
  nobody: '予定なし',
  keyHere: '著者がいます',
  keyMissing: '予定だが不在',
  keyPlanned: '予定あり',
  keyNobody: '予定なし',
  hallHeading: '今の会場',
  hallHow: 'ブースごとの来場者',
  hallTold: (booths, fullest, visitors, gaps) =>
    booths === 0
      ? `上から見た会場。来場者のいるブースはありません。不在${n(gaps)}件。`
      : `上から見た会場。来場者のいるブースは${n(booths)}か所、最多は${fullest}の${n(visitors)}人。不在${n(gaps)}件。`,
  boothTold: (booth, title, visitors) =>
    `${booth} ${title}：${visitors === 0 ? '来場者なし' : `来場者${n(visitors)}人`}。`,
  boothGap: '著者が不在です。',
  keyGap: '著者が不在',
  poster: '題名',
  visitors: '来場者',
  hallRest: (booths) =>
    booths === 0 ? 'これですべてのブースです。' : `ほかの${n(booths)}か所は来場者も不在もありません。`,
  gapsHeading: '不在のブース（待つ人が多い順）',
  callAll: (count) => `${n(count)}件すべて呼ぶ`,
  callNobody: '呼べる人がいません',
  callAuthor: '著者を呼ぶ',
  callAuthorOf: (booth) => `ブース${booth}の著者を呼ぶ`,
  calledMany: (count) => `${n(count)}件のポスターの著者を呼びました。`,
  called: (at) => `${at}に呼びました`,
  coming: '向かっています',
  later: 'あとで来ます',
  cannotCall: '呼べる人がいません（不参加）',
  noGaps: '不在はありません。',
  noGapsHow: '予定のブースにはすべて著者がいます。',
  booth: 'ブース',
  posterAndAuthor: 'ポスターと当番の著者',
  lastHere: '最後の在席',
  notSeen: 'まだ',
  waiting: '待つ人',
  waitingCount: (count) => `${n(count)}人待ち`,
  nobodyInvited: '招待された著者がいません',
  never: (name) => `${name}さん：まだ来ていません`,
  notHere: (name) => `${name}さん：今はいません`,
  away: (name) => `${name}さん：離席中`,
  inHall: (name) => `${name}さん：参加中`,
  atBooth: (name, booth) => `${name}さん：ブース${booth}`,
  inRoom: (name, room) => `${name}さん：${room}`,
};

export const dayBoard: Organiser['dayBoard'] = {
  heading: '今日の予定：今から1時間',
  nothing: '今行われているものも、1時間以内に始まるものもありません。',
  when: '時刻',
  what: '内容',
  inside: '入室',
  waiting: (count) => `待ち${n(count)}人`,
  until: (time) => `${time}まで`,
  from: (time) => `${time}から`,
  seats: (members, capacity) => `${n(members)}／${n(capacity)}`,
  full: '満席',
  notOpen: '未開放',
};

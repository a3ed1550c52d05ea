// Japanese: the picture of the hall.

import { counting } from '../counting';
import type { More } from '../languages';

const { n } = counting('ja-JP');

export const hall: More['hall'] = {
  label: (where) =>
    `ホール。${where}。矢印キーで歩き、Enterで近くの人とものを一覧します。リストでも同じ内容を文字で見られます。`,
  aisleOf: (aisle, all) => `通路${aisle}／${all}`,
  foyer: 'ロビー',
  wholeHall: 'ホール全体',
  centreOnMe: '自分を中央に',
  zoomIn: '拡大',
  zoomOut: '縮小',
  mapHides: 'Mで隠す',
  map: '地図',
  showMap: '地図を表示',
  mapLabel: 'ホールの地図。クリックするとそこへ歩きます。',
  aisle: '通路',
  here: (count) => `${n(count)}人`,
  hereWith: (count, names) => `${n(count)}人 · 目印：${names.join('、')}`,
  circle: (names, more) => (more > 0 ? `${names.join('、')} +${more}` : names.join('、')),
  stage: 'ステージ',
  helpDesk: '案内',
  you: '自分',
  away: '離席中',
  listMode: 'リスト表示',
  drawing: 'ホールを描画しています',
  doorOpen: (until) => `${until}まで開催`,
  doorOpenNow: '開催中',
  doorOpens: (at) => `${at}に開始`,
  doorClosed: '終了',
  person: (name) => `${name}さんへの操作`,
  near: '近くにあるもの',
  nearHow: '矢印キーで選び、Enterで開きます。',
  nobodyNear: '人もポスターも見えません。',
};

export const emotes: More['emotes'] = {
  label: 'リアクション',
  names: [
    '手を振る',
    '拍手',
    'いいね',
    'ハート',
    '笑う',
    'お祝い',
    '質問',
    'ひらめき',
    '考え中',
    '見ています',
    'コーヒー',
    'ありがとう',
  ],
};

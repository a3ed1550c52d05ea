// Japanese: figures of posters.

import { counting } from '../counting';
import type { More } from '../languages';

const { n } = counting('ja-JP');

export const figures: More['figures'] = {
  heading: '訪問',
  failed: '数を取得できませんでした。',
  visits: (people) => `訪問（${n(people)}人）`,
  visitsOnly: '訪問',
  stay: '滞在の中央値（分）',
  reads: '閲覧',
  questions: '質問',
  nothing: 'まだだれも来ていません。',
  asTable: '表で見る',
  hour: '時刻',
  there: '著者の在席',
  minutes: (count) => `${n(count)}分`,
  how: 'ブースに30秒いると訪問です。色つきの時間は著者がいました。人数だけで、名前は残りません。',
  evenness: '訪問のかたより',
  gini: 'ジニ係数',
  giniHow: (visits, posters) =>
    `0ならどのポスターも同じ訪問数、1に近いほど少数に集中しています。${n(posters)}件のポスターに${n(visits)}回の訪問。`,
  quietest: '訪問の少ないポスター',
  visitsCount: (count) => `${n(count)}回`,
};

// Japanese: before the hall: landing and join page. The avatar and the time zone are chosen with the same words later.

import { counting } from '../counting';
import type { Door } from '../languages';

const { n } = counting('ja-JP');

export const landing: Door['landing'] = {
  openYourLink: '個人用リンクを開いてください',
  how: '運営からメールで届いています。開くとご自分の名前で入場できます。登録は必要ありません。',
  lost: (contact) => `リンクが見つからないときのお問い合わせ：${contact}`,
  lostNoContact: 'リンクが見つからないときは運営にお問い合わせください。',
  posters: (count) => `ポスター${n(count)}件`,
  authorsHere: (count) =>
    count === 0
      ? '発表者はセッションの時間にポスターに来ます'
      : `今、${n(count)}人の発表者がポスターの前にいます`,
  afterLink: (number) => `個人用リンクを開くと、ポスター${number}に着きます。`,
  posterNotFound: (number) => `ポスター${number}はありません。`,
  posterInvited: 'このポスターは招待された方だけが見られます。',
  couldNotLoad: 'イベントから応答がありませんでした。接続を確かめて、もう一度お試しください。',
};

export const join: Door['join'] = {
  personal: 'このリンクはあなた専用です。登録は必要ありません。',
  nameLabel: '名札の名前',
  affiliation: '所属',
  fromInvitation: '招待状の内容です。',
  somethingWrong: '間違いがありますか',
  organisersFix: '運営がすぐに直します。',
  writeTo: (contact) => `${contact}にご連絡いただければ修正します。リンクは変わりません。`,
  writeToOrganisers: '運営にご連絡いただければ修正します。リンクは変わりません。',
  notYou: (name) => `${name}さんではありませんか。`,
  notYouHow: 'その場合は入場せず、ご自分のリンクを運営に依頼してください。',
  shortName: '短い名前',
  shortNameHint: '頭の上に表示されます。16文字まで。',
  avatar: 'アバター',
  skin: '肌',
  hair: '髪',
  top: '服',
  extras: '小物',
  surprise: 'おまかせ',
  hairShape: '髪型',
  topShape: '服の形',
  colour: '色',
  colourOf: (what, number) => `${what}、色${number}`,
  legsColour: 'ズボン',
  hairs: {
    short: 'ショート',
    bob: 'ボブ',
    long: 'ロング',
    curls: 'カール',
    bun: 'おだんご',
    bald: 'スキンヘッド',
    scarf: 'スカーフ',
    cap: '帽子',
    tail: 'ポニーテール',
    turban: 'ターバン',
    crop: '短髪',
  },
  tops: {
    tee: 'Tシャツ',
    hoodie: 'パーカー',
    blazer: 'ジャケット',
    stripe: 'しま模様',
    robe: 'ローブ',
    vest: 'ベスト',
  },
  glasses: '眼鏡',
  beard: 'ひげ',
  headphones: 'ヘッドホン',
  wheelchair: '車いす',
  howToStart: '始め方',
  walk: 'ホールを歩く',
  walkHint: '人とブースが見えます。矢印キー、クリック、検索で動けます。',
  walkHintPhone: 'タップで歩き、ピンチで拡大します。',
  list: 'リストで見る',
  listHint: '同じイベントを見出しとリストで見られます。スクリーンリーダーやスマートフォンに向いています。',
  listHintPhone: 'スマートフォン向け。ポスター、人、講演をその場で。',
  enter: 'ホールに入る',
  enterShort: '入場する',
  entering: '入場しています',
  nothingAsked: 'カメラもマイクも不要です。すべて文字でできます。',
  presents: (numbers) => `あなたの発表は${numbers}です。`,
  codeOfConduct: '行動規範',
  privacy: 'プライバシー',
  badLink: 'このリンクではホールに入れません。',
  badLinkHow:
    '新しいリンクに替わったか、期限が切れた可能性があります。メールにある最新のリンクを開くか、新しいリンクを依頼してください。',
  noToken: '個人用リンクをもう一度開いてください',
  noTokenHow: '安全のため、リンクはアドレス欄に残りません。運営からのメールにあります。',
  tooMany: (seconds) => `試行回数が多すぎます。${n(seconds)}秒待って、もう一度お試しください。`,
  refused: {
    unavailable: 'ホールは今応答できません。少し待って、もう一度お試しください。',
    restarting: 'ホールを再起動しています。数秒後にもう一度お試しください。',
    origin: 'このページはホールのものではありません。個人用リンクをもう一度開いてください。',
    other: 'うまくいきませんでした。個人用リンクをもう一度開いてください。',
  },
  noCookies: 'このブラウザーは クッキーを受け入れません。',
  noCookiesHow:
    '入場後にあなたを見分けるために必要です。このアドレスのクッキーを許可して、リンクをもう一度開いてください。',
  offline: 'ホールから応答がありませんでした。',
  offlineHow: '接続を確かめてください。リンクは引き続き使えます。',
  elsewhere: '別の端末でホールに入っています。',
  elsewhereHow: 'ここで入場すると、別の端末には移動したことが表示されます。アバターの場所は変わりません。',
  enterHere: '別の端末を離れ、ここで入場する',
  stayThere: '別の端末のままにする',
  isOpenUntil: (at) => `は${at}まで開催中です。`,
  startsAt: (at) => `は${at}に始まります。`,
  authorsNow: (count) =>
    count === 0
      ? '今、発表者のいるポスターはありません。'
      : `今、${n(count)}人の発表者がポスターの前にいます。`,
};

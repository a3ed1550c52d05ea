// Japanese: streams: the player, and the page for people without an invitation.

import { counting } from '../counting';
import type { Stream } from '../stream_words';

const { n } = counting('ja-JP');

export const player: Stream['player'] = {
  of: (title) => `「${title}」の配信`,
  play: '再生',
  pause: '一時停止',
  mute: '音を消す',
  unmute: '音を出す',
  volume: '音量',
  captions: '字幕',
  full: '全画面',
  position: '再生位置',
  stand: 'ステージの前へ',
  close: '配信を閉じる',
  live: 'ライブ',
  recording: '録画',
  held: '全員が同じ瞬間を見ています。',
  catching: 'ほかの人に追いついています。',
  apart: 'この配信には時刻の情報がないため、人によって数秒ずれることがあります。',
  paused: '一時停止中です。再生すると、いま放送中の場面から続きます。',
  loading: '配信を読み込んでいます。',
  waiting: '配信を待っています。',
  ended: '配信は終わりました。',
  gone: '配信から応答がありません。',
  goneHow: (seconds) => `まだ始まっていないのかもしれません。${n(seconds)}秒後にもう一度試します。`,
  broken: 'この配信は再生できません。',
  brokenHow:
    'このアドレスの内容は、このブラウザで読める配信ではありません。もう一度試すか、主催者にお尋ねください。',
  blocked: 'この配信は、いま開いているページより後に追加されました。',
  blockedHow: 'ページを読み込み直すと再生できます。ホールでの場所はそのままです。',
  reload: 'ページを読み込み直す',
  retry: 'もう一度試す',
  elsewhere: (host) => `${host} で見る`,
  elsewhereRecording: (host) => `${host} の録画`,
};

export const streamPage: Stream['streamPage'] = {
  heading: '配信',
  all: 'すべての配信',
  none: 'いま、どなたでも見られる配信はありません。',
  noneHow: '招待された方は、ホールですべてのプログラムをご覧になれます。',
  notHere: 'ここに配信はありません。',
  notHereHow:
    'アドレスが間違っているか、招待された方だけのセッションです。個人用リンクをお持ちの方は、そのリンクを開いてください。',
  couldNotLoad: 'イベントから応答がありません。接続を確かめて、もう一度お試しください。',
  with: (names) => `出演: ${names}`,
  yourTime: (city) => `あなたの時刻（${city}）`,
  eventTime: (hours, city) => `${city}では${hours}`,
  running: '放送中',
  begins: '開始まで',
  beginsNow: 'まもなく始まります',
  days: (count) => `${n(count)}日`,
  waits: '時間になると、ここに配信が現れます。「再生」を押してください。',
  over: '終了',
  overHow: '録画はまだありません。',
  onNoAddress: '配信のアドレスはまだありません。',
  invited: '招待された方は、個人用リンクからホールに入れます。',
};

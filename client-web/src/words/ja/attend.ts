// Japanese: being at one’s poster.

import type { More } from '../languages';

export const attend: More['attend'] = {
  stillHere: 'まだいますか？',
  stillHereHow: (seconds) =>
    `どのキーでも、どこに触れても答えになります。答えがなければ${seconds}秒後にランプが消えます。`,
  here: 'います',
  lampOff: 'ランプが消えています。',
  lampOffHow: '来場者には離席中と見えます。どのキーでも、どこに触れても点きます。',
  light: '点ける',
  isBack: (name, booth) => `${name}さんがブース${booth}に戻りました。`,
  organisersCall: (booth) => `主催者があなたをブース${booth}に呼んでいます。`,
  go: '行く',
  notNow: '今はしない',
  tellMe: '戻ったら知らせる',
  tellMeHow: 'そのときどこにいても、別の日でも、一度だけお知らせします。',
};

// Japanese: the hall's other machines are out of reach for a while.

import type { More } from '../languages';

export const apart: More['apart'] = {
  title: 'ほかのサーバーに再接続しています。',
  how: 'その間、そちらから入った人は見えません。メッセージと質問は保存されて全員に届きますが、近くの会話はここだけに届きます。',
};

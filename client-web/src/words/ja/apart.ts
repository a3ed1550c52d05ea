// Japanese: the hall's other machines are out of reach for a while.

import type { More } from '../languages';

export const apart: More['apart'] = {
  away: 'ほかのサーバーに再接続しています。その間、そちらの人は見えません。近くの会話はここだけに届きます。',
};

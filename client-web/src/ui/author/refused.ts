// Why a file was refused, in the reader's language; to be read behind the file's name.

import type { Refusal } from '../../model/refusal';
import { moreWords } from '../../words';

export function refusedBecause(why: Refusal): string {
  const w = moreWords.refusal;
  switch (why.kind) {
    case 'damaged':
      return w.damaged(why.format);
    case 'manyPixels':
      return w.manyPixels(why.width, why.height);
    case 'large':
      return w.large(why.megabytes);
    case 'other':
      return w.other(w.others[why.what]);
    default:
      return w.plain[why.kind];
  }
}

// ファイルが受け付けられなかった理由。ファイル名の後に続く。

import { counting } from '../counting';

const { n } = counting('ja-JP');

export const refusal = {
  damaged: (format: string): string =>
    `は壊れた ${format} です（途中で終わっています）。保存し直してアップロードしてください。`,
  manyPixels: (width: number, height: number): string =>
    `は ${n(width)} × ${n(height)} 画素です。上限は 100 メガピクセルです。小さくして保存してください。`,
  large: (megabytes: number): string => `は ${n(megabytes)} MB です。上限は 50 MB です。`,
  other: (what: string): string =>
    `は${what}です。ポスターを PDF、PNG、JPEG、WebP のいずれかで保存してください。`,
  others: {
    svg: 'SVG の図',
    page: 'ウェブページ',
    office: 'オフィス文書または圧縮ファイル',
    gif: 'GIF',
    postscript: 'PostScript ファイル',
    unknown: 'PDF でも画像でもないもの',
  },
  plain: {
    noPixels: 'は画素のない画像です。保存し直してください。',
    empty: 'は空です。ポスターそのものをアップロードしてください。',
    protected:
      'を開けませんでした。保護されているか壊れている可能性があります。パスワードなしで保存し直してください。',
    broken: 'を開けませんでした。壊れている可能性があります。保存し直してください。',
    slow: 'は描画に 1 分以上かかります。簡単にするか、画像として保存してください。',
    noPage: 'には表示できるページがありません。保存し直してください。',
    noPrograms: 'を変換できませんでした。サーバーに必要なプログラムがありません。主催者に伝えてください。',
    unreadable: 'を読めません。もう一度アップロードしてください。',
  },
};

// Posters' pictures for the development page: a port of the design's painter. Not part of the build.

const PALETTES: readonly (readonly [string, string, string])[] = [
  ['#1E4E79', '#E8F0F8', '#D9772B'],
  ['#7A1F3D', '#FBF3EC', '#2A7F86'],
  ['#2E5E4E', '#F2F6EE', '#C2533A'],
  ['#272B4A', '#F3F1FA', '#E0A11B'],
  ['#0F6B78', '#EEF7F7', '#B9423A'],
  ['#4B2F63', '#F7F2FA', '#3A8A5D'],
  ['#8A3B12', '#FDF5EC', '#31659C'],
  ['#2B2B2B', '#F4F4F2', '#C43D3D'],
  ['#134B3A', '#FFFDF4', '#D08A1D'],
  ['#334E99', '#F2F5FC', '#4CA08B'],
];

function rng(seed: number): () => number {
  let s = Math.imul(seed, 2654435761) >>> 0 || 1;
  return () => {
    s = (s ^ (s << 13)) >>> 0;
    s = (s ^ (s >>> 17)) >>> 0;
    s = (s ^ (s << 5)) >>> 0;
    return s / 4294967296;
  };
}

interface Brush {
  readonly g: CanvasRenderingContext2D;
  readonly r: () => number;
  readonly dark: string;
  readonly accent: string;
}

export function posterDataUrl(seed: number, portrait: boolean): string {
  const w = portrait ? 38 : 74;
  const h = portrait ? 54 : 52;
  const canvas = document.createElement('canvas');
  canvas.width = w * 6;
  canvas.height = h * 6;
  const g = canvas.getContext('2d');
  if (!g) return '';
  g.scale(6, 6);
  paint(g, w, h, seed);
  return canvas.toDataURL('image/png');
}

function paint(g: CanvasRenderingContext2D, w: number, h: number, seed: number): void {
  const r = rng(seed * 7 + 3);
  r();
  r();
  const [dark, paper, accent] = PALETTES[seed % PALETTES.length] ?? ['#000', '#fff', '#888'];
  const wide = w >= h;
  g.fillStyle = paper;
  g.fillRect(0, 0, w, h);
  const head = Math.max(4, h * (wide ? 0.2 : 0.14));
  const plain = seed % 3 === 2;
  g.fillStyle = plain ? paper : dark;
  g.fillRect(0, 0, w, head);
  g.fillStyle = plain ? dark : paper;
  g.fillRect(w * 0.07, head * 0.26, w * (0.5 + r() * 0.28), Math.max(1.5, head * 0.24));
  g.globalAlpha = 0.7;
  g.fillRect(w * 0.07, head * 0.64, w * (0.3 + r() * 0.2), Math.max(1, head * 0.13));
  g.globalAlpha = 1;
  if (plain) {
    g.fillStyle = accent;
    g.fillRect(0, head - Math.max(1, h * 0.015), w, Math.max(1, h * 0.02));
  }
  const columns = wide ? 3 : 2;
  const gap = w * 0.035;
  const cw = (w - gap * (columns + 1)) / columns;
  for (let c = 0; c < columns; c++) {
    column({ g, r, dark, accent }, gap + c * (cw + gap), head + gap, cw, h, h - gap, gap);
  }
}

function column(b: Brush, x: number, top: number, cw: number, h: number, end: number, gap: number): void {
  const { g, r } = b;
  const u = Math.max(1, h * 0.022);
  let y = top;
  while (y < end - u * 3) {
    if (r() < 0.42) {
      g.fillStyle = b.dark;
      g.fillRect(x, y, cw * 0.55, u * 1.25);
      y += u * 2.6;
      g.fillStyle = '#8C8F94';
      for (let i = 0; i < 3 + r() * 3 && y < end - u; i++) {
        g.fillRect(x, y, cw * (i % 4 === 3 ? 0.6 : 0.96), u * 0.8);
        y += u * 1.9;
      }
      y += u;
    } else {
      const bh = Math.min(end - y, h * (0.18 + r() * 0.12));
      figure(b, x, y, cw, bh, h);
      y += bh + gap;
    }
  }
}

function figure(
  { g, r, dark, accent }: Brush,
  x: number,
  y: number,
  cw: number,
  bh: number,
  h: number,
): void {
  g.fillStyle = '#FFFFFF';
  g.fillRect(x, y, cw, bh);
  const kind = Math.floor(r() * 4);
  if (kind === 0) {
    for (let i = 0; i < 5; i++) {
      g.fillStyle = i === 3 ? accent : dark;
      const v = bh * (0.25 + r() * 0.6);
      g.fillRect(x + cw * (0.08 + i * 0.18), y + bh - v - bh * 0.06, cw * 0.11, v);
    }
  } else if (kind === 1) {
    g.lineWidth = Math.max(1, h * 0.018);
    for (let k = 0; k < 2; k++) {
      g.strokeStyle = k === 1 ? accent : dark;
      g.beginPath();
      for (let i = 0; i <= 6; i++) {
        const px = x + cw * (0.06 + i * 0.147);
        const py = y + bh * (0.85 - (i / 6) ** (0.4 + k * 0.5) * (0.6 - k * 0.12) - r() * 0.05);
        if (i === 0) g.moveTo(px, py);
        else g.lineTo(px, py);
      }
      g.stroke();
    }
  } else if (kind === 2) {
    g.fillStyle = dark;
    g.globalAlpha = 0.85;
    for (let i = 0; i < 3; i++) {
      g.fillRect(x + cw * (0.05 + i * 0.32), y + bh * 0.3, cw * 0.25, bh * 0.4);
      if (i < 2) g.fillRect(x + cw * (0.3 + i * 0.32), y + bh * 0.48, cw * 0.08, Math.max(1, bh * 0.06));
    }
    g.globalAlpha = 1;
  } else {
    g.globalAlpha = 0.75;
    for (let a = 0; a < 4; a++) {
      for (let b = 0; b < 3; b++) {
        g.fillStyle = [dark, accent, '#B9C2C7', '#7FA3B0'][Math.floor(r() * 4)] ?? dark;
        g.fillRect(x + cw * (0.04 + a * 0.24), y + bh * (0.06 + b * 0.31), cw * 0.2, bh * 0.26);
      }
    }
    g.globalAlpha = 1;
  }
}

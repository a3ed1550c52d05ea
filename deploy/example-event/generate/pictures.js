// One illustration a poster, 620 x 300: drawn, not photographed, from a few ways of drawing.
import { dice } from './draw.js';

const W = 620;
const H = 300;
const svg = (body, ground) => `<svg viewBox="0 0 ${W} ${H}" class="picture" preserveAspectRatio="xMidYMid slice"><rect width="${W}" height="${H}" fill="${ground}"/>${body}</svg>`;
const many = (n, draw) => Array.from({ length: n }, (_, i) => draw(i)).join('');
const fixed = (value) => value.toFixed(1);

/// A band of land or water whose upper edge wanders.
function band(random, y, rough, colour, opacity = 1) {
  let height = y;
  const points = [];
  for (let x = 0; x <= W; x += 20) {
    height += (random() - 0.5) * rough;
    points.push(`${x},${fixed(height)}`);
  }
  return `<polygon points="0,${H} ${points.join(' ')} ${W},${H}" fill="${colour}" opacity="${opacity}"/>`;
}

function wave_line(random, y, height, colour, width = 3) {
  const phase = random() * 6;
  const points = Array.from({ length: 156 }, (_, i) => `${i * 4},${fixed(y + Math.sin(i / (5 + random() * 0.2) + phase) * height * (0.3 + 0.7 * Math.abs(Math.sin(i / 17 + phase))))}`);
  return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="${width}"/>`;
}

const draw = {
  coast: (r, c) => svg(`<circle cx="390" cy="70" r="34" fill="#fff" opacity=".85"/>` + band(r, 150, 10, c[1], 0.5) + band(r, 190, 14, c[0], 0.75) + band(r, 235, 26, '#e8d5a9'), c[3]),
  hills: (r, c) => svg(many(4, (i) => band(r, 90 + i * 50, 44, c[i % 3], 0.55 + i * 0.12)) + many(4, (i) => `<circle cx="${90 + i * 150}" cy="${150 + (i % 2) * 50}" r="9" fill="#fff"/>`) + `<polyline points="90,150 240,200 390,150 540,200" fill="none" stroke="#fff" stroke-width="3" stroke-dasharray="4 8"/>`, c[3]),
  sun: (r, c) => svg(`<circle cx="310" cy="110" r="62" fill="#fff" opacity=".9"/>` + many(9, () => `<ellipse cx="${fixed(r() * W)}" cy="${fixed(30 + r() * 90)}" rx="${fixed(40 + r() * 60)}" ry="17" fill="#fff" opacity=".55"/>`) + many(27, (i) => `<rect x="${20 + (i % 9) * 66}" y="${190 + Math.floor(i / 9) * 36}" width="56" height="26" fill="${c[0]}" transform="skewX(-14) translate(60 0)"/>`), c[3]),
  night: (r, c) => svg(many(90, () => `<circle cx="${fixed(r() * W)}" cy="${fixed(r() * 190)}" r="${fixed(0.6 + r() * 1.8)}" fill="#fff"/>`) + `<path d="M500 40a36 36 0 1 0 34 52 30 30 0 1 1-34-52z" fill="#f4ecc8"/>` + band(r, 220, 30, c[0]) + many(6, (i) => `<path d="M${60 + i * 95} 260v-${fixed(40 + r() * 50)}" stroke="#0c1714" stroke-width="7"/>`), '#17253a'),
  rings: (r, c) => svg(many(9, (i) => `<circle cx="${200 + i * 24}" cy="150" r="${fixed(120 - i * 11)}" fill="${i % 2 ? c[1] : c[0]}" opacity="${0.25 + i * 0.08}"/>`) + `<line x1="0" y1="150" x2="${W}" y2="150" stroke="#fff" stroke-width="2" stroke-dasharray="10 6"/>`, c[3]),
  field: (r, c) => svg(many(70, () => { const x = r() * W, y = 30 + r() * 250, s = 8 + r() * 15, d = r() < 0.8 ? 1 : -1; return `<path d="M${fixed(x)} ${fixed(y)}q${fixed(s * d)} ${fixed(-s * 0.7)} ${fixed(2 * s * d)} 0l${fixed(s * 0.6 * d)} ${fixed(-s * 0.4)}v${fixed(s * 0.8)}l${fixed(-s * 0.6 * d)} ${fixed(-s * 0.4)}q${fixed(-s * d)} ${fixed(s * 0.7)} ${fixed(-2 * s * d)} 0" fill="${r() < 0.2 ? '#fff' : c[0]}" opacity=".85"/>`; }), c[3]),
  glyphs: (r, c) => svg(many(28, (i) => `<text x="${20 + (i % 7) * 86}" y="${66 + Math.floor(i / 7) * 68}" font-size="${fixed(34 + r() * 24)}" fill="${c[i % 3]}">${'AΩЖא한字ŊabあπЯבф가ñ文øéשδ読Ǝßכ나語λ'[i] ?? '&'}</text>`), c[3]),
  cells: (r, c) => svg(many(46, () => { const x = r() * W, y = r() * H, s = 16 + r() * 34; return `<ellipse cx="${fixed(x)}" cy="${fixed(y)}" rx="${fixed(s)}" ry="${fixed(s * (0.6 + r() * 0.4))}" fill="${c[Math.floor(r() * 3)]}" opacity=".35" stroke="${c[0]}" stroke-width="2"/><circle cx="${fixed(x + 3)}" cy="${fixed(y)}" r="${fixed(s / 4)}" fill="${c[0]}"/>`; }), c[3]),
  wave: (r, c) => svg(many(3, (i) => wave_line(r, 75 + i * 75, 55, c[i], 4)), c[3]),
  pulse: (r, c) => svg(many(2, (k) => `<polyline points="${Array.from({ length: 63 }, (_, i) => `${i * 10},${fixed(100 + k * 110 + ([0, 0, -8, 0, 12, -70, 48, -6, 0, 0, -14, -6, 0][i % 13] ?? 0) * (0.8 + r() * 0.4))}`).join(' ')}" fill="none" stroke="${c[k]}" stroke-width="4"/>`), c[3]),
  bars: (r, c) => svg(many(22, (i) => { const h = 40 + r() * 200; return `<rect x="${14 + i * 27}" y="${fixed(H - h)}" width="20" height="${fixed(h)}" fill="${c[i % 3]}" opacity=".85"/>`; }), c[3]),
  spike: (r, c) => svg(`<polyline points="${Array.from({ length: 125 }, (_, i) => `${i * 5},${fixed(230 - 130 * Math.exp(-i / 22) * -1 * -1 + (r() - 0.5) * 12 - (i > 78 && i < 88 ? 190 - Math.abs(83 - i) * 36 : 0))}`).join(' ')}" fill="none" stroke="${c[0]}" stroke-width="4"/>`, c[3]),
  tree: (r, c) => svg((function branch(x, y, angle, length, depth) { if (depth === 0) return `<circle cx="${fixed(x)}" cy="${fixed(y)}" r="7" fill="${c[1]}"/>`; const x2 = x + Math.cos(angle) * length, y2 = y + Math.sin(angle) * length; return `<line x1="${fixed(x)}" y1="${fixed(y)}" x2="${fixed(x2)}" y2="${fixed(y2)}" stroke="${c[0]}" stroke-width="${depth * 2}"/>` + branch(x2, y2, angle - 0.3 - r() * 0.4, length * 0.78, depth - 1) + branch(x2, y2, angle + 0.3 + r() * 0.4, length * 0.78, depth - 1); })(310, 295, -Math.PI / 2, 82, 6), c[3]),
  leaf: (r, c) => svg(many(24, () => { const x = r() * W, y = r() * H, s = 18 + r() * 40, a = r() * 360; return `<g transform="translate(${fixed(x)} ${fixed(y)}) rotate(${fixed(a)})"><path d="M0 0q${fixed(s)} ${fixed(-s * 0.7)} ${fixed(2 * s)} 0q${fixed(-s)} ${fixed(s * 0.7)} ${fixed(-2 * s)} 0" fill="${c[Math.floor(r() * 3)]}" opacity=".8"/><path d="M0 0h${fixed(2 * s)}" stroke="#fff" stroke-width="2"/></g>`; }), c[3]),
  garden: (r, c) => svg(many(26, (i) => { const x = 20 + i * 23, h = 40 + r() * 170; return `<path d="M${x} ${H}q${fixed((r() - 0.5) * 30)} ${fixed(-h / 2)} 0 ${fixed(-h)}" stroke="${c[0]}" stroke-width="4" fill="none"/><circle cx="${x}" cy="${fixed(H - h)}" r="${fixed(6 + r() * 9)}" fill="${c[i % 3]}"/>`; }), c[3]),
  script: (r, c) => svg(many(7, (i) => wave_line(r, 36 + i * 38, 13, i === 3 ? c[1] : '#51483c', 2.2)) + `<rect x="40" y="133" width="330" height="36" fill="${c[1]}" opacity=".25"/>`, '#f3ead7'),
  bubbles: (r, c) => svg(many(7, (i) => { const w = 130 + r() * 180, left = i % 2 ? W - w - 40 : 40, y = 14 + i * 40; return `<rect x="${fixed(left)}" y="${y}" width="${fixed(w)}" height="32" rx="16" fill="${c[i % 2]}"/><rect x="${fixed(left + 16)}" y="${y + 12}" width="${fixed(w - 60)}" height="8" rx="4" fill="#fff" opacity=".8"/>`; }), c[3]),
  mesh: (r, c) => svg(many(60, (i) => `<rect x="${20 + (i % 12) * 49}" y="${20 + Math.floor(i / 12) * 54}" width="40" height="44" rx="4" fill="${c[Math.floor(r() * 3)]}" opacity="${fixed(0.45 + r() * 0.55)}"/>`), c[3]),
  grid: (r, c) => svg(many(240, (i) => `<rect x="${(i % 24) * 26}" y="${Math.floor(i / 24) * 30}" width="24" height="28" fill="${c[0]}" opacity="${fixed(r() ** 3)}"/>`), c[3]),
  blocks: (r, c) => svg(many(14, (i) => { const w = 60 + r() * 120, x = 20 + (i % 4) * 150, y = 20 + Math.floor(i / 4) * 70; return `<rect x="${x}" y="${y}" width="${fixed(Math.min(w, 140))}" height="46" fill="${c[i % 3]}"/><rect x="${x + 10}" y="${y + 18}" width="${fixed(w * 0.4)}" height="9" fill="#fff" opacity=".8"/>`; }), c[3]),
  gantt: (r, c) => svg(many(9, (row) => { let x = 10; let out = ''; while (x < 580) { const w = 30 + r() * (row === 5 ? 120 : 60); out += `<rect x="${fixed(x)}" y="${14 + row * 31}" width="${fixed(Math.min(w, 610 - x))}" height="24" fill="${row === 5 ? c[1] : c[0]}" opacity="${fixed(0.5 + r() * 0.5)}"/>`; x += w + 6; } return out; }), c[3]),
  thread: (r, c) => svg(many(9, (i) => `<rect x="180" y="${10 + i * 32}" width="400" height="24" fill="#fff" stroke="${c[2]}"/>`) + `<path d="M180 22C60 22 60 86 180 86S40 54 180 54 20 182 180 182 70 118 180 118 30 278 180 278" fill="none" stroke="${c[1]}" stroke-width="5"/>`, c[3]),
  dial: (r, c) => svg(many(3, (i) => { const x = 120 + i * 190, a = -2.4 + r() * 1.7; return `<circle cx="${x}" cy="165" r="78" fill="#fff" stroke="${c[0]}" stroke-width="8"/>` + many(11, (k) => { const t = Math.PI * (1 + k / 10); return `<line x1="${fixed(x + Math.cos(t) * 58)}" y1="${fixed(165 + Math.sin(t) * 58)}" x2="${fixed(x + Math.cos(t) * 68)}" y2="${fixed(165 + Math.sin(t) * 68)}" stroke="${c[2]}" stroke-width="4"/>`; }) + `<line x1="${x}" y1="165" x2="${fixed(x + Math.cos(a) * 60)}" y2="${fixed(165 + Math.sin(a) * 60)}" stroke="${c[1]}" stroke-width="6"/>`; }), c[3]),
  tags: (r, c) => svg(many(20, (i) => { const x = 30 + (i % 5) * 116, y = 24 + Math.floor(i / 5) * 68; return `<g transform="rotate(${fixed((r() - 0.5) * 14)} ${x} ${y})"><path d="M${x} ${y + 20}l22-20h70v40h-70z" fill="${c[i % 3]}"/><circle cx="${x + 22}" cy="${y + 20}" r="6" fill="#fff"/></g>`; }), c[3]),
  helix: (r, c) => svg(many(42, (i) => { const x = 12 + i * 14.5, a = i / 2.6, y1 = 150 + Math.sin(a) * 92, y2 = 150 - Math.sin(a) * 92; return `<line x1="${fixed(x)}" y1="${fixed(y1)}" x2="${fixed(x)}" y2="${fixed(y2)}" stroke="${c[2]}" stroke-width="3"/><circle cx="${fixed(x)}" cy="${fixed(y1)}" r="9" fill="${c[0]}"/><circle cx="${fixed(x)}" cy="${fixed(y2)}" r="9" fill="${c[1]}"/>`; }), c[3]),
  spectrum: (r, c) => svg(many(124, (i) => many(18, (k) => { const v = Math.exp(-((k - 9 - 6 * Math.sin(i / 14)) ** 2) / 5) + r() * 0.2; return v > 0.14 ? `<rect x="${i * 5}" y="${H - 16 - k * 16}" width="5" height="16" fill="${c[v > 0.6 ? 1 : 0]}" opacity="${fixed(Math.min(1, v))}"/>` : ''; })), '#10202b'),
  orbit: (r, c) => svg(many(7, (i) => `<ellipse cx="310" cy="150" rx="${50 + i * 38}" ry="${22 + i * 17}" fill="none" stroke="${c[i % 3]}" stroke-width="2.5"/><circle cx="${fixed(310 + Math.cos(i * 1.9) * (50 + i * 38))}" cy="${fixed(150 + Math.sin(i * 1.9) * (22 + i * 17))}" r="${6 + (i % 3) * 3}" fill="${c[i % 3]}"/>`) + `<circle cx="310" cy="150" r="24" fill="${c[1]}"/>`, c[3]),
};

export function picture(kind, id, colours) {
  return draw[kind](dice(`${id}/${kind}`), colours);
}

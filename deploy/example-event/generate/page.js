// A poster as a web page: 2000 x 1414 or 1414 x 2000 pixels, one of four layouts, one of ten palettes.
import { chart, code, dice, escape, flow, table } from './draw.js';
import { picture } from './pictures.js';

// strong, accent, third, fourth of a chart, pale ground of a picture, paper, band of the header, text on it, type.
const PALETTES = [
  { ink: ['#0b5d66', '#d9662b', '#7aa7a9', '#3f7d4f'], pale: '#d7ebee', paper: '#ffffff', band: '#0b5d66', on: '#ffffff', type: 'sans' },
  { ink: ['#7a2e6b', '#e0a100', '#b58fae', '#3a6ea5'], pale: '#f1e4ee', paper: '#fffdf8', band: '#ffffff', on: '#7a2e6b', type: 'serif' },
  { ink: ['#15468a', '#c8402f', '#8ea9cf', '#2f8f83'], pale: '#dfe9f7', paper: '#f4f7fb', band: '#102f5e', on: '#ffffff', type: 'sans' },
  { ink: ['#2f6b2f', '#b5472a', '#9dbb8e', '#85662a'], pale: '#e3efd9', paper: '#fbfcf5', band: '#e3efd9', on: '#234f23', type: 'condensed' },
  { ink: ['#a33b20', '#1f6f8b', '#d9a38f', '#5c5a9e'], pale: '#fbe6dd', paper: '#ffffff', band: '#a33b20', on: '#ffffff', type: 'sans' },
  { ink: ['#4b3f9e', '#e2574c', '#aaa3dc', '#2c8c7a'], pale: '#e7e4f8', paper: '#fafaff', band: '#2b2466', on: '#ffffff', type: 'sans' },
  { ink: ['#126b5f', '#c5314f', '#8fbfb6', '#a06b10'], pale: '#d8efea', paper: '#ffffff', band: '#ffffff', on: '#126b5f', type: 'condensed' },
  { ink: ['#333d47', '#e07b00', '#9aa5b1', '#1b7f9b'], pale: '#e8ecef', paper: '#ffffff', band: '#333d47', on: '#ffffff', type: 'sans' },
  { ink: ['#8c5a14', '#1d5f8a', '#cdae7c', '#7b3b5e'], pale: '#f6ebd3', paper: '#fffaf0', band: '#f6ebd3', on: '#6d450c', type: 'serif' },
  { ink: ['#b0264e', '#2a6f97', '#dd9fb3', '#5f7f27'], pale: '#fbe3ea', paper: '#ffffff', band: '#b0264e', on: '#ffffff', type: 'sans' },
];

const TYPES = {
  sans: "'Atkinson Hyperlegible Next Variable','Noto Sans CJK JP','DejaVu Sans',sans-serif",
  serif: "'DejaVu Serif','Noto Serif CJK JP',serif",
  condensed: "'DejaVu Sans Condensed','DejaVu Sans','Noto Sans CJK JP',sans-serif",
};

// A sentence ends before a space and a capital letter or quote: "6.1 points" and "2.4 million" stay whole.
const sentences = (text) => text.split(/(?<=[.!?]["”]?) (?=[\p{Lu}“])/u);
const list = (items, tag) => `<${tag}>${items.map((item) => `<li>${escape(item)}</li>`).join('')}</${tag}>`;
const panel = (number, heading, body) => `<section><h2><em>${number}</em>${escape(heading)}</h2>${body}</section>`;

function references(poster) {
  const name = poster.title.split(/[:?,]/)[0];
  const initials = (author) => author.replace(/^Dr\. /, '').replace(/^(\p{L})\p{Ll}+ /u, '$1. ');
  const first = initials(poster.authors[0]);
  const last = initials(poster.authors.at(-1));
  return list(
    [`${first} et al. ${name}: technical note and all tables. 2026.`, `${last}. The data behind “${name}”, with a datasheet. 2025.`, `Logs, seeds and failed runs: ${poster.link.replace('https://', '')}/runs`],
    'ol',
  );
}

function panels(poster, palette) {
  const random = dice(poster.id);
  const text = sentences(poster.summary);
  const third = Math.ceil(text.length / 3);
  const prose = (from, to) => `<p>${escape(text.slice(from, to).join(' '))}</p>`;
  return {
    why: panel(1, 'Why', prose(0, third) + list(poster.why, 'ul')),
    picture: `<section class="bare">${picture(poster.look.picture, poster.id, [...palette.ink.slice(0, 3), palette.pale])}</section>`,
    how: panel(2, 'How it works', flow(poster.flow) + prose(third, 2 * third) + list(poster.how, 'ol')),
    code: panel(3, 'In code', code(poster.code)),
    chart: panel(4, 'What we measured', chart(poster.chart, palette.ink, random)),
    table: panel(5, 'In figures', table(poster.table)),
    end: panel(6, 'What it means', `${prose(2 * third, text.length)}<p class="small">Everything is open: code under Apache-2.0, data and this poster under CC BY 4.0. <b>${escape(poster.link.replace('https://', ''))}</b></p>`),
    more: panel(7, 'Further reading', references(poster)),
  };
}

const takeaway = (poster) => `<section class="takeaway">${escape(poster.takeaway)}</section>`;

const LAYOUTS = {
  three: (p, t) => `<main class="three"><div>${p.why}${p.picture}${p.code}</div><div>${p.how}${p.end}${p.more}</div><div>${p.chart}${p.table}${t}</div></main>`,
  hero: (p, t) => `<main class="hero"><div>${p.why}${p.code}${p.more}</div><div class="middle">${t}${p.picture}${p.how}</div><div>${p.chart}${p.table}${p.end}</div></main>`,
  columns: (p, t) => `<main class="columns"><div class="wide">${t}${p.why}${p.picture}</div><div>${p.how}${p.code}</div><div>${p.chart}${p.table}</div><div>${p.end}${p.more}</div></main>`,
  portrait: (p, t) => `<main class="portrait"><div>${p.why}${p.picture}${p.code}${p.table}</div><div>${p.how}${p.chart}</div><div class="foot">${t}${p.end}${p.more}</div></main>`,
};

export function size_of(poster) {
  return poster.look.layout === 'portrait' ? [1414, 2000] : [2000, 1414];
}

export function page(poster, font_folder) {
  const palette = PALETTES[poster.look.palette];
  const [width, height] = size_of(poster);
  const faces = ['latin', 'latin-ext']
    .map((subset) => {
      const range = subset === 'latin' ? 'U+0000-00FF,U+2000-206F,U+2190-21FF,U+2212' : 'U+0100-02FF,U+1E00-1EFF';
      return `@font-face{font-family:'Atkinson Hyperlegible Next Variable';src:url('${font_folder}/atkinson-hyperlegible-next-${subset}-wght-normal.woff2');font-weight:200 800;unicode-range:${range}}`;
    })
    .join('');
  const titles = { three: 66, hero: 62, columns: 64, portrait: 60 };
  const long = poster.title.length > 52 ? 0.86 : 1;
  const style = `${faces}
    @page{size:1189mm 841mm;margin:0} *{box-sizing:border-box;margin:0}
    html,body{width:${width}px;height:${height}px;overflow:hidden}
    body{background:${palette.paper};color:#1b2227;font:${poster.look.layout === 'columns' || TYPES[palette.type].includes('Serif') ? 25 : 27}px/1.36 ${TYPES[palette.type]};display:flex;flex-direction:column;-webkit-print-color-adjust:exact}
    header{background:${palette.band};color:${palette.on};padding:34px 52px 28px;border-bottom:10px solid ${palette.ink[1]};display:flex;gap:36px;align-items:center}
    header div{flex:1} h1{font-size:${titles[poster.look.layout] * long}px;line-height:1.08;font-weight:700;letter-spacing:-.01em}
    header p{font-size:30px;margin-top:14px} header p+p{font-size:24px;opacity:.85;margin-top:4px}
    header aside{font-size:84px;font-weight:800;border:6px solid ${palette.on};border-radius:50%;width:150px;height:150px;display:grid;place-items:center}
    main{flex:1;min-height:0;display:grid;gap:26px;padding:28px 52px 34px} main>div{display:flex;flex-direction:column;gap:22px;min-height:0;overflow:hidden}
    .columns .takeaway{flex:0 0 auto!important} .three{grid-template-columns:1fr 1.06fr 1fr} .hero{grid-template-columns:.9fr 1.25fr .95fr} .columns{grid-template-columns:1.1fr 1.1fr 1.1fr .8fr}
    .portrait{grid-template-columns:1fr 1fr;grid-template-rows:1fr auto} .portrait .foot{grid-column:1/3;display:grid;grid-template-columns:1fr 1.2fr .9fr;gap:26px}
    section{flex:0 1 auto} main>div>section.takeaway{flex:1 0 auto} main>div{justify-content:space-between} section.bare{flex:1 1 190px;min-height:130px} section.bare .picture{width:100%;height:100%;display:block}
    h2{font-size:30px;color:${palette.ink[0]};border-bottom:3px solid ${palette.ink[2]};padding-bottom:5px;margin-bottom:11px} h2 em{font-style:normal;background:${palette.ink[0]};color:#fff;font-size:21px;border-radius:4px;padding:3px 10px;margin-right:13px;vertical-align:3px}
    p+ul,p+ol,.flow+p{margin-top:9px} ul,ol{padding-left:31px} li{margin:5px 0} li::marker{color:${palette.ink[1]};font-weight:700} p.small{font-size:20px;margin-top:10px;color:#454d53}
    .flow{display:flex;flex-wrap:wrap;gap:8px;align-items:center;margin:6px 0 12px} main .flow span{background:${palette.pale};border:2px solid ${palette.ink[0]};padding:8px 15px;font-size:24px;font-weight:600} .flow b{color:${palette.ink[1]};font-size:26px}
    pre{background:#1d2429;color:#e8edf0;font:${poster.look.layout === 'columns' ? 18 : 22}px/1.5 'DejaVu Sans Mono',monospace;padding:18px 22px;white-space:pre-wrap} pre b{color:#8fc7ff;font-weight:400} pre q{color:#ffd48a;quotes:none} pre i{color:#93a1a9}
    figure{margin:4px 0} figcaption{font-weight:650;font-size:25px;margin-bottom:6px} .chart{width:100%;display:block;font-size:18px} .grid{stroke:#d9dee1} .axis{stroke:#39424a;stroke-width:2} .box{fill:none;stroke:#c3cacf;stroke-width:2} .tick{fill:#3d464c;font-size:18px} .value{fill:#1b2227;font-size:17px;font-weight:600}
    .legend{display:flex;gap:20px;font-size:20px;flex-wrap:wrap} .legend i{display:inline-block;width:19px;height:19px;margin-right:8px;vertical-align:-2px}
    table{width:100%;border-collapse:collapse;font-size:25px} th{text-align:left;border-bottom:3px solid ${palette.ink[0]};padding:5px 10px} td{border-bottom:1px solid #cdd4d8;padding:5px 10px} .n{text-align:right;font-variant-numeric:tabular-nums} tr:nth-child(odd) td{background:${palette.pale}66}
    .takeaway{background:${palette.ink[0]};color:#fff;font-size:37px;font-weight:700;line-height:1.2;padding:28px 32px;display:flex;align-items:center} .hero .takeaway{font-size:54px;padding:40px;flex:0 0 auto!important}
    .picture text{font-family:'DejaVu Sans','Noto Sans CJK JP',sans-serif;font-weight:700}`;
  const body = LAYOUTS[poster.look.layout](panels(poster, palette), takeaway(poster));
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escape(poster.title)}</title><style>${style}</style>
    <body><header><div><h1>${escape(poster.title)}</h1><p>${escape(poster.authors.join(', '))}</p><p>${escape(poster.where)}</p></div><aside>${poster.booth}</aside></header>${body}</body></html>`;
}

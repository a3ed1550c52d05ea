// Charts, tables, flows and code boxes as SVG and HTML text. Everything is drawn from the poster's own figures.

export const escape = (text) => String(text).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

/// A repeatable source of numbers in [0, 1): the same poster is drawn the same way each time.
export function dice(seed) {
  let state = [...seed].reduce((hash, letter) => (Math.imul(hash, 31) + letter.codePointAt(0)) >>> 0, 2166136261);
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

const W = 620;
const H = 350;
const LEFT = 56;
const BOTTOM = 44;
const TOP = 18;
const RIGHT = 14;

function ticks(low, high) {
  const step = [1, 2, 2.5, 5, 10].map((s) => s * 10 ** Math.floor(Math.log10((high - low) / 4 || 1))).find((s) => (high - low) / s <= 6);
  const first = Math.ceil(low / step) * step;
  return Array.from({ length: Math.floor((high - first) / step + 1.0001) }, (_, i) => +(first + i * step).toFixed(6));
}

function frame(low, high, body, labels) {
  const y = (value) => H - BOTTOM - ((value - low) / (high - low)) * (H - BOTTOM - TOP);
  const grid = ticks(low, high)
    .map((t) => `<line x1="${LEFT}" x2="${W - RIGHT}" y1="${y(t)}" y2="${y(t)}" class="grid"/><text x="${LEFT - 8}" y="${y(t) + 5}" text-anchor="end" class="tick">${t}</text>`)
    .join('');
  return `<svg viewBox="0 0 ${W} ${H}" class="chart">${grid}${body(y)}<line x1="${LEFT}" x2="${W - RIGHT}" y1="${H - BOTTOM}" y2="${H - BOTTOM}" class="axis"/>${labels}</svg>`;
}

function legend(names, colours) {
  if (names.length < 2) return '';
  return `<div class="legend">${names.map((name, i) => `<span><i style="background:${colours[i]}"></i>${escape(name)}</span>`).join('')}</div>`;
}

function line_chart({ x, series }, colours) {
  const all = Object.values(series).flat();
  const spread = Math.max(...all) - Math.min(...all);
  const low = Math.min(...all) < spread ? 0 : Math.min(...all) - spread * 0.15;
  const high = Math.max(...all) + spread * 0.08;
  const at = (i) => LEFT + 12 + (i * (W - LEFT - RIGHT - 24)) / (x.length - 1);
  const labels = x.map((label, i) => `<text x="${at(i)}" y="${H - BOTTOM + 26}" text-anchor="middle" class="tick">${escape(label)}</text>`).join('');
  return (
    frame(
      low,
      high,
      (y) =>
        Object.values(series)
          .map((values, s) => {
            const points = values.map((value, i) => `${at(i).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
            const marks = values.map((value, i) => `<circle cx="${at(i)}" cy="${y(value)}" r="${s === 0 ? 5.5 : 4}" fill="${colours[s]}"/>`).join('');
            return `<polyline points="${points}" fill="none" stroke="${colours[s]}" stroke-width="${s === 0 ? 4.5 : 2.5}" ${s > 0 ? 'stroke-dasharray="9 5"' : ''}/>${marks}`;
          })
          .join(''),
      labels,
    ) + legend(Object.keys(series), colours)
  );
}

function bar_chart({ x, series }, colours) {
  const groups = Object.values(series);
  const high = Math.max(...groups.flat()) * 1.12;
  const slot = (W - LEFT - RIGHT) / x.length;
  const width = Math.min(70, (slot * 0.72) / groups.length);
  const centre = (i) => LEFT + slot * (i + 0.5);
  const labels = x.map((label, i) => `<text x="${centre(i)}" y="${H - BOTTOM + 26}" text-anchor="middle" class="tick">${escape(label)}</text>`).join('');
  return (
    frame(
      0,
      high,
      (y) =>
        groups
          .map((values, s) =>
            values
              .map((value, i) => {
                const left = centre(i) + (s - groups.length / 2) * width + 2;
                const strong = groups.length > 1 || i === x.length - 1;
                return `<rect x="${left}" y="${y(value)}" width="${width - 4}" height="${y(0) - y(value)}" fill="${strong ? colours[s] : colours[2]}"/><text x="${left + width / 2 - 2}" y="${y(value) - 6}" text-anchor="middle" class="value">${value}</text>`;
              })
              .join(''),
          )
          .join(''),
      labels,
    ) + legend(Object.keys(series), colours)
  );
}

function scatter({ groups }, colours, random) {
  const normal = () => (random() + random() + random() + random() - 2) * 0.9;
  const dots = groups
    .flatMap((_, g) => {
      const cx = 110 + (g % 2) * 330 + random() * 90;
      const cy = 90 + Math.floor(g / 2) * 150 + random() * 40;
      return Array.from({ length: 60 }, () => `<circle cx="${(cx + normal() * 95).toFixed(1)}" cy="${(cy + normal() * 62).toFixed(1)}" r="4.5" fill="${colours[g]}" opacity="0.75"/>`);
    })
    .join('');
  return `<svg viewBox="0 0 ${W} ${H}" class="chart"><rect x="1" y="1" width="${W - 2}" height="${H - 2}" class="box"/>${dots}</svg>${legend(groups, colours)}`;
}

function heat({ rows, columns }, colours, random) {
  const cw = W / columns;
  const ch = (H - 20) / rows;
  const cells = Array.from({ length: rows * columns }, (_, i) => {
    const row = Math.floor(i / columns);
    const hot = row === 0 || row === 7 ? 0.35 + random() * 0.65 : random() ** 6;
    return `<rect x="${((i % columns) * cw).toFixed(1)}" y="${(row * ch).toFixed(1)}" width="${(cw - 1).toFixed(1)}" height="${(ch - 1).toFixed(1)}" fill="${colours[0]}" opacity="${(0.07 + hot * 0.93).toFixed(2)}"/>`;
  }).join('');
  return `<svg viewBox="0 0 ${W} ${H}" class="chart">${cells}</svg>`;
}

export function chart(spec, colours, random) {
  const kinds = { line: line_chart, bars: bar_chart, scatter, heat };
  return `<figure><figcaption>${escape(spec.title)}</figcaption>${kinds[spec.type](spec, colours, random)}</figure>`;
}

export function table({ title, head, rows }) {
  const cells = (row, tag) => `<tr>${row.map((cell, i) => `<${tag}${i ? ' class="n"' : ''}>${escape(cell)}</${tag}>`).join('')}</tr>`;
  return `<figure><figcaption>${escape(title)}</figcaption><table>${cells(head, 'th')}${rows.map((row) => cells(row, 'td')).join('')}</table></figure>`;
}

export function flow(steps) {
  return `<div class="flow">${steps.map((step, i) => `${i ? '<b>→</b>' : ''}<span>${escape(step)}</span>`).join('')}</div>`;
}

const KEYWORDS = /\b(import|from|for|in|if|else|with|as|def|return|assert|print|while|not|lambda)\b/g;
export function code(text) {
  const coloured = escape(text)
    .replace(/('[^'\n]*')/g, '<q>$1</q>')
    .replace(/(^|\s)(#.*)$/gm, '$1<i>$2</i>')
    .replace(KEYWORDS, '<b>$1</b>');
  return `<pre>${coloured}</pre>`;
}

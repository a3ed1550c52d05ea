// Writes ../posters.csv from the posters' texts: node table.js
import { writeFileSync } from 'node:fs';
import { posters } from './posters.js';

const COLUMNS = ['id', 'title', 'authors', 'summary', 'category', 'link', 'booth', 'shifts'];

function cell(value) {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

const rows = posters.map((poster) => COLUMNS.map((name) => cell(name === 'authors' ? poster.authors.join('; ') : poster[name])));
const text = [COLUMNS, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
writeFileSync(new URL('../posters.csv', import.meta.url), text);
for (const poster of posters) {
  const words = poster.summary.split(/\s+/).length;
  if (words < 60 || words > 150) console.warn(`${poster.id}: ${words} words in the summary`);
}

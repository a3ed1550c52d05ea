// Looks through the pages and the files of deploy/ for what is not there (any more). One line for each thing tested.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .trim()
  .split('\n')
  .filter((file) => existsSync(file));
const text = (file) => readFileSync(file, 'utf8');
const pages = files.filter((file) => /^([A-Z-]+|docs\/.*)\.md$/.test(file));

function say(name, faults) {
  console.log(faults.length === 0 ? `pass ${name}` : `fail ${name}: ${faults.join('; ')}`);
}

/** The anchors of a page, as the usual renderers make them of headings. */
function anchors(page) {
  const headings = text(page).match(/^#+ .*$/gm) ?? [];
  return headings.map((line) =>
    line.replace(/^#+ /, '').replace(/[`*]/g, '').toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replace(/ /g, '-'),
  );
}

for (const page of pages) {
  const faults = [];
  for (const [, link] of text(page).matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/.test(link)) continue;
    const [path, anchor] = link.split('#');
    const target = path === '' ? page : normalize(join(dirname(page), path));
    if (!existsSync(target)) faults.push(`${link} is not there`);
    else if (anchor && !anchors(target).includes(anchor)) faults.push(`${link} has no such heading`);
  }
  say(`${page}: its links lead somewhere`, faults);
}

const server = files.filter((file) => /^server\/.*\.[ch]pp$/.test(file)).map(text).join('\n');
const has = new Set(server.match(/"posterhall_[a-z_]+"/g)?.map((name) => name.slice(1, -1)));
for (const file of ['deploy/prometheus/rules.yml', 'deploy/prometheus/rules_test.yml', 'deploy/grafana/posterhall.json', 'docs/operating.md']) {
  const asked = new Set(text(file).match(/\bposterhall_[a-z_]+/g) ?? []);
  say(`${file} asks for figures there are`, [...asked].filter((name) => !has.has(name)).map((name) => `${name} is none`));
}
JSON.parse(text('deploy/grafana/posterhall.json'));

const commands = new Set([...server.matchAll(/add_subcommand\("([a-z]+)"/g)].map(([, name]) => name));
const flags = new Set(server.match(/--[a-z][a-z-]+/g));
for (const [, name] of server.matchAll(/Setting\{"([a-z_]+)"/g)) flags.add(`--${name.replaceAll('_', '-')}`);
for (const page of pages) {
  const faults = [];
  for (const [, name, rest] of text(page).matchAll(/(?:release|opt\/posterhall)\/posterhall ([a-z]+)([^`\n]*)/g)) {
    if (!commands.has(name)) faults.push(`posterhall ${name} is no command`);
    for (const flag of rest.match(/--[a-z][a-z-]+/g) ?? []) if (!flags.has(flag)) faults.push(`${flag} of ${name} is no flag`);
  }
  if (/posterhall [a-z]+/.test(text(page))) say(`${page}: its commands are commands`, faults);
}

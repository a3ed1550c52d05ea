#!/usr/bin/env node
// Writes THIRD-PARTY.md from what is built with: client-web/package-lock.json and the packages of deploy/lib/system.sh.
// node deploy/third-party.mjs writes it; --check ends with 1 when it is not what would be written.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

// What each Debian package is to us, and under which licence its authors give it (its /usr/share/doc/*/copyright).
const LINKED = {
  'libarchive-dev': ['libarchive', 'BSD-2-Clause', 'backup files'],
  'libboost1.81-dev': ['Boost (Asio, Beast and headers)', 'BSL-1.0', 'sockets, HTTP, WebSocket'],
  'libboost-json1.81-dev': ['Boost.JSON', 'BSL-1.0', 'JSON'],
  'libboost-system1.81-dev': ['Boost.System', 'BSL-1.0', 'error codes'],
  'libboost-url1.81-dev': ['Boost.URL', 'BSL-1.0', 'addresses'],
  'libcli11-dev': ['CLI11', 'BSD-3-Clause', 'the command line'],
  'libexpat1-dev': ['Expat', 'MIT', 'programmes as XML'],
  'libhiredis-dev': ['hiredis', 'BSD-3-Clause', 'Redis, between processes'],
  'libpq-dev': ['libpq', 'PostgreSQL', 'the store in PostgreSQL'],
  'libprotobuf-dev': ['Protocol Buffers', 'BSD-3-Clause', 'messages'],
  'libspdlog-dev': ['spdlog, with fmt', 'MIT', 'the log'],
  'libsqlite3-dev': ['SQLite', 'public domain', 'the store'],
  'libssl-dev': ['OpenSSL', 'Apache-2.0', 'hashes, random bytes'],
  'libtomlplusplus-dev': ['toml++', 'MIT', 'event.toml'],
  'libutf8proc-dev': ['utf8proc', 'MIT and Unicode', 'text'],
};
const RUN = {
  'libvips-tools': ['libvips', 'LGPL-2.1-or-later', 'posters are converted by its programs'],
  'poppler-utils': ['Poppler', 'GPL-2.0-or-later', 'PDF posters are drawn by its programs'],
  tzdata: ['the time zone database', 'public domain', 'time zones'],
  caddy: ['Caddy', 'Apache-2.0', 'https in front (`deploy/run --domain`)'],
};
const BUILD_ONLY = new Set(['ca-certificates', 'ccache', 'cmake', 'g++', 'mold', 'ninja-build', 'pkg-config', 'protobuf-compiler']);
// Not among the client's dependencies, and yet part of what browsers get.
const SHIPPED_OF_DEV = { '@fontsource-variable/atkinson-hyperlegible-next': 'OFL-1.1' };

function fail(sentence) {
  console.error(`third-party: ${sentence}`);
  process.exit(1);
}

function debianPackages() {
  const script = 'source deploy/lib/system.sh; source deploy/lib/address.sh; printf "%s\\n" "${BUILD_PACKAGES[@]}" caddy';
  return execFileSync('bash', ['-c', script], { cwd: root, encoding: 'utf8' }).trim().split('\n');
}

function debianTables() {
  const packages = debianPackages();
  for (const name of packages) {
    if (!LINKED[name] && !RUN[name] && !BUILD_ONLY.has(name)) fail(`${name} is built with and has no line in deploy/third-party.mjs.`);
  }
  const rows = (table) =>
    Object.entries(table)
      .filter(([name]) => packages.includes(name))
      .map(([name, [title, licence, use]]) => `| ${title} | ${name} | ${licence} | ${use} |`)
      .sort((a, b) => a.localeCompare(b, 'en'));
  return { linked: rows(LINKED), run: rows(RUN) };
}

function npmRows() {
  const lock = JSON.parse(readFileSync(join(root, 'client-web/package-lock.json'), 'utf8'));
  const rows = [];
  for (const [path, about] of Object.entries(lock.packages)) {
    const name = path.replace(/^.*node_modules\//, '');
    if (path === '' || (about.dev && !SHIPPED_OF_DEV[name])) continue;
    const licence = SHIPPED_OF_DEV[name] ?? about.license;
    if (!licence) fail(`${name} says no licence in client-web/package-lock.json.`);
    rows.push(`| ${name} | ${about.version} | ${licence} |`);
  }
  return rows.sort((a, b) => a.localeCompare(b, 'en'));
}

function page() {
  const { linked, run } = debianTables();
  return `# What others made

Posterhall is under the [MIT licence](LICENSE). These parts are others' work under their own. Written by
\`node deploy/third-party.mjs\` from \`client-web/package-lock.json\` and the packages of \`deploy/lib/system.sh\`; a test holds it
current.

## Linked into the server

From Debian 12, in the version Debian has that day; the full texts are in \`/usr/share/doc/PACKAGE/copyright\`.

| library | package | licence | for |
| --- | --- | --- | --- |
${linked.join('\n')}

## Run beside the server

Programs of their own, not linked.

| program | package | licence | for |
| --- | --- | --- | --- |
${run.join('\n')}

## In the browser client

Dependencies of the client in the versions of its lock file, those of dependencies too; what is not used is left out of the
built files. The icons are Phosphor's (\`@phosphor-icons/core\`), the font is Atkinson Hyperlegible Next.

| package | version | licence |
| --- | --- | --- |
${npmRows().join('\n')}

## Drawn here

Avatars, hall, pictures and the example event's posters are Posterhall's own, under its licence.
`;
}

const file = join(root, 'THIRD-PARTY.md');
const wanted = page();
if (!process.argv.includes('--check')) {
  writeFileSync(file, wanted);
} else if (readFileSync(file, 'utf8') !== wanted) {
  fail('THIRD-PARTY.md is not what is built with; run: node deploy/third-party.mjs');
}

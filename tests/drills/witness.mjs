// What order and sign-in promise while processes do not hear each other: a moderator beside the cut bans somebody behind it, and
// the organiser revokes another one's link. Both have to be out on every process within the limit, and to be so after healing.
// Run by 40-sentinel.sh, from the project's root, as
//   node tests/drills/witness.mjs POSTERHALL DATA ORIGIN MARKS MOST_MS HERE THERE [PROCESS…]
// HERE and THERE are addresses of the process beside the cut and behind it. Says "ready", then waits for the marks; its last line
// begins with "right" or says what was not. Runs in: Node, with the browser's own code for the wire. Owns: three people.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const [posterhall, data, origin, marks, most, here, there, ...others] = process.argv.slice(2);
const mostMs = Number(most);
const places = [here, there, ...others];
const run = promisify(execFile);
const moment = () => new Promise((resolve) => setTimeout(resolve, 200));
const BAN = 4;

async function guestClass() {
  const { build } = createRequire(`${process.cwd()}/client-web/package.json`)('rolldown');
  const folder = await mkdtemp(join(tmpdir(), 'posterhall-witness-'));
  const file = join(folder, 'guest.mjs');
  await build({ input: 'tests/e2e/support/guest.ts', platform: 'node', logLevel: 'silent', output: { file, format: 'esm' } });
  const { Guest } = await import(pathToFileURL(file));
  await rm(folder, { recursive: true });
  return Guest;
}

async function invite(name, role) {
  const email = `${name}@witness.test`;
  const said = await run(posterhall, ['invite', '--data', data, '--public-url', origin, '--name', name, '--email', email, '--role', role, '--json']);
  const text = JSON.stringify(JSON.parse(said.stdout));
  const link = /"(http[^"]*#[^"]*)"/.exec(text);
  if (!link) throw new Error(`no link for ${name}: ${text}`);
  return { email, link: link[1] };
}

/** Until a line of the drill's marks ends with these words. */
async function marked(words) {
  for (;;) {
    if ((await readFile(marks, 'utf8')).split('\n').some((line) => line.endsWith(words))) return;
    await moment();
  }
}

/** Every process says that with this cookie nobody comes in: "", or which one says something else. */
async function notRefused(cookie) {
  const headers = { Cookie: cookie, Origin: origin, 'Content-Type': 'application/json' };
  for (const place of places) {
    const answer = await fetch(`${place}/api/v1/ticket`, { method: 'POST', headers, body: '{}' });
    if (answer.status !== 401 && answer.status !== 403) return `${place}: ${answer.status}`;
  }
  return '';
}

/** How long it took until nobody of them is in any more, or what is not so after the limit. */
async function allOut(people, since) {
  let left = [];
  for (;;) {
    left = [];
    for (const { name, guest } of people) {
      const said = await notRefused(guest.cookie);
      if (said !== '') left.push(`${name} is not refused by ${said}`);
      if (!guest.gone) left.push(`${name} is still connected`);
    }
    const ms = Date.now() - since;
    if (left.length === 0) return { ms };
    if (ms > mostMs) return { ms, left };
    await moment();
  }
}

const Guest = await guestClass();
const enter = async (name, role, url) => {
  const { email, link } = await invite(name, role);
  const guest = await Guest.enter({ url, origin }, link);
  guest.hide();
  const person = { name, email, guest };
  void guest.ended().then(() => (guest.gone = true));
  return person;
};
const moderator = await enter('moderator', 'moderator', here);
const banned = await enter('banned', 'attendee', there);
const revoked = await enter('revoked', 'attendee', there);
console.log('ready');
await marked('the wire is cut');
const began = Date.now();
await Promise.all([
  moderator.guest.measure(banned.guest.me.me.person, BAN, 'a drill'),
  run(posterhall, ['invite', '--data', data, '--revoke', revoked.email]),
]);
const cut = await allOut([banned, revoked], began);
await marked('healed: the wire is mended');
const healed = await allOut([banned, revoked], Date.now());
const wrong = [
  ...(cut.left ?? []).map((words) => `${words}, ${cut.ms} ms after a ban and a revoked link while the wire was cut.`),
  ...(healed.left ?? []).map((words) => `${words}, ${healed.ms} ms after healing.`),
  ...(moderator.guest.gone ? ['the moderator was sent out.'] : []),
];
console.log(wrong.length > 0 ? wrong.join(' ') : `right: a ban and a revoked link held everywhere ${(cut.ms / 1000).toFixed(1)} s after they were made while the wire was cut, and after healing`);
process.exit(wrong.length > 0 ? 1 : 0);

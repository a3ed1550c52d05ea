// What a browser loads, brotli, against docs/architecture.md ("Browser client"): node sizes.js DIST
// What is loaded until one is on the join page, in the list or in the hall follows from the build's own imports: the
// page's script and the chunks behind that door, each with everything it imports.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const dist = process.argv[2];
const KB = 1000;
const LIMITS = { join: 60 * KB, list: 90 * KB, hall: 230 * KB, stream: 55 * KB, player: 110 * KB, fonts: 60 * KB };

const manifest_path = join(dist, '.vite/manifest.json');
if (!existsSync(manifest_path)) {
  console.log('fail client sizes: the build wrote no manifest (vite.config.ts: build.manifest)');
  process.exit(1);
}
const manifest = JSON.parse(readFileSync(manifest_path, 'utf8'));
const served = (file) => statSync(existsSync(join(dist, `${file}.br`)) ? join(dist, `${file}.br`) : join(dist, file)).size;

function closure(keys) {
  const seen = new Set();
  const files = new Set();
  const queue = [...keys];
  while (queue.length) {
    const key = queue.pop();
    if (seen.has(key) || !manifest[key]) continue;
    seen.add(key);
    files.add(manifest[key].file);
    for (const css of manifest[key].css ?? []) files.add(css);
    queue.push(...(manifest[key].imports ?? []));
  }
  return files;
}

const entry = Object.keys(manifest).filter((key) => manifest[key].isEntry);
// The chunks behind each door, in the order in which main.ts and HallApp.svelte open them. Any other chunk is loaded when
// first used. Whoever renames one of these mends the list: a name that is not there fails.
const VISIT = ['src/start_hall.ts'];
const STAGES = {
  join: ['src/ui/join/JoinPage.svelte'],
  list: [...VISIT, 'src/ui/list/ListView.svelte'],
  'list on a phone': [...VISIT, 'src/ui/app/PhoneBar.svelte', 'src/ui/list/PhoneList.svelte'],
  hall: [...VISIT, 'src/ui/hall/HallView.svelte', 'src/hall_picture.ts', 'src/scene/hall_scene.ts', 'src/scene/pixi_scene.ts', 'browserAll.mjs'],
  // The page of public streams; what Play loads more is below.
  stream: ['src/ui/stream/StreamPage.svelte'],
};
// The words of each stage, of whichever language is the largest (client-web/src/words/index.ts).
const WORDS = { join: ['words', 'door'], list: ['words'], hall: ['words', 'more'], stream: ['words', 'stream'] };
const largest_words = (part) => {
  const chunks = Object.keys(manifest).filter((key) => new RegExp(`(?:^|/)words/[a-z]{2}/${part}\\.ts$`).test(key));
  return chunks.sort((a, b) => served(manifest[b].file) - served(manifest[a].file))[0];
};
const limit_of = (stage) => LIMITS[stage.split(' ')[0]];
const key_of = (name) => Object.keys(manifest).find((key) => key === name || key.endsWith(`/${name}`));
for (const [stage, keys] of Object.entries(STAGES)) {
  const lost = keys.filter((name) => !key_of(name));
  if (lost.length) console.log(`fail client size until the ${stage}: the build has no chunk ${lost.join(', ')} (tests/steps/lines/sizes.js)`);
  const spoken = WORDS[stage.split(' ')[0]].map(largest_words);
  if (spoken.includes(undefined)) console.log(`fail client size until the ${stage}: the build has no chunk of its words (tests/steps/lines/sizes.js)`);
  const files = [...closure([...entry, ...keys.map(key_of), ...spoken])];
  const bytes = files.reduce((sum, file) => sum + served(file), 0);
  report(`client size until the ${stage}`, bytes, limit_of(stage));
}
const player = key_of('hls.light.mjs');
report('client size of a stream that plays', player ? served(manifest[player].file) : Infinity, LIMITS.player);
// hls.js is nobody's who does not press Play.
const first = closure([...entry, ...Object.values(STAGES).flat().map(key_of)]);
const early = Object.keys(manifest).filter((key) => /hls\.js/.test(key) && first.has(manifest[key].file));
if (early.length) console.log(`fail client size: ${early.join(', ')} is loaded before anybody presses Play`);
const fonts = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.woff2') && /latin(?:-ext)?-wght-normal/.test(name));
report('client fonts', fonts.reduce((sum, name) => sum + statSync(join(dist, 'assets', name)).size, 0), LIMITS.fonts);

function report(name, bytes, limit) {
  const words = `${(bytes / KB).toFixed(1)} of ${limit / KB} kB`;
  console.log(bytes <= limit ? `pass ${name}: ${words}` : `fail ${name}: ${words}`);
}

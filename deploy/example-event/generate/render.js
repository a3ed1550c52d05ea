// Draws the posters of ../posters with Chromium and vips: node render.js [ID…]
// Needs chromium, libvips-tools, fonts-dejavu-core, fonts-noto-cjk, and the client's packages (npm ci in client-web).
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { page as page_of, size_of } from './page.js';
import { posters } from './posters.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const client = fileURLToPath(new URL('../../../client-web/', import.meta.url));
const fonts = pathToFileURL(join(client, 'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files')).href;
const { chromium } = createRequire(`${client}package.json`)('@playwright/test');

const out = join(here, '../posters');
const scratch = mkdtempSync(join(tmpdir(), 'posters-'));
mkdirSync(out, { recursive: true });
const wanted = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--allow-file-access-from-files', '--font-render-hinting=none'] });

for (const poster of posters.filter((each) => each.look.layout !== 'none' && (!wanted.length || wanted.includes(each.booth)))) {
  const [width, height] = size_of(poster);
  const html = join(scratch, `${poster.id}.html`);
  writeFileSync(html, page_of(poster, fonts));
  const page = await browser.newPage({ viewport: { width, height } });
  await page.goto(pathToFileURL(html).href);
  await page.evaluate(() => document.fonts.ready);
  // As large as fits: the first size at which no column runs over its end.
  const cut = await page.evaluate(() => {
    const over = () => [...document.querySelectorAll('main>div')].filter((each) => each.scrollHeight > each.clientHeight + 1).length;
    for (let size = 1.3; size > 0.7; size -= 0.02) {
      document.querySelector('main').style.zoom = size;
      if (over() === 0) return 0;
    }
    return over();
  });
  let file;
  if (poster.look.pdf) {
    // A0 landscape, vector: the page's 2000 px stretched to 1189 mm.
    file = join(out, `${poster.id}.pdf`);
    const scale = (1189 / 25.4) * 96 / width;
    await page.evaluate((factor) => {
      document.body.style.overflow = 'hidden';
      document.documentElement.style.cssText = `width:auto;height:auto;zoom:${factor}`;
    }, scale);
    await page.pdf({ path: file, width: '1189mm', height: '841mm', printBackground: true, pageRanges: '1' });
  } else {
    file = join(out, `${poster.id}.png`);
    const raw = join(scratch, `${poster.id}.png`);
    await page.screenshot({ path: raw });
    execFileSync('vips', ['copy', raw, `${file}[palette,Q=60,dither=0,effort=10,compression=9,strip]`]);
  }
  await page.close();
  console.log(`${file.split('/').at(-1)}  ${Math.round(statSync(file).size / 1024)} KB${cut ? `  ${cut} columns are cut off` : ''}`);
}
await browser.close();
rmSync(scratch, { recursive: true });

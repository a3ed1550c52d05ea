// Writes a .br and a .gz beside every text file of the build, so that the server only has to pick one.
import { promisify } from 'node:util';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXT = /\.(?:html|js|mjs|css|svg|json|txt|webmanifest|wasm|ico)$/;
// Below this the headers cost more than the bytes saved.
const SMALLEST = 256;

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

export function precompress(): Plugin {
  let out_dir = 'dist';
  return {
    name: 'posterhall-precompress',
    apply: 'build',
    configResolved(config) {
      out_dir = join(config.root, config.build.outDir);
    },
    async closeBundle() {
      const names = await readdir(out_dir, { recursive: true });
      for (const name of names.filter((each) => TEXT.test(each))) {
        const path = join(out_dir, name);
        const bytes = await readFile(path);
        if (bytes.length < SMALLEST) continue;
        const params = {
          [constants.BROTLI_PARAM_QUALITY]: 11,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        };
        await writeFile(`${path}.br`, await brotli(bytes, { params }));
        await writeFile(`${path}.gz`, await deflate(bytes, { level: 9 }));
      }
    },
  };
}

// The client's import directions must be able to fail: wrong imports are linted as if they stood in src/.
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const client = fileURLToPath(new URL('../../client-web/', import.meta.url));
const require = createRequire(`${client}package.json`);
const { ESLint } = await import(pathToFileURL(require.resolve('eslint')).href).then((module) => module.default ?? module);
const eslint = new ESLint({ cwd: client });

const WRONG = [
  ['src/model/x.ts', "import { a } from '../net/socket';"],
  ['src/model/x.ts', "import { a } from '../scene/pixi';"],
  ['src/model/x.ts', "import { a } from 'svelte';"],
  ['src/net/x.ts', "import { a } from '../ui/join';"],
  ['src/ui/x.ts', "import { a } from '../net/socket';"],
  ['src/ui/x.ts', "import { a } from 'pixi.js';"],
  ['src/scene/x.ts', "import { a } from '../net/socket';"],
  ['src/intents/x.ts', "import { a } from '../ui/x';"],
  ['src/model/x.ts', 'document.title = String(1);'],
];
const RIGHT = [
  ['src/net/x.ts', "import { a } from '../model/hall';\nimport { b } from '@bufbuild/protobuf';\na(b);\n"],
  ['src/ui/x.ts', "import { a } from '../intents/door';\na();\n"],
  ['src/scene/x.ts', "import { a } from 'pixi.js';\na();\n"],
];
const DIRECTIONS = new Set(['no-restricted-imports', 'no-restricted-globals']);

async function refused(file, text) {
  const [result] = await eslint.lintText(text, { filePath: `${client}${file}` });
  return result.messages.some((each) => DIRECTIONS.has(each.ruleId));
}
for (const [file, text] of WRONG) report(file, text, (await refused(file, text)) === true);
for (const [file, text] of RIGHT) report(file, text, (await refused(file, text)) === false);

function report(file, text, good) {
  const name = `client import directions: ${file}: ${text.split('\n')[0]}`;
  console.log(good ? `pass ${name}` : `fail ${name}: judged the wrong way`);
  if (!good) process.exitCode = 1;
}

// Holds the tree to docs/architecture.md: include table, limits, names, cycles. Prints `pass NAME` or `fail NAME: why`.
import { basename } from 'node:path';
import * as layers from './layers.js';
import { functions_of, includes_of, our_files, read, without_comments_and_strings } from './source.js';

const files = our_files();
const cpp = files.filter((path) => /^server\/.*\.(?:hpp|cpp)$/.test(path));
const all_cpp = files.filter((path) => /^(?:server|tests)\/.*\.(?:hpp|cpp)$/.test(path));
const headers = cpp.filter((path) => path.endsWith('.hpp'));
const texts = new Map(all_cpp.map((path) => [path, read(path)]));
const clean = new Map([...texts].map(([path, text]) => [path, without_comments_and_strings(text)]));
const module_of = (path) => path.split('/')[1];

let failed = 0;
function check(name, find) {
  const faults = find();
  if (faults.length === 0) console.log(`pass ${name}`);
  for (const fault of faults) console.log(`fail ${name}: ${fault}`);
  failed += faults.length;
}

check('every module is in the include table', () =>
  [...new Set(cpp.filter((path) => path.split('/').length > 2).map(module_of))]
    .filter((name) => !(name in layers.MAY_INCLUDE))
    .map((name) => `server/${name} has no row; add one to tests/architecture/layers.js and to docs/architecture.md`),
);

check('modules include only what the table allows', () =>
  cpp.flatMap((path) => {
    const own = module_of(path);
    const allowed = layers.MAY_INCLUDE[own] ?? [];
    return includes_of(texts.get(path)).flatMap(({ line, path: target, quoted }) => {
      const other = target.split('/')[0];
      if (!quoted || other === own || !(other in layers.MAY_INCLUDE) || allowed.includes(other)) return [];
      if (allowed.includes(`${other}/ports`) && target.startsWith(`${other}/ports/`)) return [];
      return [`${path}:${line}: ${own} must not include ${target}`];
    });
  }),
);

check('libraries stay in the modules that own them', () =>
  cpp.flatMap((path) =>
    includes_of(texts.get(path)).flatMap(({ line, path: target }) =>
      layers.OUTSIDE.filter((rule) => rule.pattern.test(target) && !rule.modules.includes(module_of(path))).map(
        (rule) => `${path}:${line}: ${rule.what} (${target}) belongs in ${rule.modules.join(', ')}`,
      ),
    ),
  ),
);

check('Beast and generated protobuf appear in no header outside net/ and wire/', () =>
  headers
    .filter((path) => !['net', 'wire'].includes(module_of(path)))
    .flatMap((path) =>
      includes_of(texts.get(path))
        .filter(({ path: target }) => /^boost\/beast|\.pb\.h$/.test(target))
        .map(({ line, path: target }) => `${path}:${line}: ${target}`),
    ),
);

check('the domain has no clock, randomness, input or output', () =>
  cpp
    .filter((path) => module_of(path) === 'domain')
    .flatMap((path) => [
      ...includes_of(texts.get(path)).filter(({ path: target }) => layers.DOMAIN_FORBIDDEN.test(target)).map(({ line, path: target }) => `${path}:${line}: includes <${target}>`),
      ...clean.get(path).split('\n').flatMap((line, at) => (layers.DOMAIN_FORBIDDEN_WORDS.test(line) ? [`${path}:${at + 1}: ${line.trim()}`] : [])),
    ]),
);

check('no include cycles', () => {
  const edges = new Map(cpp.map((path) => [path, includes_of(texts.get(path)).filter(({ quoted }) => quoted).map(({ path: target }) => `server/${target}`).filter((target) => texts.has(target))]));
  const state = new Map();
  const cycles = [];
  function visit(path, trail) {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
      return;
    }
    state.set(path, 'open');
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
    state.set(path, 'done');
  }
  for (const path of edges.keys()) visit(path, []);
  return cycles;
});

check(`no file over ${layers.LIMITS.file_hard} lines`, () =>
  files
    .filter((path) => /\.(?:hpp|cpp|ts|svelte|js|proto|sh|css)$|^(?:deploy\/run|tests\/run)$/.test(path))
    .map((path) => [path, read(path).split('\n').length - 1])
    .filter(([, lines]) => lines > layers.LIMITS.file_hard)
    .map(([path, lines]) => `${path}: ${lines} lines`),
);

check(`no function over ${layers.LIMITS.function} lines`, () =>
  cpp.flatMap((path) =>
    functions_of(clean.get(path))
      .filter(({ lines }) => lines > layers.LIMITS.function)
      .map(({ line, lines }) => `${path}:${line}: ${lines} lines`),
  ),
);

check(`at most ${layers.LIMITS.constructor_arguments} constructor arguments`, () =>
  headers.flatMap((path) =>
    [...clean.get(path).matchAll(/^[ ]+(?:explicit |constexpr )*([A-Z]\w*)\(([^;{]*?)\)\s*(?:noexcept)?\s*(?:;|:|\{|= default)/gm)].flatMap((match) => {
      const top_level = match[2].replace(/<[^<>]*(?:<[^<>]*(?:<[^<>]*>[^<>]*)*>[^<>]*)*>/g, '').replace(/\([^()]*\)/g, '');
      const count = top_level.trim() === '' ? 0 : top_level.split(',').length;
      const declares = new RegExp(`(?:class|struct)\\s+${match[1]}\\b`).test(clean.get(path));
      return declares && count > layers.LIMITS.constructor_arguments ? [`${path}: ${match[1]} takes ${count}`] : [];
    }),
  ),
);

check(`a port has at most ${layers.LIMITS.port_methods} methods`, () =>
  headers
    .filter((path) => path.startsWith('server/hall/ports/'))
    .flatMap((path) =>
      clean
        .get(path)
        .split(/^class /m)
        .slice(1)
        .map((body) => [/^\w+/.exec(body)?.[0], [...body.matchAll(/=\s*0\s*;/g)].length])
        .filter(([, count]) => count > layers.LIMITS.port_methods)
        .map(([name, count]) => `${path}: ${name} has ${count}`),
    ),
);

check('no file is named for nothing in particular', () =>
  files
    .filter((path) => !path.includes('node_modules'))
    .filter((path) => basename(path).toLowerCase().split(/[._-]/).some((word) => layers.FORBIDDEN_NAMES.includes(word)))
    .map((path) => `${path}: name it for what it holds`),
);

check('headers say what they are, where they run and what they own', () =>
  headers.flatMap((path) => {
    const text = texts.get(path);
    const opening = text.split('\n').filter((line, at, lines) => lines.slice(0, at + 1).every((each) => each.startsWith('//'))).join(' ');
    const faults = [];
    if (!opening) faults.push('begin with a comment that says what it is');
    else if (!/Runs on/.test(opening) || !/Owns/.test(opening)) faults.push('say "Runs on" and "Owns" in the opening comment');
    if (!/^#pragma once$/m.test(text)) faults.push('#pragma once is missing');
    if (/^\s*using namespace/m.test(clean.get(path))) faults.push('no `using namespace` in a header');
    return faults.map((fault) => `${path}: ${fault}`);
  }),
);

check('no mutable globals', () =>
  cpp.flatMap((path) =>
    clean
      .get(path)
      .split('\n')
      .flatMap((line, at) =>
        /^(?:static |inline |thread_local )*(?:std::[\w:<>, ]+|int|bool|double|[A-Z]\w+)[&*]? g_?\w+(?:\{.*\}| = .*)?;/.test(line) ||
        /^(?:static|inline|thread_local) (?!const)(?!.*\()(?:std::)?[\w:<>, *&]+ \w+(?:\{.*\}| = .*)?;/.test(line)
          ? [`${path}:${at + 1}: ${line.trim()}`]
          : [],
      ),
  ),
);

process.exitCode = failed ? 1 : 0;

// The architecture check must be able to fail: its readers are tried on known text, right and wrong.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { functions_of, includes_of, without_comments_and_strings } from './source.js';

function expect(name, good) {
  console.log(good ? `pass architecture self-test: ${name}` : `fail architecture self-test: ${name}: not seen`);
  if (!good) process.exitCode = 1;
}

const text = ['#include "net/front.hpp"', '#include <boost/beast.hpp>', '// #include "store/x.hpp"', 'int f(int a) {', ...Array(70).fill('  a += 1;'), '}', 'void g() {', '}', ''].join('\n');
const clean = without_comments_and_strings(text);
expect('includes, quoted and not, comments left out', includes_of(text).map((each) => each.path).join() === 'net/front.hpp,boost/beast.hpp');
expect('a function of 72 lines', functions_of(clean).some((each) => each.lines === 72 && each.line === 4));
expect('a function of 2 lines', functions_of(clean).some((each) => each.lines === 2));
expect('words in strings and comments do not count', !/steady_clock/.test(without_comments_and_strings('auto a = "steady_clock"; // steady_clock')));
expect('line numbers stay', without_comments_and_strings('/* a\nb */\nint c;').split('\n').length === 3);
expect('a wrapped signature is one function', functions_of('int long_name(int a,\n              int b) {\n  return a;\n}\n').some((each) => each.line === 1 && each.lines === 4));

// A tree in which each rule is broken once: every check has to say so, about that file.
const WRONG = {
  'server/hall/front_peek.cpp': '#include "net/front.hpp"\n',
  'server/domain/dice.cpp': '#include <random>\n#include <boost/asio.hpp>\n',
  'server/store/reads_beast.hpp': '// What it is. Runs on: any. Owns: nothing.\n#pragma once\n#include <boost/beast.hpp>\n',
  'server/base/a.hpp': '// A. Runs on: any. Owns: nothing.\n#pragma once\n#include "base/b.hpp"\n',
  'server/base/b.hpp': '// B. Runs on: any. Owns: nothing.\n#pragma once\n#include "base/a.hpp"\n',
  'server/base/string_util.cpp': 'int x();\n',
  'server/base/silent.hpp': '#pragma once\nusing namespace std;\n',
  'server/base/global.cpp': 'static int counter = 0;\n',
  'server/base/long.cpp': `void f() {\n${'  g();\n'.repeat(70)}}\n`,
  'server/base/endless.cpp': '// x\n'.repeat(501),
  'server/base/greedy.hpp': '// G. Runs on: any. Owns: nothing.\n#pragma once\nclass Greedy {\n public:\n  Greedy(int a, int b, int c, int d, int e, int f, int g);\n};\n',
  'server/hall/ports/wide.hpp': `// W. Runs on: any. Owns: nothing.\n#pragma once\nclass Wide {\n public:\n${'  virtual void f() = 0;\n'.repeat(9)}};\n`,
  'server/attic/x.cpp': 'int y();\n',
};
const EXPECTED = [
  /every module is in the include table: server\/attic/,
  /modules include only.*server\/hall\/front_peek\.cpp:1/,
  /libraries stay.*server\/domain\/dice\.cpp:2/,
  /Beast and generated protobuf.*reads_beast\.hpp/,
  /the domain has no clock.*dice\.cpp:1/,
  /no include cycles.*base\/a\.hpp/,
  /no file over.*endless\.cpp/,
  /no function over.*long\.cpp:1/,
  /constructor arguments.*Greedy takes 7/,
  /a port has at most.*Wide has 9/,
  /no file is named.*string_util/,
  /headers say.*silent\.hpp/,
  /no mutable globals.*global\.cpp:1/,
];
const tree = mkdtempSync(join(tmpdir(), 'tree-'));
for (const [path, content] of Object.entries(WRONG)) {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), content);
}
execFileSync('git', ['init', '-q', tree]);
const { stdout } = spawnSync(process.execPath, [fileURLToPath(new URL('check.js', import.meta.url))], { env: { ...process.env, POSTERHALL_CHECKED_TREE: tree }, encoding: 'utf8' });
const said = stdout.split('\n').filter((line) => line.startsWith('fail '));
for (const pattern of EXPECTED) expect(`a tree that breaks it: ${pattern.source}`, said.some((line) => pattern.test(line)));
rmSync(tree, { recursive: true });

// `ctest -V` output as lines `pass`, `fail`, `skip`, one for each gtest case; a program without gtest counts as one.
// A case that skips itself for another reason than "no shared data" is passed on as it is: tests/run makes it a failure.
// node ctest.js LOG [PREFIX]
import { readFileSync } from 'node:fs';

const prefix = process.argv[3] ?? '';
const programs = new Map();
const program = (number) => {
  if (!programs.has(number)) programs.set(number, { name: `test ${number}`, running: null, words: [], cases: 0, failed: 0, tail: [] });
  return programs.get(number);
};

let ended = 0;
for (const line of readFileSync(process.argv[2], 'utf8').split('\n')) {
  const start = /^\s*Start\s+(\d+): (.*)$/.exec(line);
  if (start) {
    program(start[1]).name = start[2];
    continue;
  }
  const result = /^\s*\d+\/\d+ Test\s+#(\d+): (\S+) \.*\s*(.*)$/.exec(line);
  if (result) {
    ended += 1;
    finish(program(result[1]), result[2], result[3]);
    continue;
  }
  const output = /^(\d+): (.*)$/.exec(line);
  if (output) read(program(output[1]), output[2]);
}
if (ended === 0) console.log(`fail ${prefix}ctest: no test ran`);

function read(at, line) {
  at.tail = [...at.tail.slice(-30), line];
  const mark = /^\[ +(RUN|OK|FAILED|SKIPPED) +\] ([\w/.<>-]+\.[\w/-]+)/.exec(line);
  if (!mark) {
    if (at.running) at.words.push(line);
    return;
  }
  const [, what, name] = mark;
  if (what === 'RUN') {
    at.running = name;
    at.words = [];
    return;
  }
  // The summary at the end names failed and skipped cases again.
  if (at.running !== name) return;
  at.running = null;
  at.cases += 1;
  if (what === 'OK') console.log(`pass ${prefix}${at.name} ${name}`);
  if (what === 'FAILED') {
    at.failed += 1;
    console.log(at.words.slice(0, 60).join('\n'));
    console.log(`fail ${prefix}${at.name} ${name}: ${at.words.find((word) => /Failure/.test(word)) ?? 'see above'}`);
  }
  if (what === 'SKIPPED') console.log(`skip ${prefix}${at.name} ${name}: ${at.words.filter((word) => word.trim()).at(-1) ?? 'gives no reason'}`);
}

function finish(at, name, verdict) {
  const good = /^Passed/.test(verdict);
  if (at.running) {
    console.log(at.tail.join('\n'));
    console.log(`fail ${prefix}${name} ${at.running}: the program ended in it (${verdict.trim()})`);
  } else if (at.cases === 0 && good) {
    console.log(`pass ${prefix}${name}`);
  } else if (at.cases === 0 && /Skipped/.test(verdict)) {
    console.log(`skip ${prefix}${name}: ${at.tail.at(-1) ?? 'gives no reason'}`);
  } else if (!good && at.failed === 0) {
    console.log(at.tail.join('\n'));
    console.log(`fail ${prefix}${name}: ${verdict.trim()}`);
  }
}

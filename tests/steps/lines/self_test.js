// The readers of other tools' reports must see failures: each is given a known report, good and bad.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'lines-'));

function lines_of(reader, text) {
  const file = join(scratch, 'report');
  writeFileSync(file, text);
  let out;
  try {
    out = execFileSync(process.execPath, [join(here, reader), file], { encoding: 'utf8' });
  } catch (error) {
    out = error.stdout;
  }
  return out.split('\n').filter((line) => /^(?:pass|fail|skip) /.test(line));
}

function expect(name, lines, patterns) {
  const good = lines.length === patterns.length && patterns.every((pattern, i) => pattern.test(lines[i]));
  console.log(good ? `pass report reader: ${name}` : `fail report reader: ${name}: read ${JSON.stringify(lines)}`);
  if (!good) process.exitCode = 1;
}

const CTEST = `      Start  1: unit_a
      Start  2: unit_b
1: [ RUN      ] A.good
2: [ RUN      ] B.crashes
1: [       OK ] A.good (0 ms)
1: [ RUN      ] A.bad
1: x.cpp:3: Failure
1: [  FAILED  ] A.bad (0 ms)
1: [ RUN      ] A.lacks
1: x.cpp:9: Skipped
1: skipped: no shared data
1: [  SKIPPED ] A.lacks (0 ms)
1: [  SKIPPED ] 1 test, listed below:
1: [  SKIPPED ] A.lacks
1: [  FAILED  ] A.bad
1/3 Test #1: unit_a ...........................***Failed    0.02 sec
2/3 Test #2: unit_b ...........................***Exception: SegFault  0.1 sec
      Start  3: plain
3/3 Test #3: plain ............................   Passed    0.02 sec
`;
expect('ctest', lines_of('ctest.js', CTEST), [/^pass unit_a A\.good$/, /^fail unit_a A\.bad: x\.cpp:3/, /^skip unit_a A\.lacks: skipped: no shared data$/, /^fail unit_b B\.crashes: the program ended/, /^pass plain$/]);
expect('ctest that ran nothing', lines_of('ctest.js', 'No tests were found!!!\n'), [/^fail ctest: no test ran/]);

const vitest = { testResults: [{ name: '/x/client-web/src/a.test.ts', message: '', assertionResults: [{ status: 'passed', fullName: 'one' }, { status: 'failed', fullName: 'two', failureMessages: ['Error: no\n at'] }, { status: 'skipped', fullName: 'three' }] }, { name: '/x/client-web/src/b.test.ts', message: 'does not parse', assertionResults: [] }] };
expect('vitest', lines_of('vitest.js', JSON.stringify(vitest)), [/^pass src\/a\.test\.ts: one$/, /^fail src\/a\.test\.ts: two: Error: no$/, /^skip src\/a\.test\.ts: three: skipped$/, /^fail src\/b\.test\.ts: does not parse$/]);
expect('vitest without a report', lines_of('vitest.js', ''), [/^fail client unit tests/]);

const spec = (title, status, more = {}) => ({ title, tests: [{ projectName: 'p', status, annotations: [], results: [{ error: { message: 'boom\nat' } }], ...more }] });
const playwright = { errors: [], suites: [{ title: 'f.ts', specs: [spec('a', 'expected'), spec('b', 'unexpected'), spec('c', 'flaky'), spec('d', 'skipped', { annotations: [{ type: 'skip', description: 'no shared data' }] })], suites: [{ title: 'inner', specs: [spec('e', 'expected')] }] }] };
expect('Playwright', lines_of('playwright.js', JSON.stringify(playwright)), [/^pass f\.ts > a > p$/, /^fail f\.ts > b > p: boom$/, /^fail f\.ts > c > p: only passed when tried again$/, /^skip f\.ts > d > p: no shared data$/, /^pass f\.ts > inner > e > p$/]);
expect('Playwright that could not start', lines_of('playwright.js', JSON.stringify({ errors: [{ message: 'no server' }], suites: [] })), [/^fail browser: no server$/]);

rmSync(scratch, { recursive: true });

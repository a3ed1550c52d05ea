// Playwright's JSON report as lines `pass`, `fail`, `skip`: node playwright.js REPORT
import { readFileSync } from 'node:fs';

let report;
try {
  report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
} catch {
  console.log('fail browser: Playwright wrote no report');
  process.exit(1);
}
for (const error of report.errors ?? []) console.log(`fail browser: ${plain(error.message)}`);

function plain(text) {
  // eslint-disable-next-line no-control-regex
  return (text ?? 'see above').replace(/\u001b\[[0-9;]*m/g, '').split('\n')[0];
}

function walk(suite, trail) {
  for (const spec of suite.specs ?? []) {
    for (const test of spec.tests) {
      const name = [...trail, spec.title, test.projectName].filter(Boolean).join(' > ');
      const last = test.results.at(-1);
      if (test.status === 'expected') console.log(`pass ${name}`);
      else if (test.status === 'skipped') console.log(`skip ${name}: ${test.annotations.find((each) => each.type === 'skip')?.description ?? 'gives no reason'}`);
      else console.log(`fail ${name}: ${test.status === 'flaky' ? 'only passed when tried again' : plain(last?.error?.message)}`);
    }
  }
  for (const inner of suite.suites ?? []) walk(inner, [...trail, inner.title]);
}
for (const suite of report.suites) walk(suite, [suite.title]);

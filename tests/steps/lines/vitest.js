// vitest's JSON report as lines `pass`, `fail`, `skip`: node vitest.js REPORT
import { readFileSync } from 'node:fs';

let report;
try {
  report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
} catch {
  console.log('fail client unit tests: vitest wrote no report');
  process.exit(1);
}
for (const file of report.testResults) {
  const where = file.name.replace(/^.*client-web\//, '');
  if (file.assertionResults.length === 0) console.log(`fail ${where}: ${(file.message || 'holds no test').split('\n')[0]}`);
  for (const test of file.assertionResults) {
    const name = `${where}: ${test.fullName}`;
    if (test.status === 'passed') console.log(`pass ${name}`);
    else if (test.status === 'failed') console.log(`fail ${name}: ${(test.failureMessages[0] ?? '').split('\n')[0]}`);
    else console.log(`skip ${name}: ${(test.failureMessages?.[0] ?? test.meta?.why ?? (/no shared data/.test(name) ? 'no shared data' : test.status)).split('\n')[0]}`);
  }
}

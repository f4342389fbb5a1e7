import type { Seeded } from './seeded.ts';

/** What people type in their own scripts: kept to the letter. */
export const PEOPLES_TEXTS: readonly string[] = [
  'We cook together every Thursday.',
  'نطبخ معًا كل خميس، ونساعد بعضنا \u2068(English letters)\u2069 في الرسائل',
  'אנחנו מבשלים יחד',
  '我们每个星期四一起做饭',
  'Chúng tôi nấu ăn cùng nhau',
  '👩🏽‍🍳👨‍👩‍👧‍👦🏳️‍🌈 1️⃣ 🇸🇾',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞',
  'e\u0301 and \u00e9 are two ways to write one letter',
  '\u202Eright to left override\u202C',
  'a\u0000b\u0007c',
  'line one\r\nline two\rline three\n\n\n',
  '   spaces   around\t\ttabs   ',
  '<script>alert(1)</script> & "quotes" \'single\'',
  '=HYPERLINK("http://elsewhere.example")',
  'too many words '.repeat(1_700),
];

const ODD_VALUES: readonly string[] = [
  ...PEOPLES_TEXTS,
  '',
  ' ',
  '-1',
  '1e309',
  'NaN',
  '0x10',
  '9007199254740993',
  '٣٠٠',
  '1,000.00',
  '12345678901234567890',
  '9999-99-99',
  '2026-02-30',
  '2026-11-22T25:61',
  '__proto__',
  'constructor',
  '[object Object]',
  'undefined',
  '../../etc/passwd',
  "'; drop table answer; --",
  '{{7*7}}',
  'https://elsewhere.example/\r\nSet-Cookie: session=x',
  'javascript:alert(1)',
  'x'.repeat(61_000),
];

/** Already encoded, and nothing that any browser would send. */
const ODD_BYTES: readonly string[] = ['%', '%zz', '%ff%fe', '%ed%a0%80', '%00', '%c0%af', '%e2%80%ae', '%F0%9F%98'];

/** One value for a field of a form, percent-encoded. */
export function oddValue(chance: Seeded): string {
  return chance.inHundred(20) ? chance.one(ODD_BYTES) : encodeURIComponent(chance.one(ODD_VALUES));
}

/** One part of an address, encoded well enough to be sent. */
export function oddPart(chance: Seeded): string {
  if (chance.inHundred(30)) return '00000000000000000000';
  if (chance.inHundred(50))
    return chance.one(['x', '..', '.', '%2e%2e%2f', '%00', '%ff', '%', "a'b", '__proto__', '*']);
  return encodeURIComponent(chance.one(ODD_VALUES)).slice(0, 3_000) || '-';
}

/** Headers that are wrong in some way, or belong to something else. */
export function oddHeaders(chance: Seeded): Record<string, string> {
  return chance.one<Record<string, string>>([
    { 'Accept-Language': 'xx-YY;q=9, *;;;' },
    { Accept: 'text/event-stream' },
    { Range: 'bytes=9-1, 3-' },
    { 'If-None-Match': '"' },
    { 'Accept-Encoding': 'br;q=0, identity;q=0' },
    { 'Upload-Length': chance.one(['-1', '1e99', 'abc', '99999999999', '10']), 'Tus-Resumable': '1.0.0' },
    { 'Upload-Offset': chance.one(['-1', '1e9', 'abc', '']), 'Tus-Resumable': '1.0.0' },
    { 'Upload-Metadata': chance.one([',,,', 'application', 'application =', 'a b c,d', 'question ////']) },
    { 'Tus-Resumable': '9.9', 'X-HTTP-Method-Override': 'DELETE' },
    { 'X-Forwarded-Host': 'elsewhere.example', 'X-Forwarded-Proto': 'gopher' },
    { 'Content-Encoding': 'gzip' },
    { 'X-Odd': 'é'.repeat(500) },
    { 'X-Remix-Revalidate': 'yes', Purpose: 'prefetch' },
  ]);
}

export function oddCookie(chance: Seeded, cookie: string): string {
  const odd = ['session=', 'session=%00', `session=${'a'.repeat(4_000)}`, ';;;=', 'session="x', `${cookie}; session=x`];
  return chance.one([...odd, `x=%ff; ${cookie}`]);
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { invariant } from '#app/kernel/invariant.ts';
import { directionOf, SPOKEN } from '#app/kernel/languages.ts';
import { languageName } from '#app/words/language-name.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { WORD_LIST } from '../rules/word-list.ts';
import { recountProgram } from './recount-program.server.ts';

const FOLDER = 'scripts/recount-page';
/** In the order in which each needs the one before. */
const UNDER_THE_PROGRAM = ['sha2.mjs', 'ed25519.mjs', 'node-crypto.mjs'];
const COMMAND_LINE = '// ---- Command line';

let made: string | null = null;

/**
 * A page in one file that checks a board wherever it is opened, without the internet: recount.mjs word for word, but
 * for its command line, with what Node gives it written out. There is no second program that would have to agree.
 */
export function recountPage(): string {
  made ??= makePage();
  return made;
}

/** All of recount.mjs that looks at a board: without its imports and its command line. */
export function recountingText(): string {
  const [program = '', commandLine] = withoutModules(recountProgram('node')).split(COMMAND_LINE);
  invariant(commandLine !== undefined, 'recount.mjs ends with its command line, which has its own heading');
  return program;
}

/** The program of the page without the page, as its worker runs it. */
export function recounterScript(): string {
  const names = '{ Buffer, createHash, createPublicKey, verify }';
  return [
    "'use strict';",
    `const node = (() => {\n${UNDER_THE_PROGRAM.map(read).map(withoutModules).join('\n')}\nreturn ${names};\n})();`,
    `globalThis.recounting = ((${names}) => {\n${recountingText()}\nreturn { recount, H };\n})(node);`,
    withoutModules(read('recounter.mjs')),
  ].join('\n\n');
}

function makePage(): string {
  const words = Object.fromEntries(
    SPOKEN.map((language) => [
      language,
      {
        ...wordsIn(language).words.recountPage,
        name: languageName(language),
        direction: directionOf(language),
      },
    ]),
  );
  const parts: Record<string, string> = {
    title: wordsIn('en').words.recountPage.title,
    noscript: SPOKEN.map((language) => wordsIn(language).words.recountPage.noscript).join(' '),
    style: read('page.css'),
    words: JSON.stringify({ ...words, seal: WORD_LIST }).replaceAll('<', '\\u003c'),
    recounter: recounterScript(),
    page: read('page.mjs'),
  };
  for (const [name, part] of Object.entries(parts)) {
    invariant(!/<\/(?:script|style)|<!--/i.test(part), `${name} does not end the element it stands in`);
  }
  const { style = '', recounter = '', page = '' } = parts;
  // The page may run what stands in it and a worker of the same, and can reach nobody.
  const policy = [
    "default-src 'none'",
    `script-src ${[recounter, page].map(sourceOf).join(' ')}`,
    `style-src ${sourceOf(style)}`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return read('page.html')
    .replace('content="policy"', `content="${policy}"`)
    .replace(/ data-part="(\w+)">/g, (_, name: string) => {
      const part = parts[name];
      invariant(part !== undefined, `there is a ${name} to put into the page`);
      return `>${part}`;
    });
}

const read = (name: string) => readFileSync(`${FOLDER}/${name}`, 'utf8');

/** In one file nothing is imported, exported or started by a shell. */
function withoutModules(text: string): string {
  return text
    .replace(/^#!.*\n/, '')
    .replace(/^import .*;\n/gm, '')
    .replace(/^export (?=class|const|function)/gm, '');
}

/** How a Content-Security-Policy names what stands in the page. */
function sourceOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

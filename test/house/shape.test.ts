import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from './planted-tree.ts';
import { exportsOf, filesUnder, isFolder, isTest, linesIn, textOf } from './sources.ts';

const code = filesUnder('app', 'db', 'emails', 'scripts', 'test').filter((path) => /\.(?:tsx?|mjs|css)$/.test(path));
const production = code.filter((path) => !isTest(path) && !path.startsWith('test/'));
const STAGES = ['call', 'application', 'assessment', 'pitch-day', 'award', 'payment', 'mentoring', 'reporting'];
const stageFolders = ['app/people', ...STAGES.map((stage) => `app/grant/${stage}`)].filter(isFolder);

const LINES_MAX = 250;
/** What is long for a reason. */
const LONG: Readonly<Record<string, string>> = {
  'app/paths.ts': 'every address of the portal stands in one place, a line or two each',
  'app/ui/style.css': 'one sheet is read from top to bottom, and sent once',
  'db/schema/call.ts': 'the tables of a stage stand in one file, and a call has many parts',
  'db/schema/payment.ts': 'the tables of a stage stand in one file, and money has the most CHECKs',
  'scripts/recount.mjs': 'one file that a stranger can read and run without any of ours',
  'scripts/recount.py': 'the same in another language',
};
/** Sentences and the story's facts are as long as they are. */
const isProse = (path: string) => path.startsWith('app/words/') || path.startsWith('db/story/');

describe('the size of things', () => {
  it(`keeps source files within ${LINES_MAX} lines`, () => {
    const tooLong = production.filter((path) => !isProse(path) && !(path in LONG) && linesIn(path) > LINES_MAX);
    expect(tooLong.map((path) => `${path}: ${linesIn(path)}`)).toEqual([]);
  });

  it('excuses no file that is short', () => {
    expect(Object.keys(LONG).filter((path) => linesIn(path) <= LINES_MAX)).toEqual([]);
  });

  it('keeps the README of a stage within 60 lines', () => {
    const readmes = filesUnder('app').filter((path) => basename(path) === 'README.md');
    expect(readmes.filter((path) => linesIn(path) > 60)).toEqual([]);
  });
});

describe('tests', () => {
  it('mock no module: files of one worker share them, and would meet the mock in any order', () => {
    const mocking = code.filter(isTest).filter((path) => /\bvi\.(?:mock|doMock)\(/.test(textOf(path)));
    expect(mocking).toEqual([]);
  });
});

/** Names that say nothing. A "manager" is a person in this house, so only a file may not be called one. */
const EMPTY_WORDS = new Set(['util', 'utils', 'helper', 'helpers', 'service', 'services', 'data', 'info', 'misc']);
const EMPTY_ENDING = /(?:Data|Info|Helpers?|Utils?|Services?)$/;

describe('names', () => {
  it('are kebab-case for files and folders', () => {
    const parts = code.flatMap((path) => path.split('/'));
    expect(parts.filter((part) => !/^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/.test(part))).toEqual([]);
  });

  it('say something', () => {
    const empty = code.filter(
      (path) => path.split(/[/.-]/).some((word) => EMPTY_WORDS.has(word)) || /^managers?\./.test(basename(path)),
    );
    expect(empty.filter((path) => !path.startsWith('test/data/'))).toEqual([]);
  });

  it('say something when they are exported', () => {
    const empty = production
      .filter((path) => /\.tsx?$/.test(path))
      .flatMap((path) => exportsOf(path).map(({ name }) => ({ name, path })))
      .filter(({ name }) => EMPTY_ENDING.test(name));
    expect(empty).toEqual([]);
  });
});

const SLOTS =
  /^(?:README\.md|rules|commands|queries|store|store\.server\.ts|notices|notices\.server\.ts|forms|forms\.ts|routes|ui|[a-z-]+\.(?:test|testing)\.tsx?)$/;
/** What a stage has beside the slots, and why. */
const EXTRA: Readonly<Record<string, string>> = {
  'app/people/request.server.ts': 'how every route learns who is asking',
  'app/people/sessions.server.ts': 'the one door to Lucia',
  'app/people/asked-codes.server.ts': 'the one door to the cookie of whoever waits for a code',
  'app/people/reading-language.server.ts': 'the one door to the cookie of the language that somebody chose',
  'app/grant/pitch-day/ballot-box': "the vote's own store",
  'app/grant/pitch-day/BOARD.md': 'the published format that strangers write recounts from',
};

describe.each(stageFolders)('the stage %s', (folder) => {
  const entries = readdirSync(join(PROJECT, folder));

  it('has its slots', () => {
    expect(entries).toEqual(expect.arrayContaining(['README.md', 'queries', 'routes', 'rules']));
  });

  it('has nothing beside them', () => {
    expect(entries.filter((entry) => !SLOTS.test(entry) && !(`${folder}/${entry}` in EXTRA))).toEqual([]);
  });

  it('explains every exported rule, command and query in a docstring', () => {
    const paths = production.filter((path) => new RegExp(`^${folder}/(?:rules|commands|queries)/`).test(path));
    const silent = paths.flatMap((path) =>
      exportsOf(path)
        .filter((exported) => exported.isFunction && !exported.hasDocstring)
        .map(({ name }) => `${path}: ${name}`),
    );
    expect(silent).toEqual([]);
  });
});

describe('the style sheet', () => {
  it('knows no left and no right: half of our readers start at the other side', () => {
    const sided =
      /^\s*(?:(?:margin|padding|border|inset|scroll-\w+)-(?:left|right)|left|right|float|clear|text-align:\s*(?:left|right))\b/;
    const lines = textOf('app/ui/style.css').split('\n');
    expect(lines.filter((line) => sided.test(line))).toEqual([]);
  });
});

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { WORD_LIST } from '#app/grant/pitch-day/rules/word-list.ts';

const DIGITS = '0123456789abcdef'.repeat(4);

/** Arguments are read before any board is: a file that is not there fails a check, and gets that far. */
const NO_BOARD = 'nowhere/board.json';

describe.each([
  ['node', 'scripts/recount.mjs'],
  ['python3', 'scripts/recount.py'],
])('what %s takes to compare with', (program, script) => {
  const run = (...given: string[]) => spawnSync(program, [script, ...given], { encoding: 'utf8' });

  it.each([
    [
      '--root',
      'at least 8, at most 64, digits and letters from a to f, or the first four to eight words of the wall',
      [
        [],
        [''],
        [' - '],
        ['--json'],
        [DIGITS.slice(0, 7)],
        [`${DIGITS}0`],
        ['g'.repeat(8)],
        ['acid actor apple'],
        ['acid actor apple aprils'],
      ],
    ],
    [
      '--manifest',
      'all 64 digits and letters from a to f',
      [[], [''], ['--root'], [DIGITS.slice(0, 63)], [`${DIGITS}0`]],
    ],
  ])('does not take for compared what %s cannot compare', (option, wanted, values) => {
    for (const value of values) {
      const { status, stdout, stderr } = run(NO_BOARD, option, ...value);
      expect(stderr).toBe(`${option} needs what you wrote down: ${wanted}. This is "${value[0] ?? ''}".\n`);
      expect([status, stdout]).toEqual([1, '']);
    }
  });

  it('says which earlier board cannot be read', () => {
    for (const value of [[], ['nowhere/earlier.json'], ['README.md']]) {
      const { status, stdout, stderr } = run(NO_BOARD, '--before', ...value);
      expect(stderr).toMatch(
        /^--before needs the file of a board that you saved earlier\. "[^"]*" cannot be read: .+\n$/,
      );
      expect([status, stdout]).toEqual([1, '']);
    }
  });

  it('knows the words of the wall, all of them and in their order', () => {
    const source = readFileSync(script, 'utf8');
    const [, list = ''] = /^(?:const )?WALL = [`"]+\n([a-z\s]+)/m.exec(source) ?? [];
    expect(list.trim().split(/\s+/)).toEqual(WORD_LIST);
  });

  it('takes words of the wall, with quotes and without, and no name of a file for one', () => {
    for (const words of [['acid actor  Apple april'], ['acid', 'Actor', 'apple', 'april']]) {
      const { stdout } = run('--root', ...words, 'nowhere/zebra');
      expect(stdout).toMatch(/^FAILED format: /);
    }
    expect(run(NO_BOARD, '--root', ...Array(9).fill('acid')).stderr).toContain('four to eight words');
  });

  it('takes what was written down as people copy it, and no option for a file', () => {
    const { status, stdout } = run(NO_BOARD, '--root', 'DEAD-beef 00', '--manifest', DIGITS.replace('0', ' 0'));
    expect(stdout).toMatch(/^FAILED format: /);
    expect(status).toBe(1);
    expect(run('--rooot').stderr).toMatch(/^Usage: /);
    expect(run().stderr).toMatch(/^Usage: /);
  });
});

import { describe, expect, it } from 'vitest';
import { readPabulib } from './pabulib.ts';

const FILE = `META
key;value
description;"Quoted; with ""semicolon"""
budget;1000.5
vote_type;approval
PROJECTS
project_id;cost;name
10;500;Bench
9;300.25;"Tree; big"
VOTES
voter_id;vote
1;10,9
2;9
3;
4;9,9
`;

describe('reading a .pb file', () => {
  it('finds budget, projects and ballots', () => {
    const read = readPabulib(FILE);
    if (!read.ok) throw new Error(read.reason);
    expect(read.value.budgetMinor).toBe(100_050);
    expect(read.value.options).toEqual([
      { id: '10', title: 'Bench', costMinor: 50_000 },
      { id: '9', title: 'Tree; big', costMinor: 30_025 },
    ]);
    expect(read.value.ballots).toEqual([[1, 2], [2], [], [2]]);
    expect(read.value.maxChoices).toBe(2);
    expect(read.value.meta.get('description')).toBe('Quoted; with "semicolon"');
  });

  it('reads Windows line ends, a byte order mark and a missing last line end alike', () => {
    expect(readPabulib(`\uFEFF${FILE.replaceAll('\n', '\r\n').trimEnd()}`)).toEqual(readPabulib(FILE));
  });

  it.each([
    ['section-missing', FILE.replace('VOTES\n', '')],
    ['not-choose-many', FILE.replace('approval', 'ordinal')],
    ['not-an-amount', FILE.replace('1000.5', '1.000,5')],
    ['not-an-amount', FILE.replace('300.25', '300.255')],
    ['column-missing', FILE.replace('project_id', 'number')],
    ['column-missing', FILE.replace('voter_id;vote', 'voter_id;choice')],
    ['project-unknown', FILE.replace('2;9\n', '2;8\n')],
  ])('refuses a file with %s', (reason, text) => {
    expect(readPabulib(text)).toEqual({ ok: false, reason });
  });
});

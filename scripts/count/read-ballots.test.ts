import { describe, expect, it } from 'vitest';
import { fraction } from '#app/kernel/fraction.ts';
import { UnreadableFile } from './ballot-file.ts';
import { readBltFile } from './blt-file.ts';
import { readBoardFile } from './board-file.ts';
import { readPabulibFile } from './pabulib-file.ts';
import { readPreflibFile } from './preflib-file.ts';

const pabulib = (
  votes: string,
  type = 'approval',
  projects = '9;400.25;Benches\n10;300;"A ""quiet""\ncorner; with plants"',
) =>
  `META\nkey;value\nbudget;1000.50\nvote_type;${type}\nPROJECTS\nproject_id;cost;name\n${projects}\nVOTES\nvoter_id;vote;points\n${votes}`;

describe('reading a .pb file', () => {
  it('takes amounts exactly, cells in quotes whole, and a project named twice once', () => {
    const { profile } = readPabulibFile(pabulib('1;10,9,10\r\n2;\n'));
    expect(profile.budget).toEqual(fraction(2001, 2));
    expect(profile.options.map(({ id, name }) => [id, name])).toEqual([
      ['9', 'Benches'],
      ['10', 'A "quiet"\ncorner; with plants'],
    ]);
    expect(profile.ballots.map(({ choices }) => choices)).toEqual([[1, 0], []]);
  });

  it('makes points with decimals whole by one factor for all', () => {
    const { profile } = readPabulibFile(pabulib('1;9,10;0.5,2\n2;10;0.25\n', 'cumulative'));
    expect(profile.ballots.map(({ points }) => points)).toEqual([[2, 8], [1]]);
    expect(profile.pointScale).toBe(4);
  });

  it.each([
    ['Line 13: There is no project 8.', pabulib('1;9\n2;8\n')],
    ['Line 12: 2 projects have 1 numbers of points.', pabulib('1;9,10;5\n', 'cumulative')],
    ['Line 12: Project 9 is given points twice.', pabulib('1;9,9;5,5\n', 'cumulative')],
    ['Line 12: Points are a number of zero or more, and this is "-1".', pabulib('1;9;-1\n', 'cumulative')],
    ['Line 12: A ballot chooses one project.', pabulib('1;9,10\n', 'choose-1')],
    ['Line 4: vote_type is one of approval, choose-1, ordinal, cumulative, scoring.', pabulib('1;9\n', 'shouting')],
    ['Line 8: Project 9 was listed before.', pabulib('1;9\n', 'approval', '9;1;a\n9;2;b')],
    [
      'Line 7: A cost is a number of zero or more, like 5000 or 827838.5, and this is "1,000".',
      pabulib('1;9\n', 'approval', '9;1,000;a'),
    ],
    ['Line 3: The file says 3 votes and holds 1.', pabulib('1;9\n').replace('budget', 'num_votes;3\nbudget')],
    ['There is no section VOTES in this file.', 'META\nkey;value\nPROJECTS\nproject_id;cost\n'],
    ['There is no column vote in this file.', pabulib('1;9\n').replace('voter_id;vote;', 'voter_id;')],
  ])('says %s', (sentence, text) => {
    expect(() => readPabulibFile(text)).toThrow(new UnreadableFile(null, sentence));
  });
});

const CHOIR = '3 1\n4 1 2 0\n3 2 0\n0\n"Amina"\n"Bo"\n"Chandra"\n"Who leads the choir"\n';

describe('reading a .blt file', () => {
  it('takes weights, order, seats and names', () => {
    const { profile } = readBltFile(CHOIR);
    expect(profile.ballots).toEqual([
      { weight: 4, choices: [0, 1], points: null },
      { weight: 3, choices: [1], points: null },
    ]);
    expect(profile.seats).toBe(1);
    expect(profile.options.map(({ name }) => name)).toEqual(['Amina', 'Bo', 'Chandra']);
  });

  it('counts nobody who withdrew, and leaves the others their numbers', () => {
    const { profile } = readBltFile(CHOIR.replace('3 1\n', '3 1\n-1\n'));
    expect(profile.options.map(({ id }) => id)).toEqual(['2', '3']);
    expect(profile.ballots.map(({ choices }) => choices)).toEqual([[0], [0]]);
  });

  it.each([
    ['Line 3: There is no candidate 4.', CHOIR.replace('3 2 0', '3 4 0')],
    ['Line 2: A ballot names a candidate twice.', CHOIR.replace('4 1 2 0', '4 1 1 0')],
    ['Line 2: A ballot ends with 0.', CHOIR.replace('4 1 2 0', '4 1 2')],
    ['Line 2: A ballot is whole numbers only, like "12 3 1 2 0".', CHOIR.replace('4 1 2 0', '4 1=2 0')],
    ['Line 1: The first line is the number of candidates and of seats, like "5 3".', 'Amina\n'],
    ['The ballots have to end with a line "0". Is the file complete?', '3 1\n4 1 2 0\n'],
    ['There are 2 names for 3 candidates.', '3 1\n4 1 2 0\n0\n"Amina"\n"Bo"\n'],
    ['Line 4: After the ballots stand names in quotes.', '3 1\n4 1 2 0\n0\nAmina\n'],
  ])('says %s', (sentence, text) => {
    expect(() => readBltFile(text)).toThrow(new UnreadableFile(null, sentence));
  });
});

const preflib = (...lines: string[]) => `# NUMBER ALTERNATIVES: 3\n# ALTERNATIVE NAME 1: Amina\n${lines.join('\n')}\n`;

describe('reading a file of PrefLib', () => {
  it('reads a ranking up to its first group of equals, and leaves out what is then empty', () => {
    const { profile } = readPreflibFile(preflib('# NUMBER VOTERS: 6', '3: 2,{1,3}', '2: {1,2}', '1: 3,1,2'), false);
    expect(profile.ballots.map(({ weight, choices }) => [weight, choices])).toEqual([
      [3, [1]],
      [1, [2, 0, 1]],
    ]);
    expect(profile.options.map(({ name }) => name)).toEqual(['Amina', '2', '3']);
  });

  it('takes the first category for what is approved, also when it is empty', () => {
    const { profile } = readPreflibFile(preflib('3: {1,3},{2}', '2: {},{1,2,3}', '1: 2,{1,3}'), true);
    expect(profile.kind).toBe('approval');
    expect(profile.ballots.map(({ choices }) => choices)).toEqual([[0, 2], [], [1]]);
  });

  it.each([
    ['Line 3: There is no alternative 4.', preflib('3: 4')],
    ['Line 3: A ballot names an alternative twice.', preflib('3: 1,1')],
    ['Line 3: A ballot looks like "12: 3,1,2".', preflib('3 1')],
    ['Line 3: A ballot looks like "12: 3,1,{2,4}".', preflib('3: 1,{2')],
    ['The file says 9 voters and holds 3. Is it complete?', preflib('# NUMBER VOTERS: 9', '3: 1')],
    ['The line "# NUMBER ALTERNATIVES: …" is missing.', ''],
  ])('says %s', (sentence, text) => {
    expect(() => readPreflibFile(text, false)).toThrow(new UnreadableFile(null, sentence));
  });
});

const board = (changes: object = {}, revealed: object | null = {}) =>
  JSON.stringify({
    format: 'common-pot/board/1',
    manifest: {
      pollId: 'abc',
      options: [
        { id: 'b', title: 'Choir', costMinor: 250 },
        { id: 'a', title: 'Garden', costMinor: 100 },
      ],
      maxChoices: 2,
      seats: null,
      budgetMinor: 300,
      currency: 'GBP',
      countedLevels: ['A', 'B'],
      tie: { rule: 'public-randomness', source: 'a die' },
      ...changes,
    },
    checkpoints: [{ root: '00'.repeat(32) }],
    revealed: revealed && {
      ballots: [
        { body: '{"choices":[1,2],"level":"A"}' },
        { body: '{"choices":[2],"level":"B"}' },
        { body: '{"choices":[1],"level":"D"}' },
      ],
      randomness: '424242',
      ...revealed,
    },
  });

describe('reading a board', () => {
  it('takes the ballots of the levels that decide, and money in the currency', () => {
    const { profile } = readBoardFile(board());
    expect(profile.ballots.map(({ choices }) => choices)).toEqual([[0, 1], [1]]);
    expect(profile.budget).toEqual(fraction(3));
    expect(profile.options[0]).toEqual({ id: 'b', name: 'Choir', cost: fraction(5, 2) });
    expect(profile.kind).toBe('approval');
  });

  it('takes what it promises about choices and ties', () => {
    expect(readBoardFile(board())).toMatchObject({ maxChoices: 2, tieRule: 'public-throw' });
    expect(readBoardFile(board({ tie: { rule: 'smaller-id' } })).tieRule).toBe('smaller-id');
    expect(readPabulibFile(pabulib('1;9\n'))).not.toHaveProperty('maxChoices');
  });

  it('divides money as its currency does, and takes the step that the board promises', () => {
    const yen = readBoardFile(board({ currency: 'JPY', incrementMinor: 100 }));
    expect(yen.profile.budget).toEqual(fraction(300));
    expect(yen.profile.options[0]?.cost).toEqual(fraction(250));
    expect(yen.increment).toEqual(fraction(100));
    const dinars = readBoardFile(board({ currency: 'KWD', incrementMinor: 1_000 }));
    expect(dinars.profile.options[0]?.cost).toEqual(fraction(1, 4));
    expect(dinars.increment).toEqual(fraction(1));
    expect(readBoardFile(board()).increment).toBeUndefined();
    expect(() => readBoardFile(board({ currency: 'XYZ' }))).toThrow('currency that is not known');
  });

  it('breaks ties as the manifest promises, and not before the throw', () => {
    const order = (text: string) => ['a', 'b'].sort(readBoardFile(text).tieBreak);
    expect(order(board({ tie: { rule: 'smaller-id' } }))).toEqual(['a', 'b']);
    const throws = Array.from({ length: 20 }, (_, at) => order(board({}, { randomness: `${at}` }))[0]);
    expect(new Set(throws)).toEqual(new Set(['a', 'b']));
    expect(() => order(board({}, { randomness: null }))).toThrow('is not recorded yet');
  });

  it('has nothing to count before the reveal, or where it is no board', () => {
    expect(() => readBoardFile(board({}, null))).toThrow('not revealed yet');
    expect(() => readBoardFile('{"format":"other"}')).toThrow('This is no board');
    expect(() => readBoardFile('votes')).toThrow('This is no board');
  });
});

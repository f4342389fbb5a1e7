import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { COUNTING_RULES } from '#app/grant/pitch-day/rules/counting/count-by.ts';

const folder = mkdtempSync(join(tmpdir(), 'common-pot-count-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...given: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'scripts/count.ts', ...given], { encoding: 'utf8' });
}

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const STREETS = 'test/data/votes/three-streets.pb';
const CHOIR = '3 1\n4 1 2 0\n3 2 0\n2 3 2 0\n0\n"Amina"\n"Bo"\n"Chandra"\n"Who leads the choir"\n';

/** No more of a board than a count reads. */
const BOARD = JSON.stringify({
  format: 'common-pot/board/1',
  manifest: {
    options: [
      { id: 'a', title: 'Choir', costMinor: 1 },
      { id: 'b', title: 'Garden', costMinor: 1 },
    ],
    maxChoices: 2,
    seats: 1,
    budgetMinor: null,
    currency: 'GBP',
    countedLevels: ['A'],
    tie: { rule: 'smaller-id' },
  },
  checkpoints: [{ root: '00'.repeat(32) }],
  revealed: { ballots: [{ body: '{"choices":[2],"level":"A"}' }], randomness: null },
});

describe('asked for help', () => {
  it('says every rule, every option and an example that works', () => {
    for (const asked of ['--help', '-h']) {
      const { status, stdout, stderr } = run(asked);
      expect([status, stderr]).toEqual([0, '']);
      for (const rule of COUNTING_RULES) expect(stdout).toMatch(new RegExp(`^  ${rule} +(?!undefined)[a-z]`, 'm'));
      for (const option of ['--json', '--seats', '--max-choices', '--increment', '--start', '--completion'])
        expect(stdout).toContain(`\n  ${option} `);
      const [, example = ''] = /Example: npm run -s count -- (.+)/.exec(stdout) ?? [];
      expect(run(...example.split(' ')).status).toBe(0);
    }
    expect(run().stderr).toContain('Name a file of ballots.');
    expect(run().stderr).toContain('--help');
  });
});

describe('the command', () => {
  it('prints what a machine needs', () => {
    const { status, stdout, stderr } = run(STREETS, '--rule', 'greedy_cost', '--json');
    expect(status, stderr).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({
      rule: 'greedy_cost',
      winners: ['10', '9', '31'],
      cost: '2001/2',
      seconds: expect.any(Number),
    });
    expect(answer.order).toEqual(['10', '9', '2', '31', '4']);
  });

  it('says in words why each winner wins', () => {
    const { stdout } = run(fileOf('choir.blt', CHOIR), '--rule', 'irv');
    expect(stdout).toContain(
      'Bo (2) wins with 5 votes against 4 for Amina (1) in the last round, and has more than half of the ballots that count from round 2 on.',
    );
    const shares = run(STREETS, '--rule', 'mes_cost');
    expect(shares.stdout).toContain('Every voter got the same to spend: 62.53. Money that is left over is not');
    expect(shares.stdout).toMatch(/costs 300 and asked its 8 supporters for 12\.50 % each: 8 paid 37\.50 each\./);
  });

  it('counts a board, whose number of choices may be said again', () => {
    expect(run(fileOf('board.json', BOARD), '--rule', 'approval', '--max-choices', '2').stdout).toContain(
      'Garden (b) wins with 1 approval; the best of those without a seat, Choir (a), has 0 approvals.',
    );
  });

  it('leaves ballots out that choose more than one may, and says how many', () => {
    const { stdout } = run(STREETS, '--rule', 'approval', '--max-choices', '2', '--json');
    const { left_out, rounds } = JSON.parse(stdout);
    expect(left_out).toBe(1);
    expect(rounds).toEqual([{ round: 1, votes: { '9': '7', '10': '7', '2': '7', '31': '3', '4': '0' } }]);
    expect(run(STREETS, '--rule', 'approval', '--max-choices', '2').stdout).toMatch(
      /^15 ballots, 5 options\. Not counted: 1 ballot with more choices than allowed\./,
    );
    expect(JSON.parse(run(STREETS, '--rule', 'approval', '--max-choices', '3', '--json').stdout)).not.toHaveProperty(
      'left_out',
    );
  });

  it('says in words what it cannot do', () => {
    const said = (...given: string[]) => {
      const { status, stderr } = run(...given);
      expect(status).toBe(1);
      return stderr.trim();
    };
    expect(said('nowhere.pb', '--rule', 'irv')).toMatch(/^There is no file "nowhere\.pb"/);
    expect(said(STREETS)).toMatch(/^There is no rule ""\. There are: plurality, approval/);
    expect(said(STREETS, '--rule', 'irv')).toBe('irv is for ballots that rank. These choose several.');
    expect(said(STREETS, '--rule', 'mes_cost', '--colour')).toMatch(/--colour/);
    expect(said(STREETS, '--rule', 'greedy_cost', '--increment', '2')).toMatch(/is for equal shares/);
    expect(said(STREETS, '--rule', 'mes_cost_add1', '--increment', '0')).toMatch(/above zero/);
    expect(said(STREETS, '--rule', 'mes_cost', '--start', 'early')).toMatch(/share or whole/);
    expect(said(STREETS, '--rule', 'approval', '--max-choices', '0')).toMatch(
      /^--max-choices is a number of one or more/,
    );
    expect(said(fileOf('choir.blt', CHOIR), '--rule', 'irv', '--max-choices', '2')).toBe(
      '--max-choices is for ballots that choose several, and these rank.',
    );
    expect(said(fileOf('board.json', BOARD), '--rule', 'approval', '--max-choices', '1')).toBe(
      'This file says that one may choose 2, and --max-choices says 1.',
    );
    expect(said(STREETS, STREETS, '--rule', 'mes_cost')).toMatch(/One file at a time/);
    expect(said(fileOf('choir.blt', CHOIR), '--rule', 'scottish_stv', '--seats', '4')).toMatch(
      /more seats than options/,
    );
    expect(said(fileOf('choir.blt', CHOIR.replace('3 2 0', '3 4 0')), '--rule', 'irv')).toBe(
      'Line 3: There is no candidate 4.',
    );
  });

  it('names every rule only once', () => {
    expect(new Set(COUNTING_RULES).size).toBe(17);
  });
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { approvePayout } from '#app/grant/payment/commands/approve-payout.server.ts';
import { createPayout } from '#app/grant/payment/commands/create-payout.server.ts';
import { releaseNextTranche } from '#app/grant/payment/commands/release-next-tranche.server.ts';
import { submitPayout } from '#app/grant/payment/commands/submit-payout.server.ts';
import { auditBooks } from '#app/grant/payment/queries/audit.server.ts';
import { tranchesOf } from '#app/grant/payment/queries/tranches-of.server.ts';
import { writeCamt } from '#app/grant/payment/rules/statement/statement.testing.ts';
import { hashSeen, must, readyToPay } from '#app/grant/payment/trial-payment.testing.ts';
import { type Proved, proved } from '../promise.ts';
import { seeded } from '../seeded.ts';
import { type Errand, payAll, worldOn } from './pay-all.ts';

const CHILD = 'scripts/proof/money/pay-and-die.ts';
const PAYMENTS = 3;

/**
 * Where a process dies, how often that comes by, and which crash of the design it is. Two tranches are reserved, sent and settled
 * three times over; inside a transaction the ledger has been written and the state has not, or the other way round.
 */
const POINTS: readonly (readonly [point: string, comesBy: number, crash: string])[] = [
  ['INSERT bank_file', 1, 'C1'],
  ['INSERT ledger_entry', 4 * PAYMENTS, 'C8'],
  ['UPDATE ledger_tx', 6 * PAYMENTS, 'C8'],
  ['UPDATE payout', 3 * PAYMENTS, 'C8'],
  ['UPDATE bank_file', 1, 'C2'],
  ['INSERT outbox_promise', PAYMENTS, 'C2'],
  ['INSERT statement_import', 2, 'C10'],
  ['INSERT statement_line', 2 * PAYMENTS, 'C10'],
  ['INSERT statement_line_payout', PAYMENTS, 'C10'],
  ['said made', 1, 'C9'],
  ['said file', 1, 'C9'],
  ['said sent', 1, 'C9'],
  ['said brought', 2, 'C10'],
];

/** Kills a process that pays at named points, lets another one go on, and compares the books, the file and what the bank has paid. */
export function proveMoneyCrashes(kills: number, seed: number, tell: (line: string) => void): Promise<Proved> {
  return proved('whatever is killed on the way to the bank, nothing is paid twice or lost', tell, async (broken) => {
    const folder = mkdtempSync(join(tmpdir(), 'money-kills-'));
    const chance = seeded(seed);
    try {
      const { errand, bytes } = approvedOnDisk(join(folder, 'portal.db'));
      for (let done = 0; done < kills; done += 1) {
        // Every point in turn, so that a short run has each.
        const [point, comesBy, crash] = POINTS[done % POINTS.length] as (typeof POINTS)[number];
        const times = 1 + chance.below(comesBy);
        for (const ending of ['', '-wal', '-shm']) rmSync(`${errand.file}${ending}`, { force: true });
        writeFileSync(errand.file, bytes);
        for (const fault of killOnce(errand, point, times))
          broken(`seed ${seed}, ${crash}, killed at ${point} ${times}: ${fault}`);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
    return kills;
  });
}

/** Three tranches of one award, approved, in a file of its own. */
function approvedOnDisk(file: string): { errand: Errand; bytes: Buffer } {
  const trial = readyToPay('three-parts');
  const { as, awardId, world } = trial;
  while (releaseNextTranche(as.grace(), awardId).ok);
  const debits = tranchesOf(as.finn(), awardId).map(({ id, amountMinor }) => {
    const { payoutId } = must(createPayout(as.finn(), id));
    must(submitPayout(as.finn(), payoutId));
    must(approvePayout(as.farah(), payoutId, hashSeen(trial, payoutId)));
    return { endToEndId: payoutId.toUpperCase(), amountMinor: -amountMinor };
  });
  const statement = (day: string) =>
    writeCamt(
      {
        ...{ account: null, currency: 'GBP', openingMinor: null, closingMinor: null },
        lines: debits.map((debit, place) => ({
          ...debit,
          ...{ bookedOn: day, bankRef: `${day}/${place}`, name: 'Amina', text: 'Grant' },
        })),
      },
      '08',
    );
  const { callId, partnerId } = { callId: trial.call.id, partnerId: trial.partnerId };
  const statements = [statement('2026-04-01'), statement('2026-04-02')] as const;
  const errand = { file, at: world.now(), callId, partnerId, finnId: trial.staff.Finn, statements };
  const bytes = world.db.$client.serialize();
  world.db.$client.close();
  return { errand, bytes };
}

function killOnce(errand: Errand, point: string, times: number): string[] {
  const words = [CHILD, JSON.stringify(errand), point, String(times)];
  const child = spawnSync(process.execPath, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (child.signal !== 'SIGKILL') return [`it was not killed, and ended with ${child.status}: ${child.stderr}`];
  const before = child.stdout.split('\n').filter((line) => line.startsWith('file '));
  const world = worldOn(errand.file, errand.at);
  try {
    const faults = auditFaults(world, 'after the restart');
    const again: string[] = [];
    payAll(world, errand, (line) => again.push(line));
    payAll(world, errand, (line) => again.push(line));
    faults.push(...auditFaults(world, 'at the end'));
    const files = new Set([...before, ...again.filter((line) => line.startsWith('file '))]);
    if (files.size !== 1) faults.push(`there are ${files.size} files, or one with different bytes`);
    const read = (sql: string) => world.db.$client.prepare(sql).pluck().get();
    const expect = (what: string, sql: string, wanted: number) => {
      const found = read(sql);
      if (found !== wanted) faults.push(`${what}: ${found} and not ${wanted}`);
    };
    expect('settled payouts', "select count(*) from payout where state = 'settled'", PAYMENTS);
    expect('payouts', 'select count(*) from payout', PAYMENTS);
    expect('granted', "select sum(balance) from ledger_account where kind = 'granted'", 300_000);
    expect('second debits that people must see', "select count(*) from statement_line where state = 'open'", PAYMENTS);
    expect('letters', "select count(*) from outbox_promise where kind = 'payout-sent'", PAYMENTS);
    return faults;
  } finally {
    world.db.$client.close();
    world.votes.close();
  }
}

function auditFaults(world: Parameters<typeof auditBooks>[0], when: string): string[] {
  return auditBooks(world).flatMap(({ ok, name, detail }) => (ok ? [] : [`${when}, ${name}: ${detail}`]));
}

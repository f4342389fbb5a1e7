import { approvePayout } from '#app/grant/payment/commands/approve-payout.server.ts';
import { createPayout } from '#app/grant/payment/commands/create-payout.server.ts';
import { importStatement } from '#app/grant/payment/commands/import-statement.server.ts';
import { makeBankFile } from '#app/grant/payment/commands/make-bank-file.server.ts';
import { markFileSent } from '#app/grant/payment/commands/mark-file-sent.server.ts';
import { releaseNextTranche } from '#app/grant/payment/commands/release-next-tranche.server.ts';
import { submitPayout } from '#app/grant/payment/commands/submit-payout.server.ts';
import { tranchesOf } from '#app/grant/payment/queries/tranches-of.server.ts';
import { writeCamt, writeMt940 } from '#app/grant/payment/rules/statement/statement.testing.ts';
import type { Statement, StatementLine } from '#app/grant/payment/rules/statement/statement.ts';
import {
  hashSeen,
  must,
  PARTNER_ACCOUNT,
  readyToPay,
  type TrialPayment,
} from '#app/grant/payment/trial-payment.testing.ts';
import { type Proved, proved } from '../promise.ts';
import { type Seeded, seeded } from '../seeded.ts';

const OPENING = 600_000;

type Lines = readonly StatementLine[];
type Slip = (lines: Lines, at: number, chance: Seeded) => Lines;

const change =
  (of: (line: StatementLine, chance: Seeded) => Partial<StatementLine>): Slip =>
  (lines, at, chance) =>
    lines.map((line, place) => (place === at ? { ...line, ...of(line, chance) } : line));

/** What goes wrong with one line of a bank's statement. */
const SLIPS: Readonly<Record<string, Slip>> = {
  'a changed amount': change(({ amountMinor }, chance) => ({ amountMinor: amountMinor - 1 - chance.below(5_000) })),
  'a wrong sign': change(({ amountMinor }) => ({ amountMinor: -amountMinor })),
  'a wrong id': change(({ endToEndId }, chance) => ({
    endToEndId: `${(endToEndId ?? '').slice(0, -4)}${1000 + chance.below(9000)}`,
  })),
  'no id': change(() => ({ endToEndId: null })),
  'a missing line': (lines, at) => lines.filter((_, place) => place !== at),
  'a doubled line': (lines, at) => lines.flatMap((line, place) => (place === at ? [line, line] : [line])),
  'a second debit': (lines, at) =>
    lines.flatMap((line, place) => (place === at ? [line, { ...line, bankRef: `${line.bankRef}X` }] : [line])),
  'a debit of somebody unknown': (lines, _at, chance) => [
    ...lines,
    {
      bookedOn: '2026-04-01',
      amountMinor: -1 - chance.below(9_999),
      bankRef: 'Z',
      endToEndId: null,
      name: '',
      text: '?',
    },
  ],
};

/** How the bank wrote it down: whether its closing balance is that of the lines, or of what should have been there. */
const WRITTEN = ['camt balanced', 'camt off', 'mt940 balanced', 'mt940 off'] as const;

/**
 * A clean statement leaves nothing to anybody; one with a slip in it is refused, or leaves a line or a payment for people to look at.
 */
export function proveStatements(slips: number, seed: number, tell: (line: string) => void): Promise<Proved> {
  return proved('a clean statement surprises nobody, and every slip in one is seen', tell, async (broken) => {
    const trial = sentToBank();
    const sqlite = trial.world.db.$client;
    const chance = seeded(seed);
    const right = debitsOf(trial);
    const tried = (what: string, lines: Lines, how: string): ReturnType<typeof bring> => {
      sqlite.exec('savepoint attempt');
      try {
        return bring(trial, statementOf(lines, how.endsWith('off') ? right : lines), how);
      } catch (error) {
        broken(`seed ${seed}: ${what}, ${how}: ${error}`);
        return { isSeen: true, wrongly: 0 };
      } finally {
        sqlite.exec('rollback to attempt; release attempt');
      }
    };
    for (const how of WRITTEN) {
      if (tried('nothing', right, how).isSeen) broken(`a clean statement was not taken as one: ${how}`);
    }
    const names = Object.keys(SLIPS);
    for (let done = 0; done < slips; done += 1) {
      const [name, how] = [names[done % names.length] ?? '', chance.one(WRITTEN)];
      const lines = SLIPS[name]?.(right, chance.below(right.length), chance) ?? right;
      const { isSeen, wrongly } = tried(name, lines, how);
      if (!isSeen) broken(`seed ${seed}: nobody was told of ${name}, ${how}`);
      if (wrongly > 0) broken(`seed ${seed}: ${wrongly} settled wrongly after ${name}, ${how}`);
    }
    sqlite.close();
    return slips + WRITTEN.length;
  });
}

/** @returns whether people have something to look at, and how many payments were settled without a line of their own */
function bring(trial: TrialPayment, statement: Statement, how: string): { isSeen: boolean; wrongly: number } {
  const text = how.startsWith('camt') ? writeCamt(statement, '08') : writeMt940(statement);
  const brought = importStatement(trial.as.finn(), trial.partnerId, { name: 'a', text });
  const read = (sql: string) => trial.world.db.$client.prepare(sql).pluck().all() as string[];
  const settled = read("select end_to_end_id || amount_minor from payout where state = 'settled'");
  const said = new Set(statement.lines.map(({ endToEndId, amountMinor }) => `${endToEndId}${-amountMinor}`));
  const waiting = read("select id from payout where state <> 'settled'");
  const isSeen = !brought.ok || brought.value.open > 0 || waiting.length > 0;
  return { isSeen, wrongly: settled.filter((one) => !said.has(one)).length };
}

/** Three payments, with the bank. */
function sentToBank(): TrialPayment {
  const trial = readyToPay('three-parts');
  const { as, awardId, call } = trial;
  while (releaseNextTranche(as.grace(), awardId).ok);
  for (const { id } of tranchesOf(as.finn(), awardId)) {
    const { payoutId } = must(createPayout(as.finn(), id));
    must(submitPayout(as.finn(), payoutId));
    must(approvePayout(as.farah(), payoutId, hashSeen(trial, payoutId)));
  }
  must(markFileSent(as.finn(), must(makeBankFile(as.finn(), call.id)).fileId));
  return trial;
}

function debitsOf({ world }: TrialPayment): StatementLine[] {
  const rows = world.db.$client.prepare('select end_to_end_id as id, amount_minor as amount from payout').all();
  return (rows as { id: string; amount: number }[]).map(({ id, amount }, place) => ({
    ...{ bookedOn: `2026-04-0${1 + place}`, amountMinor: -amount, bankRef: `B${place}`, endToEndId: id },
    ...{ name: 'Amina', text: 'Grant' },
  }));
}

function statementOf(lines: Lines, balanced: Lines): Statement {
  const closingMinor = balanced.reduce((sum, { amountMinor }) => sum + amountMinor, OPENING);
  return { account: PARTNER_ACCOUNT.accountNumber, currency: 'GBP', openingMinor: OPENING, closingMinor, lines };
}

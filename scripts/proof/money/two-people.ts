import { approvePayout } from '#app/grant/payment/commands/approve-payout.server.ts';
import { createPayout } from '#app/grant/payment/commands/create-payout.server.ts';
import { makeBankFile } from '#app/grant/payment/commands/make-bank-file.server.ts';
import { setPayee } from '#app/grant/payment/commands/set-payee.server.ts';
import { submitPayout } from '#app/grant/payment/commands/submit-payout.server.ts';
import {
  ANOTHER_ACCOUNT,
  hashSeen,
  must,
  readyToPay,
  submitted,
  type TrialPayment,
  trancheAt,
} from '#app/grant/payment/trial-payment.testing.ts';
import type { Id } from '#app/kernel/id.ts';
import { type Proved, proved } from '../promise.ts';

/** When the recipient gives another account, seen from the payout. */
const EDITS = ['never', 'before the submit', 'before the approval', 'before the file'] as const;

/**
 * Every pair of people around an award prepares and approves its payout, with the payee edited at every moment, through the commands
 * and by plain SQL. Money may only be reserved where two finance people have signed what still counts.
 */
export function proveTwoPeople(tell: (line: string) => void): Promise<Proved> {
  return proved('no pair of people and no order of edits gets around the second signature', tell, async (broken) => {
    const begun = readyToPay();
    const pairs = peopleAround(begun).flatMap((maker) => peopleAround(begun).map((checker) => ({ maker, checker })));
    const sqlite = begun.world.db.$client;
    let tried = 0;
    for (const { maker, checker } of pairs) {
      for (const edit of EDITS) {
        tried += 1;
        sqlite.exec('savepoint attempt');
        const isReserved = payAs(begun, maker.id, checker.id, edit);
        sqlite.exec('rollback to attempt; release attempt');
        const areTwo = isFinance(maker) && isFinance(checker) && maker.id !== checker.id;
        if (isReserved !== (areTwo && edit === 'never'))
          broken(`${maker.name} prepares, ${checker.name} approves, edited ${edit}: reserved is ${isReserved}`);
      }
    }
    submitted(begun);
    for (const { maker, checker } of pairs) {
      for (const recused of [null, maker.id, checker.id]) {
        tried += 1;
        const isTaken = signByHand(begun, maker.id, checker.id, recused);
        const areApart = maker.id !== checker.id && recused === null;
        if (isTaken !== (areApart && maker.name !== 'Amina' && checker.name !== 'Amina'))
          broken(`by SQL, ${maker.name} prepares, ${checker.name} approves, ${recused} recused: taken is ${isTaken}`);
      }
    }
    sqlite.close();
    return tried;
  });
}

type Named = { readonly name: string; readonly id: Id };

const isFinance = ({ name }: Named) => name === 'Finn' || name === 'Farah';

/** Of every role: finance, the manager, the recipient, another group's, an assessor. */
function peopleAround({ staff, people, assessorId }: TrialPayment): Named[] {
  const ids = { ...staff, Amina: people.Amina ?? '', Bilal: people.Bilal ?? '', Bo: assessorId };
  return Object.entries(ids).map(([name, id]) => ({ name, id }));
}

/** @returns whether money was reserved in the end */
function payAs(trial: TrialPayment, maker: Id, checker: Id, edit: (typeof EDITS)[number]): boolean {
  const { world, as, awardId, call } = trial;
  const editAt = (moment: typeof edit) => {
    if (edit === moment) must(setPayee(as.amina(), awardId, ANOTHER_ACCOUNT, false));
  };
  const made = createPayout(world.as(maker), trancheAt(trial, 1).id);
  if (!made.ok) return false;
  const { payoutId } = made.value;
  const seen = hashSeen(trial, payoutId);
  editAt('before the submit');
  submitPayout(world.as(maker), payoutId);
  editAt('before the approval');
  approvePayout(world.as(checker), payoutId, seen);
  editAt('before the file');
  return makeBankFile(as.finn(), call.id).ok;
}

/** What the database alone says to a payout that somebody writes into it and signs. */
function signByHand({ world }: TrialPayment, maker: Id, checker: Id, recused: Id | null): boolean {
  const sqlite = world.db.$client;
  const columns = (sqlite.pragma('table_info(payout)') as { name: string }[]).map(({ name }) => name);
  const changes: Readonly<Record<string, string>> = {
    ...{ id: "'p2'", end_to_end_id: "'E2'", attempt: '2', state: "'draft'", maker_id: `'${maker}'` },
    ...{ ended_at: 'null', ended_by: 'null', end_reason: 'null', submitted_at: 'null' },
  };
  sqlite.exec('savepoint attempt');
  try {
    sqlite.exec(`update payout set state = 'cancelled', ended_at = 1, ended_by = maker_id, end_reason = 'x'`);
    sqlite.exec("update tranche set state = 'due' where state = 'in-payment'");
    if (recused !== null) {
      sqlite.exec(`insert into payout_recusal (award_id, person_id, since) select id, '${recused}', 1 from award
        where id = (select award_id from tranche limit 1)`);
    }
    const values = columns.map((name) => changes[name] ?? name).join(', ');
    sqlite.exec(`insert into payout (${columns.join(', ')}) select ${values} from payout limit 1`);
    sqlite.exec("update payout set state = 'submitted', submitted_at = 1 where id = 'p2'");
    sqlite.exec(
      `update payout set state = 'approved', checker_id = '${checker}', approved_at = 1, approval_hash = 'x' where id = 'p2'`,
    );
    return true;
  } catch {
    return false;
  } finally {
    sqlite.exec('rollback to attempt; release attempt');
  }
}

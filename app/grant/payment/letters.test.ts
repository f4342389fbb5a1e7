import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { message } from '#db/schema/platform.ts';
import { markReturned } from './commands/mark-failed.server.ts';
import { markFileSent } from './commands/mark-file-sent.server.ts';
import { markSettled } from './commands/mark-settled.server.ts';
import { setPayee } from './commands/set-payee.server.ts';
import {
  ANOTHER_ACCOUNT,
  acceptedAward,
  bookFunds,
  inFile,
  must,
  readyToPay,
  type TrialPayment,
  trancheAt,
} from './trial-payment.testing.ts';

/** Keeps what was promised and gives Amina's newest letter about money. */
async function newestLetter(trial: TrialPayment, subject: RegExp) {
  expect((await keepPromises(() => trial.world.as(null), keepers)).failed).toBe(0);
  const letters = trial.world.db.select().from(message).where(eq(message.recipient, 'amina@people.example')).all();
  return letters.filter((letter) => subject.test(letter.subject)).at(-1);
}

describe('news of money', () => {
  it('says how much is on its way, to which account, and what to look for', async () => {
    const trial = readyToPay();
    const { fileId } = inFile(trial);
    must(markFileSent(trial.as.finn(), fileId));
    const letter = await newestLetter(trial, /on its way/);
    expect(letter?.subject).toContain('£3,000');
    expect(letter?.partnerId).toBe(trial.partnerId);
    expect(letter?.text).toContain('ends in 58');
    expect(letter?.text).toMatch(/bank statement: SI-[0-9A-Z]{6} 1/);
    expect(letter?.html).toContain(`/apply/${trial.applications.Amina}/payment`);
    expect(`${letter?.html}${letter?.text}`).not.toContain('66374958');
  });

  it('warns of changed details with a way to stop the payment', async () => {
    const trial = readyToPay();
    must(setPayee(trial.as.amina(), trial.awardId, ANOTHER_ACCOUNT, false));
    const letter = await newestLetter(trial, /details/);
    expect(letter?.text).toContain('office@common-ground.example');
    expect(letter?.text).not.toContain('64371389');
  });

  it('says that money came back and is safe', async () => {
    const trial = readyToPay();
    const { payoutId } = inFile(trial);
    must(markSettled(trial.as.finn(), payoutId, 'Line 3'));
    must(markReturned(trial.as.finn(), payoutId, 'Account closed'));
    expect((await newestLetter(trial, /could not pay/))?.text).toContain('Your money is safe');
  });
});

describe('an acceptance', () => {
  it('leads to tranches without anybody pressing a button, once the money is booked', async () => {
    const trial = acceptedAward('two-parts');
    bookFunds(trial);
    await newestLetter(trial, /./);
    expect(trancheAt(trial, 1).state).toBe('due');
  });
});

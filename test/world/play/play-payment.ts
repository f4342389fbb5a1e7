import { awardsOfCall } from '#app/grant/award/queries/award-card.server.ts';
import { approvePayout } from '#app/grant/payment/commands/approve-payout.server.ts';
import { confirmPayee, sendPayeeCode } from '#app/grant/payment/commands/confirm-payee.server.ts';
import { createPayout } from '#app/grant/payment/commands/create-payout.server.ts';
import { makeBankFile } from '#app/grant/payment/commands/make-bank-file.server.ts';
import { markFileSent } from '#app/grant/payment/commands/mark-file-sent.server.ts';
import { markFileSettled } from '#app/grant/payment/commands/mark-settled.server.ts';
import { openBooks } from '#app/grant/payment/commands/open-books.server.ts';
import { setBacsUser } from '#app/grant/payment/commands/set-bacs-user.server.ts';
import { setPayee } from '#app/grant/payment/commands/set-payee.server.ts';
import { submitPayout } from '#app/grant/payment/commands/submit-payout.server.ts';
import { payoutForFinance } from '#app/grant/payment/queries/payout-facts.server.ts';
import { tranchesOf } from '#app/grant/payment/queries/tranches-of.server.ts';
import { DAY, HOUR, MINUTE } from '#app/kernel/instant.ts';
import { story } from '#db/story/index.ts';
import type { AnyCall } from '#db/story/types.ts';
import { judgedOf } from './play-panel.ts';
import { staffKey } from './play-people.ts';
import { type StoryWorld, told } from './story-world.ts';

/** Published test pairs that pass the modulus check and belong to nobody. */
const ACCOUNTS = [
  ['089999', '66374958'],
  ['107999', '88837491'],
  ['202959', '63748472'],
  ['180002', '00000190'],
] as const;

function account(place: number): { sortCode: string; accountNumber: string } {
  const [sortCode, accountNumber] = ACCOUNTS[place % ACCOUNTS.length] ?? ACCOUNTS[0];
  return { sortCode, accountNumber };
}

/** Finance books the whole pot before the first offer goes out. */
export function playBooks(world: StoryWorld, call: AnyCall): void {
  const partner = story.partners.find((candidate) => candidate.slug === call.partner);
  told(
    `opening the books of ${call.slug}`,
    openBooks(world.as(staffKey(call.partner, 'finance-maker')), world.id(call.slug), {
      amountMinor: call.potMinor,
      statementRef: `Statement line ${call.slug}`,
      evidence: 'Bank statement of the day, line 3: grant from the programme',
      payer: { name: partner?.name ?? '', ...account(3) },
      hasLookedAgain: true,
    }),
  );
  told(
    `saying how ${call.slug} submits to Bacs`,
    setBacsUser(world.as(staffKey(call.partner, 'finance-maker')), world.id(call.slug), '123456'),
  );
}

/** The groups that accepted say where their money goes; a few take their time. */
export function playPayees(world: StoryWorld, call: AnyCall, all: boolean): void {
  const accepted = new Set(
    awardsOfCall(world.as(null), world.id(call.slug))
      .filter((award) => award.state === 'accepted')
      .map((award) => award.applicationId),
  );
  const mentored = new Set(story.mentoring.map((plan) => plan.application));
  const groups = judgedOf(call).filter((application) => accepted.has(world.id(application.key)));
  const late = new Set(
    all
      ? []
      : groups
          .filter((application) => !mentored.has(application.key))
          .slice(-2)
          .map((application) => application.key),
  );
  for (const [place, application] of groups.entries()) {
    if (late.has(application.key)) continue;
    world.moveTo(world.now() + 3 * HOUR);
    const details = {
      kind: 'bank' as const,
      holder: 'own' as const,
      name: application.groupName.slice(0, 60),
      ...account(place),
    };
    told(
      `${application.key} names an account`,
      setPayee(world.as(application.lead.key), world.id(`${application.key}/award`), details, true),
    );
    const awardId = world.id(`${application.key}/award`);
    const sent = told(`${application.key} asks for a code`, sendPayeeCode(world.as(application.lead.key), awardId));
    told(`${application.key} confirms`, confirmPayee(world.as(application.lead.key), awardId, sent.code));
  }
}

/**
 * One run of payments: the maker prepares what is due, the checker signs, the bank gets a file and pays.
 *
 * @param leave  how many payouts stay a draft, stay submitted and stay approved, so that there is work to see
 */
export async function playPayRun(
  world: StoryWorld,
  call: AnyCall,
  leave: { draft: number; submitted: number; approved: number },
): Promise<void> {
  world.moveTo(world.now() + DAY);
  const maker = () => world.as(staffKey(call.partner, 'finance-maker'));
  const checker = () => world.as(staffKey(call.partner, 'finance-checker'));
  const due = awardsOfCall(world.as(null), world.id(call.slug))
    .flatMap((award) => tranchesOf(world.as(null), award.id))
    .filter((tranche) => tranche.state === 'due' && tranche.whoActsNext === 'finance');
  const payouts = due.map((tranche) => told('preparing a payout', createPayout(maker(), tranche.id)).payoutId);
  const submitted = payouts.slice(leave.draft);
  for (const payoutId of submitted) told('submitting a payout', submitPayout(maker(), payoutId));
  world.moveTo(world.now() + HOUR);
  const signed = submitted.slice(leave.submitted);
  const later = signed.slice(0, leave.approved);
  for (const payoutId of signed.slice(leave.approved)) sign(payoutId);
  if (signed.length > leave.approved) {
    world.moveTo(world.now() + 10 * MINUTE);
    const { fileId } = told('making a bank file', makeBankFile(maker(), world.id(call.slug)));
    told('sending the bank file', markFileSent(maker(), fileId));
    world.moveTo(world.now() + DAY);
    told('settling the bank file', markFileSettled(checker(), fileId, 'Bank statement, debit of the day before'));
  }
  for (const payoutId of later) sign(payoutId);
  await world.keepPromises();

  function sign(payoutId: string): void {
    const seen = payoutForFinance(checker(), payoutId);
    told('approving a payout', approvePayout(checker(), payoutId, seen?.hash ?? ''));
  }
}

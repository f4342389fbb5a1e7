import { type AwardCard, awardById } from '#app/grant/award/queries/award-card.server.ts';
import { callById } from '#app/grant/call/queries/call-facts.server.ts';
import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { paths } from '#app/paths.ts';
import { partnerById, personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper, Promised } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { MoneyLetter } from '#emails/payment/money-letter.tsx';
import { heldUntil } from './rules/payee-hold.ts';
import { findPayeeVersion, newestPayee } from './store/payees.server.ts';
import { findPayout } from './store/payouts.server.ts';
import { findTranche } from './store/tranches.server.ts';

const { language, words, money, deadline } = wordsIn('en');
const text = words.payment;

/** Tells the recipient that the bank has her money, where it goes and what to look for. */
export const sendPayoutSent: Keeper = async (context, promised) => {
  const { payout, award } = payoutOf(context, promised.subjectId);
  const payee = findPayeeVersion(context.db, payout.payeeVersionId);
  const amount = money(payout.amountMinor, payout.currency);
  const isBank = payee?.kind === 'bank';
  return writeMoneyLetter(context, promised, award, {
    subject: say(language, text.letterSentSubject, { amount }),
    title: text.letterSentTitle,
    lines: (name) => [
      say(language, text.letterSentLead, { name, amount, title: award.title }),
      isBank ? say(language, text.letterSentBank, { ending: payee.ending }) : text.letterSentOther,
      ...(isBank ? [say(language, text.letterSentReference, { reference: payout.reference })] : []),
    ],
  });
};

/** Tells the recipient that the details were changed, in case it was somebody else who did. */
export const sendPayeeChanged: Keeper = async (context, promised) => {
  const award = awardById(context, promised.subjectId);
  const payee = newestPayee(context.db, promised.subjectId);
  invariant(award !== null && payee !== null, 'changed details belong to an award');
  const call = callById(context, award.callId);
  const partner = partnerById(context, award.partnerId);
  return writeMoneyLetter(context, promised, award, {
    subject: text.letterChangedSubject,
    title: text.letterChangedTitle,
    lines: (name) => [
      say(language, text.letterChangedLead, { name, title: award.title }),
      say(language, text.letterChangedWait, { when: deadline(heldUntil(payee), call?.timeZone ?? 'Europe/London') }),
      say(language, text.letterChangedNotYou, { email: partner?.email ?? '' }),
    ],
  });
};

/** Tells the recipient that her money came back, and what to look at. */
export const sendPayoutCameBack: Keeper = async (context, promised) => {
  const { payout, award } = payoutOf(context, promised.subjectId);
  return writeMoneyLetter(context, promised, award, {
    subject: text.letterBackSubject,
    title: text.letterBackTitle,
    lines: (name) => [
      say(language, text.letterBackLead, {
        name,
        amount: money(payout.amountMinor, payout.currency),
        title: award.title,
      }),
      text.letterBackDo,
    ],
  });
};

function payoutOf(context: Context, payoutId: Id) {
  const payout = findPayout(context.db, payoutId);
  const tranche = payout === null ? null : findTranche(context.db, payout.trancheId);
  const award = tranche === null ? null : awardById(context, tranche.awardId);
  invariant(payout !== null && award !== null, 'a promise names a payout that exists');
  return { payout, award };
}

function writeMoneyLetter(
  context: Context,
  promised: Promised,
  award: AwardCard,
  letter: { subject: string; title: string; lines: (name: string) => readonly string[] },
) {
  const recipient = personById(context, award.recipientId);
  invariant(recipient !== null, 'an award has a recipient');
  const href = new URL(paths.applyPayment({ applicationId: award.applicationId }), context.env.PUBLIC_URL).href;
  return writeLetter(context, promised, {
    to: recipient.email,
    subject: letter.subject,
    partnerId: award.partnerId,
    body: MoneyLetter({
      title: letter.title,
      lines: letter.lines(recipient.name),
      button: text.letterButton,
      href,
      sender: partnerById(context, award.partnerId)?.name ?? '',
    }),
  });
}

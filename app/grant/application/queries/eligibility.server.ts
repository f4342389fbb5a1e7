import type { Id } from '#app/kernel/id.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type CallTitle, callById, titlesOfPublished } from '../../call/queries/call-facts.server.ts';
import type { CheckReason, FindingName } from '../rules/eligibility.ts';
import { isStopped } from '../store/access-codes.server.ts';
import { findChecks, lastTold, latestChecks } from '../store/eligibility.server.ts';
import { applicationCard } from './application-card.server.ts';
import { isReadableForManager } from './manager-reading.server.ts';

type Read = Pick<Context, 'db'>;

/** What staff found last about each of these, whoever asks; left out are those nobody checked. */
export function findingsOf(context: Read, applicationIds: readonly Id[]): ReadonlyMap<Id, FindingName | 'taken-back'> {
  return new Map([...latestChecks(context.db, applicationIds)].map(([id, { outcome }]) => [id, outcome]));
}

/** What each of these applicants was told last; the caller has checked who asks. */
export function toldFindingsOf(
  context: Read,
  applicationIds: readonly Id[],
): ReadonlyMap<Id, FindingName | 'taken-back'> {
  return new Map([...lastTold(context.db, applicationIds)].map(([id, { outcome }]) => [id, outcome]));
}

export type ToldFinding = {
  readonly outcome: FindingName | 'taken-back';
  readonly reasons: readonly CheckReason[];
  readonly note: string;
  /** Titles of the calls that reasons lead to, by the last part of their address. */
  readonly titles: Readonly<Record<string, CallTitle>>;
};

/** One check of an application as its letter says it; the letter was promised with it. */
export function checkToTell(context: Read, applicationId: Id, checkId: Id): ToldFinding | null {
  const check = findChecks(context.db, applicationId).find(({ id }) => id === checkId);
  return check === undefined ? null : { ...check, titles: titlesOfPublished(context) };
}

/** What an applicant was told last, with why and where else to go; the caller has checked who asks. */
export function toldFinding(context: Read, applicationId: Id): ToldFinding | null {
  const told = lastTold(context.db, [applicationId]).get(applicationId);
  if (told === undefined) return null;
  const { outcome, reasons, note } = told;
  return { outcome, reasons, note, titles: titlesOfPublished(context) };
}

/** The checks of an application, the latest first, for a manager who may read it. */
export function eligibilityDesk(context: Context, applicationId: Id) {
  const card = applicationCard(context, applicationId);
  const call = card === null ? null : callById(context, card.callId);
  if (card === null || call === null || !isReadableForManager(context, card, call)) return null;
  return {
    application: { id: card.id, reference: card.reference, title: card.title, language: card.language },
    call: { id: call.id, title: call.title, timeZone: call.timeZone, items: call.checkItems },
    isScoringOpen: isStopped(context.db, call.id),
    checks: findChecks(context.db, applicationId).map((check) => ({
      turn: check.turn,
      outcome: check.outcome,
      reasons: check.reasons.map(({ statement }) => statement),
      note: check.note,
      decidedBy: personById(context, check.decidedBy)?.name ?? '',
      decidedAt: check.decidedAt,
      toldAt: check.toldAt,
    })),
  };
}

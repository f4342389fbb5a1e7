import { randomBytes } from 'node:crypto';
import { type Id, isId } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { addressOfNobody } from '#app/kernel/reachable.ts';
import { introducePerson } from '#app/people/commands/introduce-person.server.ts';
import { actorOf } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { callForManager } from '../../call/queries/call-facts.server.ts';
import { mayStart } from '../rules/access.ts';
import { CLAIM_RANDOM_BYTES, type ConsentMeans, makeClaimCode, showClaimCode } from '../rules/staff-entry.ts';
import { type BeginRefusal, decideBegin } from '../rules/starting.ts';
import { insertHelp } from '../store/help.server.ts';
import { insertEntry } from '../store/staff-entry.server.ts';
import { insertMember } from '../store/team.server.ts';
import { findApplication, findDraft } from '../store.server.ts';
import { beginDraft } from './begin-draft.server.ts';
import { claimHash } from './claim-hash.server.ts';

export type NewEntry = {
  readonly forName: string;
  /** Empty for somebody who has none: they take it over with the code. */
  readonly email: string;
  readonly phone: string;
  readonly language: string;
  readonly consentMeans: ConsentMeans;
  /** The sentence that was spoken, as it was spoken. */
  readonly consentWords: string;
};

export type EnterRefusal = 'not-found' | 'already-made' | 'name-missing' | 'self-entry' | 'own-call';

/**
 * Begins an application that a member of staff writes down for somebody who phones or comes by. It is theirs from
 * the first word; whoever writes is a helper of the team, and so never judges it. Whether somebody has a draft of their
 * own is nobody's business: then this one waits beside it, and the same letter tells them so once they have signed in.
 *
 * @param applicationId  made for the form, so that the same form sent twice begins one
 * @returns              the code on paper with which its owner takes it over; null for somebody who can sign in
 */
export function enterForSomebody(
  context: Context,
  callId: Id,
  applicationId: Id,
  entry: NewEntry,
): Outcome<{ code: string | null }, EnterRefusal | BeginRefusal> {
  const { actor, now } = context;
  return context.transact<{ code: string | null }, EnterRefusal | BeginRefusal>((tx) => {
    const call = callForManager(context, callId);
    if (actor === null || call === null || call.state !== 'published' || !isId(applicationId)) {
      return refused('not-found');
    }
    if (findApplication(tx, applicationId) !== null) return refused('already-made');
    const decision = decideBegin(call, null, now);
    if (!decision.ok) return decision;
    const forName = entry.forName.trim();
    if (forName === '') return refused('name-missing');
    const { language } = entry;
    const hasEmail = entry.email.trim() !== '';
    const letterTo = hasEmail ? introducePerson(tx, context, { name: forName, email: entry.email, language }) : null;
    if (letterTo === actor.personId) return refused('self-entry');
    if (letterTo !== null && !mayStart(actorOf(context, letterTo), call)) return refused('own-call');
    const isFree = letterTo !== null && findDraft(tx, callId, letterTo) === null;
    const email = addressOfNobody(context.newId());
    const ownerId = isFree ? letterTo : introducePerson(tx, context, { name: forName, email, language });
    beginDraft(tx, context, call, ownerId, { language: entry.language }, applicationId);
    insertMember(tx, {
      id: context.newId(),
      applicationId,
      personId: actor.personId,
      role: 'edit',
      kind: 'support',
      joinedAt: now,
      invitationId: null,
    });
    const code = makeClaimCode(randomBytes(CLAIM_RANDOM_BYTES));
    insertEntry(tx, {
      applicationId,
      enteredBy: actor.personId,
      startedAt: now,
      forName,
      phone: entry.phone.trim(),
      consentMeans: entry.consentMeans,
      consentWords: entry.consentWords,
      claimHash: claimHash(context, code),
      letterTo,
    });
    insertHelp(tx, {
      id: context.newId(),
      applicationId,
      kind: 'staff-entry',
      minutes: null,
      by: actor.personId,
      at: now,
    });
    if (hasEmail) promise(tx, context, { kind: 'entry-begun', subjectId: applicationId });
    return done({ code: hasEmail ? null : showClaimCode(code) });
  });
}

import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { contactOf, type ShownContact } from '#app/people/queries/contact.server.ts';
import { partnerById, partnersById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { mayManageCall } from '../rules/access.ts';
import type { CallDate } from '../rules/plan.ts';
import { type WindowState, windowOf } from '../rules/window.ts';
import { findChangedCall } from '../store/changes.server.ts';
import { findDates } from '../store/dates.server.ts';
import { findTerms, type Term } from '../store/glossary.server.ts';
import { type CheckItem, findCheckItems } from '../store/self-check.server.ts';
import {
  type CallRow,
  type Criterion,
  findCall,
  findCallBySlug,
  findCallsOf,
  findCriteria,
  findPublication,
  findPublishedCalls,
  findQuestions,
  type Publication,
  type Question,
} from '../store.server.ts';

type Reader = Pick<Context, 'db'>;

/** What a call is called, and the BCP 47 tag of the language of that. */
export type CallTitle = Pick<CallRow, 'title' | 'language'>;

export type CallQuestion = Question & { readonly position: number };
export type CallCriterion = Criterion & { readonly position: number };
export type CallTerm = Term & { readonly position: number };
export type CallCheckItem = CheckItem & { readonly position: number };

/** A call with all that applicants and the panel are told. */
export type CallFacts = CallRow & {
  readonly partnerName: string;
  /** How to reach the partner: no part of what was published, because a telephone may change. */
  readonly contact: ShownContact;
  readonly dates: readonly CallDate[];
  readonly questions: readonly CallQuestion[];
  readonly criteria: readonly CallCriterion[];
  readonly terms: readonly CallTerm[];
  readonly checkItems: readonly CallCheckItem[];
  /** The published call that this draft is a change to; null for every other call. */
  readonly changeOf: Id | null;
};

/** A call without its questions and criteria: what lists need, and whoever asks for its dates. */
export type CallSummary = CallRow & { readonly partnerName: string };

/** The call in any state: whoever asks checks what its reader may see. */
export function callById(context: Reader, callId: Id): CallFacts | null {
  return withFacts(context, findCall(context.db, callId));
}

/** As `callById`, without its questions and criteria. */
export function callSummary(context: Reader, callId: Id): CallSummary | null {
  const row = findCall(context.db, callId);
  return row && { ...row, partnerName: partnerById(context, row.partnerId)?.name ?? '' };
}

/** As `callById`, by the last part of its address. */
export function callBySlug(context: Reader, slug: string): CallFacts | null {
  return withFacts(context, findCallBySlug(context.db, slug));
}

/** The call, if the signed-in person manages the partner it belongs to. */
export function callForManager(context: Context, callId: Id): CallFacts | null {
  const row = findCall(context.db, callId);
  return row !== null && mayManageCall(context.actor, row) ? withFacts(context, row) : null;
}

/** BCP 47 tag of the language of a call in any state, by its id or the last part of its address; null for no call. */
export function languageOfCall(
  context: Reader,
  at: { readonly callId: Id } | { readonly slug: string },
): string | null {
  const row = 'callId' in at ? findCall(context.db, at.callId) : findCallBySlug(context.db, at.slug);
  return row?.language ?? null;
}

/** Every call of these partners, drafts too, newest first. Whoever asks has checked that its reader works there. */
export function callsOfPartners(context: Reader, partnerIds: readonly Id[]): CallSummary[] {
  return withPartners(context, findCallsOf(context.db, partnerIds));
}

/** Every published call; the one that closes first comes first. */
export function publishedCalls(context: Reader): CallSummary[] {
  return withPartners(context, findPublishedCalls(context.db));
}

/** The title of every published call and its language, by the last part of its address. */
export function titlesOfPublished(context: Reader): Readonly<Record<string, CallTitle>> {
  return Object.fromEntries(
    findPublishedCalls(context.db).map(({ slug, title, language }) => [slug, { title, language }]),
  );
}

/** Whether each published call takes applications now, by its slug. */
export function windowsOfPublished(context: Reader & Pick<Context, 'now'>): Readonly<Record<string, WindowState>> {
  return Object.fromEntries(findPublishedCalls(context.db).map((call) => [call.slug, windowOf(call, context.now)]));
}

/** What applicants were told, word for word, once the call is published. */
export function publicationOfCall(context: Reader, callId: Id): Publication | null {
  return findPublication(context.db, callId);
}

function withFacts(context: Reader, row: CallRow | null): CallFacts | null {
  if (row === null) return null;
  const contact = contactOf(context, row.partnerId);
  invariant(contact !== null, 'a call has a partner: the foreign key says so');
  return {
    ...row,
    partnerName: contact.partnerName,
    contact,
    dates: findDates(context.db, row.id),
    // A call without video has no question that may be answered by video, whatever its list said before.
    questions: numbered(findQuestions(context.db, row.id)).map((question) => ({
      ...question,
      byVideo: question.byVideo && row.videoAllowed,
    })),
    criteria: numbered(findCriteria(context.db, row.id)),
    terms: numbered(findTerms(context.db, row.id)),
    checkItems: numbered(findCheckItems(context.db, row.id)),
    changeOf: row.state === 'draft' ? findChangedCall(context.db, row.id) : null,
  };
}

function withPartners(context: Reader, rows: readonly CallRow[]): CallSummary[] {
  const partners = partnersById(context, [...new Set(rows.map((row) => row.partnerId))]);
  return rows.map((row) => ({ ...row, partnerName: partners.get(row.partnerId)?.name ?? '' }));
}

function numbered<Entry>(list: readonly Entry[]): (Entry & { position: number })[] {
  return list.map((entry, place) => ({ ...entry, position: place + 1 }));
}

import type { Id } from '#app/kernel/id.ts';
import type { Minor } from '#app/kernel/money.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callSummary } from '../../call/queries/call-facts.server.ts';
import {
  PRACTICE_ASKS,
  PRACTICE_EXAMPLES,
  type PracticeExample,
  type PracticeScores,
  practiceSeverity,
  type Tendency,
  tendencyOf,
  WORKED,
} from '../rules/practice.ts';
import { findMember } from '../store/panel.server.ts';
import { findPracticeOf } from '../store/seat-terms.server.ts';

export type PracticePage = {
  readonly call: { readonly id: Id; readonly title: string };
  readonly examples: readonly { readonly key: PracticeExample; readonly isDone: boolean }[];
  /** Once all are done: how her scores compare; null before. */
  readonly tendency: Tendency | null;
};

/** The made-up applications and which of them the signed-in member has scored; null unless seated. */
export function practicePage(context: Context, callId: Id): PracticePage | null {
  const { actor, db } = context;
  const call = callSummary(context, callId);
  const member = actor === null ? null : findMember(db, callId, actor.personId);
  if (call === null || member?.state !== 'accepted') return null;
  const sheets = findPracticeOf(db, member.id);
  const examples = PRACTICE_EXAMPLES.map((key) => ({ key, isDone: sheets.some(({ example }) => example === key) }));
  return {
    call: { id: call.id, title: call.title },
    examples,
    tendency: examples.every(({ isDone }) => isDone) ? tendencyOf(practiceSeverity(sheets)) : null,
  };
}

export type PracticeSheet = PracticePage & {
  readonly key: PracticeExample;
  /** In pence. */
  readonly asksMinor: Minor;
  /** Both only once her own scores are sent: nobody leans on anybody. */
  readonly compared: { readonly mine: PracticeScores; readonly worked: PracticeScores } | null;
};

/** One made-up application, with the worked scores once her own are sent; null for what is none. */
export function practiceSheet(context: Context, callId: Id, example: string): PracticeSheet | null {
  const page = practicePage(context, callId);
  const key = PRACTICE_EXAMPLES.find((known) => known === example);
  const member = context.actor === null ? null : findMember(context.db, callId, context.actor.personId);
  if (page === null || key === undefined || member === null) return null;
  const mine = findPracticeOf(context.db, member.id).find((sheet) => sheet.example === key)?.scores;
  return {
    ...page,
    key,
    asksMinor: PRACTICE_ASKS[key],
    compared: mine === undefined ? null : { mine: mine as PracticeScores, worked: WORKED[key] },
  };
}

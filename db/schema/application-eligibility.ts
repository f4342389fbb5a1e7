import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { application } from './application.ts';
import { call } from './call.ts';
import { id, instant, json } from './columns.ts';
import { person } from './people.ts';

/** A sentence of the call's self-check as it stood when it was chosen, and where it leads whom it does not fit. */
export type CheckReason = {
  readonly statement: string;
  readonly route: 'another-call' | 'fiscal-host' | 'partner';
  readonly advice: string;
  readonly link: string;
  readonly otherSlug: string | null;
};

/** Many applications judged with one press; its id comes with the form, so that a second press finds it done. */
export const eligibilityBatch = sqliteTable(
  'eligibility_batch',
  {
    id: id('id').primaryKey(),
    callId: id('call_id')
      .notNull()
      .references(() => call.id),
    outcome: text('outcome').$type<'eligible' | 'not-eligible' | 'more-needed'>().notNull(),
    chosen: integer('chosen').notNull(),
    marked: integer('marked').notNull(),
    /** What was left as it was, and why. */
    skipped: json<readonly { readonly reference: string; readonly why: string }[]>('skipped').notNull(),
    madeBy: id('made_by')
      .notNull()
      .references(() => person.id),
    madeAt: instant('made_at').notNull(),
    undoneAt: instant('undone_at'),
    /** How many were put back. What somebody decided again meanwhile, or was told, is not. */
    undone: integer('undone'),
  },
  (t) => [
    index('eligibility_batch_by_call').on(t.callId, t.madeAt),
    check('eligibility_batch_outcome', sql`${t.outcome} in ('eligible', 'not-eligible', 'more-needed')`),
    check('eligibility_batch_counts', sql`${t.marked} >= 0 and ${t.chosen} >= ${t.marked}`),
    check('eligibility_batch_undone', sql`(${t.undoneAt} is null) = (${t.undone} is null)`),
  ],
);

/** What staff found when they checked an application against the rules of its call. Insert-only: the last one counts. */
export const eligibilityCheck = sqliteTable(
  'eligibility_check',
  {
    id: id('id').primaryKey(),
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id),
    /** First, second, third check of this application: two people who decide at once make one decision. */
    turn: integer('turn').notNull(),
    outcome: text('outcome').$type<'eligible' | 'not-eligible' | 'more-needed' | 'taken-back'>().notNull(),
    reasons: json<readonly CheckReason[]>('reasons').notNull(),
    note: text('note').notNull(),
    batchId: id('batch_id').references(() => eligibilityBatch.id),
    decidedBy: id('decided_by')
      .notNull()
      .references(() => person.id),
    decidedAt: instant('decided_at').notNull(),
  },
  (t) => [
    uniqueIndex('eligibility_check_turn').on(t.applicationId, t.turn),
    index('eligibility_check_by_batch').on(t.batchId),
    check('eligibility_check_turns', sql`${t.turn} > 0`),
    check('eligibility_check_outcome', sql`${t.outcome} in ('eligible', 'not-eligible', 'more-needed', 'taken-back')`),
    // Nobody is turned away, or asked for more, without being told why.
    check(
      'eligibility_check_why',
      sql`(${t.outcome} <> 'not-eligible' or ${t.reasons} <> '[]' or ${t.note} <> '')
        and (${t.outcome} <> 'more-needed' or ${t.note} <> '')`,
    ),
  ],
);

/** That the applicant was written to about a check. Insert-only (triggers). */
export const eligibilityLetter = sqliteTable('eligibility_letter', {
  checkId: id('check_id')
    .primaryKey()
    .references(() => eligibilityCheck.id),
  toldBy: id('told_by')
    .notNull()
    .references(() => person.id),
  toldAt: instant('told_at').notNull(),
});

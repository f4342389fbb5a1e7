import { sql } from 'drizzle-orm';
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { panel } from './assessment.ts';
import { rankingRun } from './assessment-review.ts';
import { id, instant, json } from './columns.ts';
import { person } from './people.ts';

/** A drawing of lots among those the scores cannot tell apart. What is drawn from is fixed before the throw. */
export const panelLottery = sqliteTable(
  'panel_lottery',
  {
    id: id('id').primaryKey(),
    callId: id('call_id')
      .notNull()
      .unique()
      .references(() => panel.callId),
    runId: id('run_id')
      .notNull()
      .references(() => rankingRun.id),
    /** How many of them are chosen. */
    places: integer('places').notNull(),
    /** Who is drawn among, by reference, sorted. */
    entries: json<readonly { readonly applicationId: string; readonly reference: string }[]>('entries').notNull(),
    /** SHA-256 over the entries: published before the throw. */
    entriesHash: text('entries_hash').notNull(),
    /** Hashed with the entries, so that nobody finds them by trial; null of lists that were fixed without one. */
    salt: text('salt'),
    fixedAt: instant('fixed_at').notNull(),
    fixedBy: id('fixed_by')
      .notNull()
      .references(() => person.id),
    /** What was thrown, once two people have typed the same. */
    thrown: text('thrown'),
    seed: text('seed'),
    /** All entries in the order drawn: ids of applications. */
    drawn: json<readonly string[]>('drawn'),
    drawnAt: instant('drawn_at'),
  },
  (t) => [
    check('panel_lottery_places', sql`${t.places} >= 1`),
    check(
      'panel_lottery_drawn',
      sql`(${t.thrown} is null) = (${t.drawnAt} is null) and (${t.thrown} is null) = (${t.seed} is null) and (${t.thrown} is null) = (${t.drawn} is null)`,
    ),
  ],
);

/** What one person read off the dice. Insert-only (triggers). */
export const lotteryThrow = sqliteTable(
  'lottery_throw',
  {
    lotteryId: id('lottery_id')
      .notNull()
      .references(() => panelLottery.id),
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    thrown: text('thrown').notNull(),
    typedAt: instant('typed_at').notNull(),
    /** Why what the same person typed before does not count; null where she had typed nothing else. */
    why: text('why'),
  },
  (t) => [primaryKey({ columns: [t.lotteryId, t.personId, t.typedAt] })],
);

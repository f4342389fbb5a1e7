import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, instant } from './columns.ts';
import { payeeVersion } from './payment.ts';
import { person } from './people.ts';

/** Who of the finance people has had a payee's whole details shown, and why. The group reads it too. Insert-only (triggers). */
export const payeeReveal = sqliteTable(
  'payee_reveal',
  {
    id: id('id').primaryKey(),
    payeeVersionId: id('payee_version_id')
      .notNull()
      .references(() => payeeVersion.id),
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    reason: text('reason').notNull(),
    revealedAt: instant('revealed_at').notNull(),
  },
  (t) => [
    index('payee_reveal_by_payee').on(t.payeeVersionId, t.revealedAt),
    check('payee_reveal_reason', sql`length(trim(${t.reason})) between 1 and 200`),
  ],
);

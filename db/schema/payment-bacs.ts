import { sql } from 'drizzle-orm';
import { check, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, instant } from './columns.ts';
import { partner, person } from './people.ts';

/** Partners that submit to Bacs themselves, or through a bureau: their bank files have a Standard 18 form, too. */
export const bacsUser = sqliteTable(
  'bacs_user',
  {
    partnerId: id('partner_id')
      .primaryKey()
      .references(() => partner.id),
    serviceUserNumber: text('service_user_number').notNull(),
    setAt: instant('set_at').notNull(),
    setBy: id('set_by')
      .notNull()
      .references(() => person.id),
  },
  (t) => [
    check(
      'bacs_user_number',
      sql`${t.serviceUserNumber} glob '[0-9][0-9][0-9][0-9][0-9][0-9]' and ${t.serviceUserNumber} <> '000000'`,
    ),
  ],
);

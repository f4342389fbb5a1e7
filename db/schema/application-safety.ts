import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { application } from './application.ts';
import { flag, id, instant } from './columns.ts';
import { person } from './people.ts';

/** How an applicant wants to be called by others, and how it is safe to reach them. No row means nothing special. */
export const applicationSafety = sqliteTable(
  'application_safety',
  {
    applicationId: id('application_id')
      .primaryKey()
      .references(() => application.id, { onDelete: 'cascade' }),
    /** Instead of the group's name, wherever others read it; empty for the group's own name. */
    publicName: text('public_name').notNull(),
    contactWay: text('contact_way').$type<'either' | 'write' | 'phone'>().notNull(),
    /** A number, safe hours, whom to ask for: for the call's own staff. */
    contactNote: text('contact_note').notNull(),
    /** Letters then name neither the portal nor the grant where somebody may look over a shoulder: in the subject. */
    neutralSubject: flag('neutral_subject').notNull(),
    revision: integer('revision').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [
    check('application_safety_name', sql`length(${t.publicName}) <= 100`),
    check('application_safety_way', sql`${t.contactWay} in ('either', 'write', 'phone')`),
    check('application_safety_note', sql`length(${t.contactNote}) <= 500`),
    check('application_safety_counts', sql`${t.revision} > 0`),
  ],
);

/** The name that stands on a ballot paper: while it does, it cannot change. */
export const publicNameOnPaper = sqliteTable('public_name_on_paper', {
  applicationId: id('application_id')
    .primaryKey()
    .references(() => application.id),
  name: text('name').notNull(),
  printedAt: instant('printed_at').notNull(),
});

/** Somebody who must not see an application. Nobody they could know is told that they are named here. */
export const hiddenFrom = sqliteTable(
  'hidden_from',
  {
    id: id('id').primaryKey(),
    applicationId: id('application_id')
      .notNull()
      .references(() => application.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<'person' | 'organisation'>().notNull(),
    name: text('name').notNull(),
    /** Lower case; null where it is not known. */
    email: text('email'),
    addedAt: instant('added_at').notNull(),
    /** Who wrote it, and who alone is shown it: an owner after her may be the reason for it. */
    addedBy: id('added_by').references(() => person.id),
  },
  (t) => [
    index('hidden_from_by_application').on(t.applicationId),
    check('hidden_from_kind', sql`${t.kind} in ('person', 'organisation')`),
    check('hidden_from_name', sql`trim(${t.name}) <> '' and length(${t.name}) <= 200`),
    check(
      'hidden_from_email',
      sql`${t.email} is null or (${t.email} = lower(${t.email}) and length(${t.email}) <= 254)`,
    ),
  ],
);

/** What staff said when a name was like somebody's: whether it is the same person. */
export const hiddenFromAnswer = sqliteTable(
  'hidden_from_answer',
  {
    hiddenFromId: id('hidden_from_id')
      .notNull()
      .references(() => hiddenFrom.id, { onDelete: 'cascade' }),
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    isSame: flag('is_same').notNull(),
    answeredBy: id('answered_by')
      .notNull()
      .references(() => person.id),
    answeredAt: instant('answered_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.hiddenFromId, t.personId] })],
);

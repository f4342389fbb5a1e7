import { sql } from 'drizzle-orm';
import { check, customType, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { application } from './application.ts';
import { call } from './call.ts';
import { flag, id, instant, json, minor } from './columns.ts';
import { person } from './people.ts';

/** Sorted as people sort: "alif" beside "Alif". */
const anyCase = customType<{ data: string }>({ dataType: () => 'text collate nocase' });

/**
 * One narrow row for each application that was ever submitted, kept by triggers: what staff filter and sort by, so
 * that a page of ten thousand costs what a page of a hundred costs. Every order has its index, and each index holds
 * everything that can be asked for, so that a rare match is found without touching the rows.
 */
export const applicationListing = sqliteTable(
  'application_listing',
  {
    /** Settles equal keys, and is what the search points at: unlike a rowid it survives every migration. */
    place: integer('place').primaryKey({ autoIncrement: true }),
    applicationId: id('application_id')
      .notNull()
      .unique()
      .references(() => application.id),
    callId: id('call_id')
      .notNull()
      .references(() => call.id),
    reference: text('reference').notNull(),
    title: anyCase('title').notNull(),
    groupName: anyCase('group_name').notNull(),
    theme: text('theme').notNull(),
    city: text('city').notNull(),
    language: text('language').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    submittedAt: instant('submitted_at').notNull(),
    savedAt: instant('saved_at').notNull(),
    state: text('state').$type<'submitted' | 'withdrawn'>().notNull(),
    /** As the latest check left it. */
    eligibility: text('eligibility')
      .$type<'unchecked' | 'eligible' | 'not-eligible' | 'more-needed'>()
      .notNull()
      .default('unchecked'),
    /** Whether the applicant has still to be written to about the latest check. */
    letter: text('letter').$type<'none' | 'waiting' | 'told'>().notNull().default('none'),
    checkId: id('check_id'),
    hasRecording: flag('has_recording').notNull(),
  },
  (t) => {
    const asked = [t.state, t.theme, t.city, t.language, t.eligibility, t.letter, t.hasRecording] as const;
    return [
      index('application_listing_by_reference').on(t.callId, t.reference, t.place, ...asked, t.amountMinor),
      index('application_listing_by_title').on(t.callId, t.title, t.place, ...asked, t.amountMinor),
      index('application_listing_by_group').on(t.callId, t.groupName, t.place, ...asked, t.amountMinor),
      index('application_listing_by_amount').on(t.callId, t.amountMinor, t.place, ...asked),
      index('application_listing_by_submitted').on(t.callId, t.submittedAt, t.place, ...asked, t.amountMinor),
      index('application_listing_by_saved').on(t.callId, t.savedAt, t.place, ...asked, t.amountMinor),
      index('application_listing_by_letter').on(t.callId, t.letter, t.eligibility, t.place),
    ];
  },
);

/** How many of a call's listed applications have each value, and what they ask for together; kept by triggers. */
export const applicationTally = sqliteTable(
  'application_tally',
  {
    callId: id('call_id').notNull(),
    facet: text('facet').$type<'state' | 'theme' | 'city' | 'language' | 'eligibility' | 'recording'>().notNull(),
    value: text('value').notNull(),
    count: integer('count').notNull(),
    amountMinor: minor('amount_minor').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.callId, t.facet, t.value] }),
    check('application_tally_counts', sql`${t.count} >= 0 and ${t.amountMinor} >= 0`),
  ],
);

/** Who took which applications out of the portal, when and how many. Insert-only (triggers). */
export const applicationExport = sqliteTable(
  'application_export',
  {
    id: id('id').primaryKey(),
    callId: id('call_id')
      .notNull()
      .references(() => call.id),
    format: text('format').$type<'csv' | 'xlsx'>().notNull(),
    /** As it stood in the address of the list. */
    filter: json<Readonly<Record<string, string>>>('filter').notNull(),
    applications: integer('applications').notNull(),
    madeBy: id('made_by')
      .notNull()
      .references(() => person.id),
    madeAt: instant('made_at').notNull(),
  },
  (t) => [
    index('application_export_by_call').on(t.callId, t.madeAt),
    check('application_export_format', sql`${t.format} in ('csv', 'xlsx') and ${t.applications} >= 0`),
  ],
);

import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * The ballot box as TypeScript sees it. Every constraint, trigger and foreign key is in `migrations/`,
 * written by hand because deferred keys and triggers are the point of this database.
 */
const bytes = () => blob({ mode: 'buffer' }).notNull();

export const poll = sqliteTable('poll', {
  pollId: text('poll_id').primaryKey(),
  manifest: text().notNull(),
  manifestHash: blob('manifest_hash', { mode: 'buffer' }).notNull(),
  state: text({ enum: ['draft', 'frozen', 'open', 'closed', 'revealed', 'certified'] }).notNull(),
});

export const signingKey = sqliteTable('signing_key', {
  pollId: text('poll_id').primaryKey(),
  secret: bytes(),
});

export const issuingKey = sqliteTable('issuing_key', { pollId: text('poll_id').primaryKey(), secret: bytes() });

const level = () => text({ enum: ['A', 'B', 'B-', 'C', 'D'] }).notNull();

export const token = sqliteTable(
  'token',
  {
    pollId: text('poll_id').notNull(),
    tokenHash: blob('token_hash', { mode: 'buffer' }).notNull(),
    level: level(),
    batch: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.pollId, table.tokenHash] })],
);

export const voidToken = sqliteTable(
  'void_token',
  { pollId: text('poll_id').notNull(), tokenHash: blob('token_hash', { mode: 'buffer' }).notNull() },
  (table) => [primaryKey({ columns: [table.pollId, table.tokenHash] })],
);

export const spent = sqliteTable(
  'spent',
  { pollId: text('poll_id').notNull(), tokenHash: blob('token_hash', { mode: 'buffer' }).notNull() },
  (table) => [primaryKey({ columns: [table.pollId, table.tokenHash] })],
);

export const spentPass = sqliteTable(
  'spent_pass',
  {
    pollId: text('poll_id').notNull(),
    tokenHash: blob('token_hash', { mode: 'buffer' }).notNull(),
    level: level(),
    signature: bytes(),
  },
  (table) => [primaryKey({ columns: [table.pollId, table.tokenHash] })],
);

export const roll = sqliteTable('roll', {
  pollId: text('poll_id').primaryKey(),
  size: integer().notNull(),
  signature: bytes(),
});

export const passesIssued = sqliteTable('passes_issued', {
  pollId: text('poll_id').primaryKey(),
  issued: integer().notNull(),
  signature: bytes(),
});

export const handedOut = sqliteTable(
  'handed_out',
  { pollId: text('poll_id').notNull(), level: text({ enum: ['C', 'D'] }).notNull(), count: integer().notNull() },
  (table) => [primaryKey({ columns: [table.pollId, table.level] })],
);

export const issue = sqliteTable(
  'issue',
  { pollId: text('poll_id').notNull(), level: level(), count: integer().notNull(), root: bytes(), signature: bytes() },
  (table) => [primaryKey({ columns: [table.pollId, table.level] })],
);

export const ballot = sqliteTable(
  'ballot',
  {
    pollId: text('poll_id').notNull(),
    leaf: bytes(),
    level: level(),
    tracker: text().notNull(),
    r: bytes(),
    body: text().notNull(),
    batchSeq: integer('batch_seq').notNull(),
  },
  (table) => [primaryKey({ columns: [table.pollId, table.leaf] })],
);

export const checkpoint = sqliteTable(
  'checkpoint',
  {
    pollId: text('poll_id').notNull(),
    seq: integer().notNull(),
    size: integer().notNull(),
    root: bytes(),
    prev: bytes(),
    at: integer().notNull(),
    final: integer({ mode: 'boolean' }).notNull(),
    note: text().notNull(),
    signature: bytes(),
  },
  (table) => [primaryKey({ columns: [table.pollId, table.seq] })],
);

export const paperCount = sqliteTable('paper_count', {
  pollId: text('poll_id').primaryKey(),
  printed: integer().notNull(),
  returned: integer().notNull(),
  spoiled: integer().notNull(),
});

export const randomness = sqliteTable('randomness', {
  pollId: text('poll_id').primaryKey(),
  value: text().notNull(),
});

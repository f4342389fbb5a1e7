import { and, asc, count, eq, inArray, max, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import {
  ballot,
  checkpoint,
  handedOut,
  issue,
  issuingKey,
  paperCount,
  passesIssued,
  poll,
  randomness,
  roll,
  signingKey,
  spent,
  spentPass,
  token,
  voidToken,
} from '#db/ballot-box/schema.ts';
import { STOCK_LEVELS } from '../rules/level.ts';

export type Statements = ReturnType<typeof prepareStatements>;

/** Every SQL statement of the ballot box, prepared once: building them per call would cost more than running them. */
export function prepareStatements(db: BetterSQLite3Database) {
  const pollId = sql.placeholder('pollId');
  const hash = sql.placeholder('tokenHash');
  return {
    findManifest: db.select({ manifest: poll.manifest }).from(poll).where(eq(poll.pollId, pollId)).prepare(),
    listPolls: db.select({ pollId: poll.pollId, state: poll.state }).from(poll).orderBy(asc(poll.pollId)).prepare(),
    insertPoll: db
      .insert(poll)
      .values({
        pollId,
        manifest: sql.placeholder('manifest'),
        manifestHash: sql.placeholder('manifestHash'),
        state: 'draft',
      })
      .prepare(),
    movePoll: db
      .update(poll)
      .set({ state: sql`${sql.placeholder('state')}` })
      .where(eq(poll.pollId, pollId))
      .prepare(),
    insertSigningKey: db
      .insert(signingKey)
      .values({ pollId, secret: sql.placeholder('secret') })
      .prepare(),
    findSigningKey: db.select().from(signingKey).where(eq(signingKey.pollId, pollId)).prepare(),
    insertIssuingKey: db
      .insert(issuingKey)
      .values({ pollId, secret: sql.placeholder('secret') })
      .prepare(),
    findIssuingKey: db.select().from(issuingKey).where(eq(issuingKey.pollId, pollId)).prepare(),

    insertToken: db
      .insert(token)
      .values({ pollId, tokenHash: hash, level: sql.placeholder('level'), batch: sql.placeholder('batch') })
      .prepare(),
    listTokens: db
      .select({ tokenHash: token.tokenHash, level: token.level, batch: token.batch })
      .from(token)
      .where(eq(token.pollId, pollId))
      .orderBy(asc(token.tokenHash))
      .prepare(),
    listSpent: db
      .select({ tokenHash: spent.tokenHash })
      .from(spent)
      .where(eq(spent.pollId, pollId))
      .orderBy(asc(spent.tokenHash))
      .prepare(),
    listVoid: db
      .select({ tokenHash: voidToken.tokenHash })
      .from(voidToken)
      .where(eq(voidToken.pollId, pollId))
      .orderBy(asc(voidToken.tokenHash))
      .prepare(),
    countSpent: db.select({ used: count() }).from(spent).where(eq(spent.pollId, pollId)).prepare(),
    /** Of the levels that never decide. */
    countSpentApart: db
      .select({ used: count() })
      .from(spent)
      .innerJoin(token, and(eq(token.pollId, spent.pollId), eq(token.tokenHash, spent.tokenHash)))
      .where(and(eq(spent.pollId, pollId), inArray(token.level, STOCK_LEVELS)))
      .prepare(),
    insertVoid: db.insert(voidToken).values({ pollId, tokenHash: hash }).prepare(),

    findSpentPass: db
      .select({ tokenHash: spentPass.tokenHash })
      .from(spentPass)
      .where(and(eq(spentPass.pollId, pollId), eq(spentPass.tokenHash, hash)))
      .prepare(),
    listSpentPasses: db
      .select({ tokenHash: spentPass.tokenHash, signature: spentPass.signature })
      .from(spentPass)
      .where(eq(spentPass.pollId, pollId))
      .orderBy(asc(spentPass.tokenHash))
      .prepare(),
    countSpentPasses: db.select({ used: count() }).from(spentPass).where(eq(spentPass.pollId, pollId)).prepare(),
    insertSpentPass: db
      .insert(spentPass)
      .values({ pollId, tokenHash: hash, level: 'B', signature: sql.placeholder('signature') })
      .prepare(),
    insertRoll: db
      .insert(roll)
      .values({ pollId, size: sql.placeholder('size'), signature: sql.placeholder('signature') })
      .prepare(),
    findRoll: db.select().from(roll).where(eq(roll.pollId, pollId)).prepare(),
    insertPassesIssued: db
      .insert(passesIssued)
      .values({ pollId, issued: sql.placeholder('issued'), signature: sql.placeholder('signature') })
      .prepare(),
    findPassesIssued: db.select().from(passesIssued).where(eq(passesIssued.pollId, pollId)).prepare(),

    findHandedOut: db
      .select({ count: handedOut.count })
      .from(handedOut)
      .where(and(eq(handedOut.pollId, pollId), eq(handedOut.level, sql.placeholder('level'))))
      .prepare(),
    insertHandedOut: db
      .insert(handedOut)
      .values({ pollId, level: sql.placeholder('level'), count: sql.placeholder('count') })
      .prepare(),
    updateHandedOut: db
      .update(handedOut)
      .set({ count: sql`${sql.placeholder('count')}` })
      .where(and(eq(handedOut.pollId, pollId), eq(handedOut.level, sql.placeholder('level'))))
      .prepare(),
    insertIssue: db
      .insert(issue)
      .values({
        pollId,
        level: sql.placeholder('level'),
        count: sql.placeholder('count'),
        root: sql.placeholder('root'),
        signature: sql.placeholder('signature'),
      })
      .prepare(),
    listIssues: db.select().from(issue).where(eq(issue.pollId, pollId)).orderBy(asc(issue.level)).prepare(),

    /** The tree's order: batch by batch, within a batch by leaf. */
    listBallots: db
      .select({ leaf: ballot.leaf, r: ballot.r, body: ballot.body })
      .from(ballot)
      .where(eq(ballot.pollId, pollId))
      .orderBy(asc(ballot.batchSeq), asc(ballot.leaf))
      .prepare(),
    listLeaves: db
      .select({ leaf: ballot.leaf, tracker: ballot.tracker, batchSeq: ballot.batchSeq })
      .from(ballot)
      .where(eq(ballot.pollId, pollId))
      .orderBy(asc(ballot.batchSeq), asc(ballot.leaf))
      .prepare(),
    listBatchLeaves: db
      .select({ leaf: ballot.leaf, level: ballot.level })
      .from(ballot)
      .where(and(eq(ballot.pollId, pollId), eq(ballot.batchSeq, sql.placeholder('batchSeq'))))
      .orderBy(asc(ballot.leaf))
      .prepare(),
    /** Used, void and issued tokens by level; nothing about any choice. */
    countTokens: db
      .select({
        level: token.level,
        issued: count(),
        used: count(spent.tokenHash),
        voided: count(voidToken.tokenHash),
      })
      .from(token)
      .leftJoin(spent, and(eq(spent.pollId, token.pollId), eq(spent.tokenHash, token.tokenHash)))
      .leftJoin(voidToken, and(eq(voidToken.pollId, token.pollId), eq(voidToken.tokenHash, token.tokenHash)))
      .where(eq(token.pollId, pollId))
      .groupBy(token.level)
      .orderBy(asc(token.level))
      .prepare(),

    countBatches: db
      .select({ batch: token.batch, issued: count(), voided: count(voidToken.tokenHash) })
      .from(token)
      .leftJoin(voidToken, and(eq(voidToken.pollId, token.pollId), eq(voidToken.tokenHash, token.tokenHash)))
      .where(eq(token.pollId, pollId))
      .groupBy(token.batch)
      .orderBy(asc(token.batch))
      .prepare(),

    lastCheckpointSeq: db
      .select({ seq: max(checkpoint.seq) })
      .from(checkpoint)
      .where(eq(checkpoint.pollId, pollId))
      .prepare(),
    listCheckpoints: db
      .select()
      .from(checkpoint)
      .where(eq(checkpoint.pollId, pollId))
      .orderBy(asc(checkpoint.seq))
      .prepare(),
    insertCheckpoint: db
      .insert(checkpoint)
      .values({
        pollId,
        seq: sql.placeholder('seq'),
        size: sql.placeholder('size'),
        root: sql.placeholder('root'),
        prev: sql.placeholder('prev'),
        at: sql.placeholder('at'),
        final: sql.placeholder('final'),
        note: sql.placeholder('note'),
        signature: sql.placeholder('signature'),
      })
      .prepare(),

    insertPaperCount: db
      .insert(paperCount)
      .values({
        pollId,
        printed: sql.placeholder('printed'),
        returned: sql.placeholder('returned'),
        spoiled: sql.placeholder('spoiled'),
      })
      .prepare(),
    findPaperCount: db.select().from(paperCount).where(eq(paperCount.pollId, pollId)).prepare(),
    insertRandomness: db
      .insert(randomness)
      .values({ pollId, value: sql.placeholder('value') })
      .prepare(),
    findRandomness: db.select().from(randomness).where(eq(randomness.pollId, pollId)).prepare(),
  };
}

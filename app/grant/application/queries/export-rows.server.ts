import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { mayListApplications } from '../rules/access.ts';
import { type Exported, exportRow } from '../rules/export-row.ts';
import type { ListFilter } from '../rules/listing.ts';
import { latestChecks } from '../store/eligibility.server.ts';
import { findListed, findListedById, type Listed } from '../store/listing.server.ts';
import { findAnswersOf, findApplications, secondsByApplication, wordsByApplication } from '../store.server.ts';
import { hiddenPlaces } from './hidden-places.server.ts';

/** Applications that are in memory at a time, however many are written. */
const CHUNK = 200;

type Asked = { kind: 'ticked'; applicationIds: readonly Id[] } | { kind: 'all'; filter: ListFilter };

/**
 * What was chosen, line by line, as the file takes it: a few are read at a time. For the managers of the call only.
 *
 * @returns the labels of the questions, and the lines after the head; null for anybody else
 */
export function exportRows(context: Context, callId: Id, asked: Asked) {
  const call = callById(context, callId);
  if (call === null || !mayListApplications(context.actor, call)) return null;
  const questionIds = call.questions.map(({ id }) => id);
  function* lines(): Generator<(string | number)[]> {
    for (const chunk of chunksOf(context, callId, asked)) {
      for (const row of exportedOf(context, chunk, questionIds)) {
        yield exportRow(row, { currency: call?.currency ?? 'GBP', timeZone: call?.timeZone ?? 'UTC' });
      }
    }
  }
  return {
    slug: call.slug,
    timeZone: call.timeZone,
    questions: call.questions.map(({ label }) => label),
    lines: lines(),
  };
}

function* chunksOf(context: Context, callId: Id, asked: Asked): Generator<Listed[]> {
  const hidden = hiddenPlaces(context, callId);
  if (asked.kind === 'ticked') {
    yield findListedById(context.db, callId, asked.applicationIds).filter(({ place }) => !hidden.includes(place));
    return;
  }
  const order = { sort: 'reference', isDescending: false } as const;
  let from: Listed | null = null;
  do {
    const chunk: Listed[] = findListed(context.db, callId, { ...asked.filter, hidden }, order, from, CHUNK);
    yield chunk;
    from = chunk.length === CHUNK ? (chunk.at(-1) ?? null) : null;
  } while (from !== null);
}

function exportedOf(context: Context, chunk: readonly Listed[], questionIds: readonly Id[]): Exported[] {
  const ids = chunk.map((row) => row.applicationId);
  const applications = new Map(findApplications(context.db, ids).map((found) => [found.id, found]));
  const answers = new Map(findAnswersOf(context.db, ids).map((row) => [row.applicationId + row.questionId, row.text]));
  const words = wordsByApplication(context.db, ids);
  const seconds = secondsByApplication(context.db, ids);
  const checks = latestChecks(context.db, ids);
  return chunk.map((row) => {
    const found = applications.get(row.applicationId);
    invariant(found !== undefined, 'what is listed is an application: the foreign key says so');
    const check = checks.get(row.applicationId);
    const why = [...(check?.reasons ?? []).map(({ statement }) => statement), check?.note ?? ''];
    return {
      ...row,
      oneLine: found.oneLine,
      words: words.get(row.applicationId) ?? 0,
      recordingSeconds: Math.round(seconds.get(row.applicationId) ?? 0),
      why: why.filter((line) => line !== ''),
      answers: questionIds.map((questionId) => answers.get(row.applicationId + questionId) ?? ''),
    };
  });
}

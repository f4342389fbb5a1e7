import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type CallFacts, callById } from '../../call/queries/call-facts.server.ts';
import { mayListApplications } from '../rules/access.ts';
import { askedOf } from '../rules/draft.ts';
import { type Exported, exportRow } from '../rules/export-row.ts';
import type { ListFilter } from '../rules/listing.ts';
import { latestChecks } from '../store/eligibility.server.ts';
import { findListed, findListedById, type Listed } from '../store/listing.server.ts';
import { findAnswersOf, findApplications, secondsByApplication, wordsByApplication } from '../store.server.ts';
import { hiddenPlaces } from './hidden-places.server.ts';

/** Applications that are in memory at a time, however many are written. */
const CHUNK = 200;

const NO_WORDS = { oneLine: '', moneyHolder: '', hostName: '', words: 0, recordingSeconds: 0, why: [] } as const;

type Asked = { kind: 'ticked'; applicationIds: readonly Id[] } | { kind: 'all'; filter: ListFilter };

/**
 * What was chosen, line by line, as the file takes it: a few are read at a time. For the managers of the call only.
 *
 * @returns the labels of the questions, and the lines after the head; null for anybody else
 */
export function exportRows(context: Context, callId: Id, asked: Asked) {
  const call = callById(context, callId);
  if (call === null || !mayListApplications(context.actor, call)) return null;
  const { questions } = call;
  function* lines(): Generator<(string | number)[]> {
    for (const chunk of chunksOf(context, callId, asked)) {
      for (const row of exportedOf(context, chunk, questions)) {
        yield exportRow(row, { currency: call?.currency ?? 'GBP', timeZone: call?.timeZone ?? 'UTC' });
      }
    }
  }
  return {
    slug: call.slug,
    timeZone: call.timeZone,
    questions: questions.map(({ label }) => label),
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

function exportedOf(context: Context, chunk: readonly Listed[], questions: CallFacts['questions']): Exported[] {
  const ids = chunk.map((row) => row.applicationId);
  const applications = new Map(findApplications(context.db, ids).map((found) => [found.id, found]));
  const written = Map.groupBy(findAnswersOf(context.db, ids), ({ applicationId }) => applicationId);
  const words = wordsByApplication(context.db, ids);
  const seconds = secondsByApplication(context.db, ids);
  const checks = latestChecks(context.db, ids);
  return chunk.map((row) => {
    const found = applications.get(row.applicationId);
    invariant(found !== undefined, 'what is listed is an application: the foreign key says so');
    const check = checks.get(row.applicationId);
    // What somebody took back is listed, and no longer anybody's to read.
    if (row.state !== 'submitted') return { ...row, ...NO_WORDS, answers: questions.map(() => '') };
    const why = [...(check?.reasons ?? []).map(({ statement }) => statement), check?.note ?? ''];
    const answers = written.get(row.applicationId) ?? [];
    const isAsked = new Set(askedOf(questions, answers).map(({ id }) => id));
    const textOf = (id: Id) => answers.find(({ questionId }) => questionId === id)?.text ?? '';
    return {
      ...row,
      oneLine: found.oneLine,
      moneyHolder: found.moneyHolder,
      hostName: found.hostName,
      words: words.get(row.applicationId) ?? 0,
      recordingSeconds: Math.round(seconds.get(row.applicationId) ?? 0),
      why: why.filter((line) => line !== ''),
      // What stands behind a question that a later choice took away was not sent.
      answers: questions.map(({ id }) => (isAsked.has(id) ? textOf(id) : '')),
    };
  });
}

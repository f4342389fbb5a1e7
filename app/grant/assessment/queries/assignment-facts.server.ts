import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import {
  type ApplicationHead,
  applicationsUnderReview,
  readingSizes,
} from '../../application/queries/application-card.server.ts';
import { namedAmong } from '../../application/queries/hidden-from.server.ts';
import { languagesToRead } from '../../application/queries/languages-to-read.server.ts';
import { insidersOf } from '../../application/queries/team.server.ts';
import type { AssignmentFacts, Pair, Reviewer } from '../rules/assigning/assignment-facts.ts';
import type { Moves } from '../rules/assigning/giving-out.ts';
import { readingMinutes } from '../rules/reading-time.ts';
import { mostToGive } from '../rules/scoring-days.ts';
import { isSameDay } from '../rules/today.ts';
import { givenOut } from '../store/assignments.server.ts';
import { declarationsOf, type MemberRow } from '../store/panel.server.ts';
import { liveSheetsOf } from '../store/sheets.server.ts';
import { panelRule } from './panel-rule.server.ts';
import type { RunPanel } from './run-panel.server.ts';
import { scoringDaysOf } from './scoring-days.server.ts';
import { severityOf, termsOf } from './seat-terms.server.ts';

export type GatheredFacts = {
  readonly facts: AssignmentFacts;
  readonly heads: readonly ApplicationHead[];
  /** What lies on the desks of seated members now. */
  readonly live: readonly Pair[];
  /** What stays with seated members whatever is planned. */
  readonly kept: readonly Pair[];
  /** Seated members who can be given something, and those who have still to say whom they know. */
  readonly ready: readonly MemberRow[];
  readonly silent: readonly MemberRow[];
  /** On how many days they can still score; null where no day is planned by which scores are due. */
  readonly daysLeft: number | null;
};

const NO_TIME = { minutesMax: 0, minutesPerDay: 0 };

const NOTHING_TO_READ = { words: 0, videoSeconds: 0 };

/** Everything that giving out rests on: about a dozen queries, however many applications. The caller checks who asks. */
export function assignmentFacts(context: Context, run: RunPanel, moves: Moves): GatheredFacts {
  const { call, members } = run;
  const heads = applicationsUnderReview(context, call.id);
  const ids = heads.map(({ id }) => id);
  const declared = Map.groupBy(declarationsOf(context.db, call.id), ({ memberId }) => memberId);
  const seated = members.filter(({ state }) => state === 'accepted');
  const hasSpoken = ({ id }: MemberRow) => declared.get(id)?.some(({ raisedBy }) => raisedBy === 'member') ?? false;
  const ready = seated.filter(hasSpoken);
  const seatedIds = new Set(seated.map(({ id }) => id));
  // What was withdrawn may lie on a desk or be begun: nobody has to read it any more, and it is not given out again.
  const underReview = new Set(ids);
  const isUnderReview = ({ applicationId }: Pair) => underReview.has(applicationId);
  const sheets = liveSheetsOf(context.db, call.id).filter(isUnderReview);
  const live = givenOut(context.db, call.id).filter((pair) => seatedIds.has(pair.memberId) && isUnderReview(pair));
  const kept = distinct([
    ...(moves === 'nothing' ? live : []),
    ...sheets.filter(({ memberId }) => seatedIds.has(memberId)),
  ]);
  // Sheets of those who left go on counting: they are reviews that nobody has to write again.
  const gone = sheets.filter(({ memberId, state }) => !seatedIds.has(memberId) && state === 'submitted');
  const languages = languagesToRead(context, heads);
  const sizes = readingSizes(context, ids);
  const everyLanguage = [...new Set([...languages.values()].flat())];
  const terms = termsOf(context.db, call.id);
  const severity = severityOf(context.db, call.id);
  const daysLeft = scoringDaysOf(context, call);
  const minutesOf = (applicationId: Id) => readingMinutes(sizes.get(applicationId) ?? NOTHING_TO_READ);
  const handedInBy = (memberId: Id) => {
    const theirs = sheets.filter((sheet) => sheet.memberId === memberId && sheet.state === 'submitted');
    const today = theirs.filter(({ submittedAt }) => isSameDay(submittedAt ?? 0, context.now, call.timeZone));
    const summed = (some: typeof theirs) => some.reduce((sum, one) => sum + minutesOf(one.applicationId), 0);
    return { minutes: summed(theirs), minutesToday: summed(today) };
  };
  const reviewers = ready.map((member): Reviewer => {
    const agreed = terms.get(member.id);
    return {
      id: member.id,
      isParticipant: member.kind === 'participant',
      // Whoever took her seat before anybody asked is taken to read everything.
      reads: agreed?.isAgreed ? agreed.reads : everyLanguage,
      ...mostToGive(agreed ?? NO_TIME, daysLeft, handedInBy(member.id)),
      severity: severity.get(member.id) ?? 0,
    };
  });
  const leavers = members.filter(({ id }) => gone.some(({ memberId }) => memberId === id));
  return {
    facts: {
      applications: heads.map(({ id }) => ({
        id,
        minutes: minutesOf(id),
        languages: languages.get(id) ?? [],
      })),
      members: [
        ...reviewers,
        ...leavers.map(({ id, kind }) => ({
          id,
          isParticipant: kind === 'participant',
          reads: [],
          minutesMax: 1,
          minutesAgreed: 1,
          severity: 0,
        })),
      ],
      reviews: panelRule(context.db, call.id).reviews,
      participantShareMin: call.participantShareMinPercent,
      barred: barredPairs(context, call.id, ids, ready, declared),
      kept: [...kept, ...gone.map(pairOf)],
    },
    heads,
    live,
    kept,
    ready,
    silent: seated.filter((member) => !hasSpoken(member)),
    daysLeft,
  };
}

/** Ties of every kind, and what a member has not said anything about. */
function barredPairs(
  context: Context,
  callId: Id,
  ids: readonly Id[],
  ready: readonly MemberRow[],
  declared: ReadonlyMap<Id, readonly { readonly applicationId: Id; readonly level: string }[]>,
): Pair[] {
  const insiders = insidersOf(context, ids);
  const named = namedAmong(
    context,
    callId,
    ready.map(({ personId }) => personId),
  );
  return ready.flatMap(({ id: memberId, personId }) => {
    const free = new Set(
      (declared.get(memberId) ?? []).filter(({ level }) => level === 'none').map(({ applicationId }) => applicationId),
    );
    const hidden = new Set(named.filter((pair) => pair.personId === personId).map((pair) => pair.hidden.applicationId));
    return ids
      .filter((id) => !free.has(id) || hidden.has(id) || insiders.get(id)?.has(personId))
      .map((applicationId) => ({ applicationId, memberId }));
  });
}

function distinct(pairs: readonly Pair[]): Pair[] {
  return [...new Map(pairs.map((pair) => [`${pair.applicationId} ${pair.memberId}`, pairOf(pair)])).values()];
}

function pairOf({ applicationId, memberId }: Pair): Pair {
  return { applicationId, memberId };
}

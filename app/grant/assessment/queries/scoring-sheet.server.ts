import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Currency } from '#app/kernel/money.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { ApplicationCard } from '../../application/queries/application-card.server.ts';
import { type ReopenedChange, reopenedChanges } from '../../application/queries/reopened-changes.server.ts';
import { type CallCriterion, callById } from '../../call/queries/call-facts.server.ts';
import type { MemberKind } from '../rules/composition.ts';
import { type PanelScore, panelScore, type Score, sheetMeanMilli } from '../rules/panel-score.ts';
import type { PanelState } from '../rules/panel-state.ts';
import { readingMinutes } from '../rules/reading-time.ts';
import type { ReviewRules } from '../rules/review-phases.ts';
import type { SheetState } from '../rules/scoring.ts';
import { maySeeOthersScores } from '../rules/visibility.ts';
import { copiesOf, sheetCopiesOf } from '../store/blind-copies.server.ts';
import { findSheet, scoresOn, submittedSheetsOn } from '../store/sheets.server.ts';
import { type ActivePhase, activePhase } from './active-phase.server.ts';
import { blindCopies } from './blind-copies.server.ts';
import { type OpenReading, openReading } from './reading.server.ts';
import { type SeenAnswer, seenAnswers } from './seen-answers.server.ts';

export type SeenSheet = {
  readonly sheetId: Id;
  /** Null where the phase keeps to itself who wrote what. */
  readonly by: { readonly name: string; readonly kind: MemberKind } | null;
  readonly isMine: boolean;
  readonly meanMilli: number | null;
  readonly scores: Readonly<Record<Id, Score>>;
  readonly strength: string;
  readonly concern: string;
};

export type ScoringSheet = {
  readonly call: { readonly id: Id; readonly title: string; readonly currency: Currency };
  readonly panel: PanelState;
  /** Where a soft tie binds her to it she reads and talks, and does not score. */
  readonly mayScore: boolean;
  readonly application: Pick<
    ApplicationCard,
    'id' | 'reference' | 'title' | 'oneLine' | 'theme' | 'city' | 'amountMinor' | 'language'
  > & {
    /** Null while names are hidden. */
    readonly groupName: string | null;
    readonly minutes: number;
  };
  readonly answers: readonly SeenAnswer[];
  /** What was sent anew after the first time, against what was sent first. */
  readonly changes: readonly ReopenedChange[];
  readonly timeZone: string;
  readonly criteria: readonly CallCriterion[];
  readonly sheet: {
    readonly state: SheetState;
    readonly scores: Readonly<Record<Id, Score>>;
    readonly strength: string;
    readonly concern: string;
    /** Which save this is. */
    readonly revision: number;
    /** What her scores come to so far, in thousandths. */
    readonly meanMilli: number | null;
  } | null;
  /**
   * The submitted sheets she may see, her own first, and what all come to: nothing together where she sees her own
   * only, and null where she sees none.
   */
  readonly seen: { readonly sheets: readonly SeenSheet[]; readonly together: PanelScore | null } | null;
  /** When the copy without names was changed after she had begun to score beside it; null where it was not. */
  readonly copyChangedAt: Instant | null;
  /** What the phase lets her do and see now. */
  readonly review: ActivePhase;
};

/** One application with the sheet to score it on; null unless it is open to the signed-in panel member. */
export function scoringSheet(context: Context, applicationId: Id): ScoringSheet | null {
  const reading = openReading(context, applicationId);
  const call = reading === null ? null : callById(context, reading.card.callId);
  if (reading === null || call === null) return null;
  const { card, member, panel, review } = reading;
  const isBlind = review.names === 'hidden';
  const blind = isBlind ? (blindCopies(context, [card.id]).get(card.id) ?? null) : null;
  const sheet = findSheet(context.db, member.id, applicationId);
  const answered = sheet === null ? [] : scoresOn(context.db, [sheet.id]);
  const given = Object.fromEntries(answered.map((row) => [row.criterionId, row.value]));
  return {
    call: { id: call.id, title: call.title, currency: call.currency },
    panel,
    mayScore: reading.mayScore,
    application: {
      id: card.id,
      reference: card.reference,
      title: blind?.title ?? card.title,
      oneLine: blind?.oneLine ?? card.oneLine,
      groupName: isBlind ? null : card.publicName,
      theme: card.theme,
      city: card.city,
      amountMinor: card.amountMinor,
      language: card.language,
      minutes: readingMinutes(card),
    },
    answers: seenAnswers(context, applicationId, review, blind),
    changes: shownChanges(context, card, review),
    timeZone: call.timeZone,
    criteria: call.criteria,
    sheet:
      sheet === null
        ? null
        : {
            state: sheet.state,
            scores: given,
            strength: sheet.strength,
            concern: sheet.concern,
            revision: sheet.revision,
            meanMilli: sheetMeanMilli(weighed(call.criteria, given)),
          },
    seen: seenSheets(context, reading, call.criteria, maySeeOthersScores(sheet?.state ?? null, review.others)),
    copyChangedAt: isBlind && sheet !== null ? changedSince(context, applicationId, sheet.id) : null,
    review: activePhase(context, call.id),
  };
}

function changedSince({ db }: Context, applicationId: Id, sheetId: Id): Instant | null {
  const begunBeside = sheetCopiesOf(db, applicationId).find((row) => row.sheetId === sheetId);
  const [inForce] = copiesOf(db, [applicationId]);
  return begunBeside !== undefined && inForce !== undefined && inForce.version > begunBeside.version
    ? inForce.writtenAt
    : null;
}

/** What was sent anew, as far as it is shown: both versions of a text would say what a blind copy leaves out. */
function shownChanges(context: Context, card: ApplicationCard, review: ReviewRules): ReopenedChange[] {
  if (review.names === 'hidden') return [];
  // A name that was changed is still a name: beside one that was chosen for others it is not shown. Who would hold the
  // money is not scored, and not shown on a sheet at all.
  return reopenedChanges(context, card.id)
    .filter(({ detail }) => detail !== 'moneyHolder' && detail !== 'hostName')
    .filter(({ detail }) => detail !== 'groupName' || card.publicName === card.groupName)
    .map((change) => (review.recordings === 'all' ? change : { ...change, recordingsBefore: [] }));
}

function seenSheets(
  context: Context,
  { card, member, review }: OpenReading,
  criteria: readonly CallCriterion[],
  withOthers: boolean,
): ScoringSheet['seen'] {
  const sheets = submittedSheetsOn(context.db, card.id).filter((sheet) => withOthers || sheet.memberId === member.id);
  if (sheets.length === 0) return null;
  const scores = Map.groupBy(
    scoresOn(
      context.db,
      sheets.map((sheet) => sheet.id),
    ),
    (row) => row.sheetId,
  );
  const names = peopleById(
    context,
    sheets.map((sheet) => sheet.personId),
  );
  const seen = sheets.map((sheet): SeenSheet => {
    const given = Object.fromEntries((scores.get(sheet.id) ?? []).map((row) => [row.criterionId, row.value]));
    const isMine = sheet.memberId === member.id;
    return {
      sheetId: sheet.id,
      by: review.reviewerNames || isMine ? { name: names.get(sheet.personId)?.name ?? '', kind: sheet.kind } : null,
      isMine,
      meanMilli: sheetMeanMilli(weighed(criteria, given)),
      scores: given,
      strength: sheet.strength,
      concern: sheet.concern,
    };
  });
  return {
    sheets: seen.toSorted((one, other) => Number(other.isMine) - Number(one.isMine)),
    together: withOthers ? panelScore(seen.map((sheet) => weighed(criteria, sheet.scores))) : null,
  };
}

function weighed(criteria: readonly CallCriterion[], given: Readonly<Record<Id, Score>>) {
  return criteria.map(({ id, weightPercent }) => ({ weight: weightPercent, score: given[id] ?? null }));
}

import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { readingSizes } from '../../application/queries/application-card.server.ts';
import { insidersOf } from '../../application/queries/team.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { windowOf } from '../../call/rules/window.ts';
import { mayReadApplication, maySeeInvitation } from '../rules/access.ts';
import type { MemberKind } from '../rules/composition.ts';
import { hasDeclaredAll } from '../rules/conflicts.ts';
import type { PanelState } from '../rules/panel-state.ts';
import { readingMinutes, WORK_SHOWN } from '../rules/reading-time.ts';
import { fittingToday, isSameDay } from '../rules/today.ts';
import { assignedTo } from '../store/assignments.server.ts';
import { conflictsOf, findMember, panelStateOf } from '../store/panel.server.ts';
import { findSeatTerms } from '../store/seat-terms.server.ts';
import { sheetsOfMember } from '../store/sheets.server.ts';
import { type ActivePhase, activePhase } from './active-phase.server.ts';
import { blindCopies } from './blind-copies.server.ts';
import { isPanelMeeting } from './meeting-opening.server.ts';
import { tabledFor } from './tabled.server.ts';

const NOTHING_TO_READ = { words: 0, videoSeconds: 0 };

export type WorkItem = {
  readonly applicationId: Id;
  readonly reference: string;
  readonly title: string;
  /** Null while names are hidden. */
  readonly groupName: string | null;
  readonly language: string;
  readonly hasVideo: boolean;
  readonly minutes: number;
  /** To be read only: it was given to others and the phase opens it to everybody, or a soft tie keeps her from scoring. */
  readonly state: 'to-do' | 'draft' | 'submitted' | 'to-read';
};

export type PanelWork = {
  readonly call: {
    readonly id: Id;
    readonly title: string;
    readonly slug: string;
    readonly partnerName: string;
    readonly closesAt: Instant;
    readonly timeZone: string;
  };
  readonly kind: MemberKind;
  readonly isInvited: boolean;
  readonly panel: PanelState;
  /** What the phase lets her do and see now. */
  readonly review: ActivePhase;
  readonly isCallClosed: boolean;
  /** The panel sits together now. */
  readonly isMeeting: boolean;
  readonly hasDeclared: boolean;
  /** How many applications she does not score because something ties her to them. */
  readonly conflicts: number;
  /**
   * What is open to her now; empty until everything before it is done. Of what is to do and of what is handed
   * in the first in order of reference, what she has begun before all.
   */
  readonly work: readonly WorkItem[];
  /** How much that is altogether. */
  readonly counts: { readonly toDo: number; readonly handedIn: number; readonly toRead: number };
  /** Minutes of reading and watching in what is not handed in yet; null where there is too much to be read by one. */
  readonly minutesLeft: number | null;
  /** What fits into the rest of her day, by the minutes she said she has; null where she was not asked, or nothing is to do. */
  readonly today: {
    readonly minutesADay: number;
    readonly minutes: number;
    readonly applicationIds: readonly Id[];
  } | null;
};

/** Up to so many her minutes are added up: nobody reads more. */
const SUMMED_MAX = 1_000;

/** Where the signed-in person stands on one panel, and what there is to do; null unless she was asked onto it. */
export function panelWork(context: Context, callId: Id, shown = WORK_SHOWN): PanelWork | null {
  const call = callById(context, callId);
  const member = context.actor === null ? null : findMember(context.db, callId, context.actor.personId);
  if (call === null || member === null || !maySeeInvitation(member.state)) return null;
  const panel = panelStateOf(context.db, callId);
  const review = activePhase(context, callId);
  const isCallClosed = windowOf(call, context.now) === 'closed';
  const cards = tabledFor(context, callId, member.personId);
  const insiders = insidersOf(
    context,
    cards.map((card) => card.id),
  );
  const isOwn = (applicationId: Id) => insiders.get(applicationId)?.has(member.personId) ?? false;
  const declared = new Map(conflictsOf(context.db, member.id).map((row) => [row.applicationId, row.level]));
  const sheets = new Map(sheetsOfMember(context.db, member.id).map((row) => [row.applicationId, row]));
  const assigned = assignedTo(context.db, member.id);
  const work = cards
    .filter((card) =>
      mayReadApplication({
        seat: member.state,
        panel,
        allows: review.rules.allows,
        isStanding: true,
        isOwn: isOwn(card.id),
        isInScope: review.rules.scope === 'all' || (assigned?.has(card.id) ?? true),
        declared: declared.get(card.id) ?? null,
      }),
    )
    .map((card) => {
      const sheet = sheets.get(card.id)?.state;
      const isHers = declared.get(card.id) === 'none' && (assigned === null || assigned.has(card.id));
      const state = sheet === 'draft' || sheet === 'submitted' ? sheet : isHers ? 'to-do' : 'to-read';
      return { card, state } as const;
    });
  const handedIn = work.filter(({ state }) => state === 'submitted');
  const toDo = work
    .filter(({ state }) => state === 'to-do' || state === 'draft')
    .toSorted((one, other) => Number(other.state === 'draft') - Number(one.state === 'draft'));
  const toRead = work.filter(({ state }) => state === 'to-read');
  const onPage = [toDo, handedIn, toRead].flatMap((list) => list.slice(0, shown));
  const doneToday = handedIn.filter(({ card }) =>
    isSameDay(sheets.get(card.id)?.submittedAt ?? 0, context.now, call.timeZone),
  );
  const isSummed = toDo.length <= SUMMED_MAX;
  const sizes = readingSizes(context, [
    ...new Set([...(isSummed ? toDo : []), ...doneToday, ...onPage].map(({ card }) => card.id)),
  ]);
  const minutesOf = (applicationId: Id) => readingMinutes(sizes.get(applicationId) ?? NOTHING_TO_READ);
  const summed = (items: typeof work) => items.reduce((sum, { card }) => sum + minutesOf(card.id), 0);
  const minutesADay = findSeatTerms(context.db, member.id)?.minutesPerDay ?? null;
  const queue = toDo.map(({ card }) => ({ applicationId: card.id, minutes: minutesOf(card.id) }));
  const isBlind = review.rules.names === 'hidden';
  const blind = isBlind
    ? blindCopies(
        context,
        onPage.map(({ card }) => card.id),
      )
    : null;
  return {
    call: {
      id: call.id,
      title: call.title,
      slug: call.slug,
      partnerName: call.partnerName,
      closesAt: call.closesAt,
      timeZone: call.timeZone,
    },
    kind: member.kind,
    isInvited: member.state === 'invited',
    panel,
    review,
    isCallClosed,
    isMeeting: member.state === 'accepted' && isPanelMeeting(context, callId),
    hasDeclared:
      isCallClosed &&
      hasDeclaredAll(
        cards.map((card) => ({ applicationId: card.id, isOwn: isOwn(card.id) })),
        declared,
      ),
    conflicts: cards.filter((card) => ['soft', 'hard'].includes(declared.get(card.id) ?? 'none')).length,
    work: onPage.map(({ card, state }) => ({
      applicationId: card.id,
      reference: card.reference,
      title: blind?.get(card.id)?.title ?? card.title,
      groupName: isBlind ? null : card.publicName,
      language: card.language,
      hasVideo: (sizes.get(card.id)?.videoSeconds ?? 0) > 0,
      minutes: minutesOf(card.id),
      state,
    })),
    counts: { toDo: toDo.length, handedIn: handedIn.length, toRead: toRead.length },
    minutesLeft: isSummed ? summed(toDo) : null,
    today:
      isSummed && minutesADay !== null && panel === 'scoring' && review.rules.allows === 'score' && toDo.length > 0
        ? { minutesADay, ...fittingToday(queue, minutesADay, summed(doneToday)) }
        : null,
  };
}

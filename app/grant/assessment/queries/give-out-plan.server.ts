import { sha256Hex } from '#app/kernel/digest.ts';
import type { Id } from '#app/kernel/id.ts';
import { type Person, peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { windowOf } from '../../call/rules/window.ts';
import type { Pair } from '../rules/assigning/assignment-facts.ts';
import { decideGiveOut, desksToChange, type GiveOutRefusal, type Moves } from '../rules/assigning/giving-out.ts';
import { type Lack, planAssignment } from '../rules/assigning/plan-assignment.ts';
import type { MemberKind } from '../rules/composition.ts';
import { lastBatch } from '../store/assignments.server.ts';
import { assignmentFacts, type GatheredFacts } from './assignment-facts.server.ts';
import { mayWeigh, type RunPanel, runPanel } from './run-panel.server.ts';

/** So many applications are shown by title under one member. */
const TITLES_SHOWN = 100;

type Titled = {
  readonly applicationId: Id;
  readonly reference: string;
  readonly title: string;
  readonly language: string;
};

/** All of them counted, the first by title. */
type Listed = { readonly count: number; readonly first: readonly Titled[] };

export type GiveOutPlan = {
  readonly call: { readonly id: Id; readonly title: string; readonly timeZone: string };
  /** Why nothing can be given out now; null when it can. */
  readonly refusal: GiveOutRefusal | null;
  readonly moves: Moves;
  /** How many reviews each application is to have. */
  readonly reviews: number;
  readonly applications: number;
  readonly lastGivenAt: number | null;
  /** On how many days they can still score; null where no day is planned by which scores are due. */
  readonly daysLeft: number | null;
  readonly members: readonly {
    readonly memberId: Id;
    readonly name: string;
    readonly kind: MemberKind;
    /** Applications on her desk now, and afterwards. */
    readonly before: number;
    readonly after: number;
    readonly minutes: number;
    readonly minutesMax: number;
    readonly gets: Listed;
    readonly loses: Listed;
  }[];
  /** Reviews to be given, and to be taken back. */
  readonly given: number;
  readonly taken: number;
  readonly unplaced: readonly (Titled & { readonly missing: number; readonly lack: Lack })[];
  /** Seated members who have still to say whom they know: nothing is given to them. */
  readonly silent: readonly string[];
  /** Names the plan: what was seen is what is given out. */
  readonly key: string;
};

/** What would be given to whom, and what could not be placed and why; null unless she may run the panel. */
export function giveOutPlan(context: Context, callId: Id, moves: Moves): GiveOutPlan | null {
  const run = runPanel(context, callId);
  if (run === null) return null;
  const planned = planFor(context, run, moves);
  const { gathered, plan, change } = planned;
  if (!mayWeigh(context, gathered.heads)) return null;
  const decision = decideGiveOut(factsOf(context, run, planned), null);
  const people = peopleById(
    context,
    [...gathered.ready, ...gathered.silent].map(({ personId }) => personId),
  );
  const heads = new Map(gathered.heads.map((head) => [head.id, head]));
  const titled = (applicationId: Id): Titled => {
    const head = heads.get(applicationId);
    return {
      applicationId,
      reference: head?.reference ?? '',
      title: head?.title ?? '',
      language: head?.language ?? 'en',
    };
  };
  const listed = (pairs: readonly Pair[]): Listed => ({
    count: pairs.length,
    first: pairs.slice(0, TITLES_SHOWN).map(({ applicationId }) => titled(applicationId)),
  });
  const loads = new Map(plan.load.map((load) => [load.memberId, load]));
  return {
    call: { id: run.call.id, title: run.call.title, timeZone: run.call.timeZone },
    refusal: decision.ok ? null : decision.reason,
    moves,
    reviews: gathered.facts.reviews,
    applications: gathered.heads.length,
    daysLeft: gathered.daysLeft,
    lastGivenAt: lastBatch(context.db, callId)?.madeAt ?? null,
    members: gathered.ready.map((member) => {
      const of = (pairs: readonly Pair[]) => pairs.filter(({ memberId }) => memberId === member.id);
      const [before, gets, loses] = [of(gathered.live), of(change.give), of(change.take)];
      return {
        memberId: member.id,
        name: nameOf(people, member.personId),
        kind: member.kind,
        before: before.length,
        after: before.length + gets.length - loses.length,
        minutes: loads.get(member.id)?.minutes ?? 0,
        minutesMax: loads.get(member.id)?.minutesMax ?? 0,
        gets: listed(gets),
        loses: listed(loses),
      };
    }),
    given: change.give.length,
    taken: change.take.length,
    unplaced: plan.unplaced.map(({ applicationId, missing, lack }) => ({ ...titled(applicationId), missing, lack })),
    silent: gathered.silent.map(({ personId }) => nameOf(people, personId)),
    key: planned.key,
  };
}

export type Planned = {
  readonly gathered: GatheredFacts;
  readonly plan: ReturnType<typeof planAssignment>;
  readonly change: ReturnType<typeof desksToChange>;
  readonly key: string;
};

/** The plan as the facts are at this moment: the same facts give the same plan and the same key. */
export function planFor(context: Context, run: RunPanel, moves: Moves): Planned {
  const gathered = assignmentFacts(context, run, moves);
  const plan = planAssignment(gathered.facts);
  const change = desksToChange(gathered.live, gathered.kept, plan.assigned);
  return { gathered, plan, change, key: sha256Hex(JSON.stringify([change, gathered.facts.reviews])) };
}

/** What decides whether anything can be given out. */
export function factsOf(context: Context, run: RunPanel, { gathered, key }: Planned) {
  return {
    panel: run.state,
    isCallClosed: windowOf(run.call, context.now) === 'closed',
    applications: gathered.heads.length,
    ready: gathered.ready.length,
    composition: run.composition,
    plan: key,
  };
}

function nameOf(people: ReadonlyMap<Id, Person>, personId: Id): string {
  return people.get(personId)?.name ?? '';
}

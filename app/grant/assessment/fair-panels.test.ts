import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { withdrawApplication } from '../application/commands/withdraw-application.server.ts';
import { answerInvitation } from './commands/answer-invitation.server.ts';
import { closeScoring } from './commands/close-scoring.server.ts';
import { declareConflicts } from './commands/declare-conflicts.server.ts';
import { giveOut } from './commands/give-out.server.ts';
import { invitePanelMember } from './commands/invite-panel-member.server.ts';
import { leavePanel } from './commands/leave-panel.server.ts';
import { openScoring } from './commands/open-scoring.server.ts';
import { passOn } from './commands/pass-on.server.ts';
import { raiseTie } from './commands/raise-tie.server.ts';
import { saveScores } from './commands/save-scores.server.ts';
import { submitScores } from './commands/submit-scores.server.ts';
import { giveOutPlan } from './queries/give-out-plan.server.ts';
import { missingSheets } from './queries/missing-sheets.server.ts';
import { panelBoard } from './queries/panel-board.server.ts';
import { panelRanking } from './queries/panel-ranking.server.ts';
import { panelRule } from './queries/panel-rule.server.ts';
import { panelWork } from './queries/panel-work.server.ts';
import { openReading } from './queries/reading.server.ts';
import { givenOut } from './store/assignments.server.ts';
import { declarationsOf, membersOf, panelStateOf } from './store/panel.server.ts';
import { liveSheetsOf } from './store/sheets.server.ts';
import { entries, scoringPanel, seatedPanel, TERMS, type TrialPanel } from './trial-panel.testing.ts';

/** Bo and Nadia are participants and Helen is a funder from the start; the others may be asked. */
const PEOPLE = ['Bo', 'Nadia', 'Helen', 'Sami', 'Ines'] as const;
const APPLICANTS = ['Amina', 'Yusuf', 'Hana'] as const;
const DEEDS = [
  'invite',
  'accept',
  'decline',
  'leave',
  'declare',
  'open',
  'save',
  'submit',
  'pass-on',
  'raise',
  'give-out',
  'share-again',
  'withdraw',
  'close',
] as const;

type Move = {
  readonly what: (typeof DEEDS)[number];
  readonly who: (typeof PEOPLE)[number];
  readonly whose: (typeof APPLICANTS)[number];
  readonly kind: 'participant' | 'funder' | 'expert';
  readonly level: 'soft' | 'hard' | 'none';
  readonly score: number;
};

/** What somebody does next; what they may not do is refused and changes nothing. */
const among = (deeds: readonly Move['what'][]): fc.Arbitrary<Move> =>
  fc.record({
    what: fc.constantFrom(...deeds),
    who: fc.constantFrom(...PEOPLE),
    whose: fc.constantFrom(...APPLICANTS),
    kind: fc.constantFrom('participant', 'funder', 'expert'),
    level: fc.constantFrom('soft', 'hard', 'none'),
    score: fc.integer({ min: 1, max: 5 }),
  });

/** A panel and what is known of it without asking it: which sheets were handed in, and who was ever tied to what. */
type Watched = {
  readonly world: TestWorld;
  readonly round: TrialPanel;
  readonly handedIn: Map<string, number>;
  readonly tied: Set<string>;
  readonly withdrawn: Set<Id>;
};

function watch(isScoring: boolean): Watched {
  const world = testWorld();
  const round = isScoring ? scoringPanel(world) : seatedPanel(world);
  return { world, round, handedIn: new Map(), tied: new Set(), withdrawn: new Set() };
}

/** @returns whether it was done */
async function does(watched: Watched, { what, who, whose, kind, level, score }: Move): Promise<boolean> {
  const { world, round, handedIn, tied, withdrawn } = watched;
  const { call, grace } = round;
  const personId = world.person(who);
  const [me, manager] = [world.as(personId), world.as(grace)];
  const applicationId = round.applications[whose] ?? '';
  const pair = `${personId} ${applicationId}`;
  const tie = (ok: boolean) => {
    if (ok) tied.add(pair);
    return ok;
  };
  switch (what) {
    case 'invite': {
      const email = `${who.toLowerCase()}@people.example`;
      return invitePanelMember(manager, call.id, { name: who, email, kind }).ok;
    }
    case 'accept':
      return answerInvitation(me, call.id, TERMS).ok;
    case 'decline':
      return answerInvitation(me, call.id, 'declined').ok;
    case 'leave':
      return leavePanel(me, call.id).ok;
    case 'declare': {
      if (level === 'none') return declareConflicts(me, call.id, []).ok;
      return tie(declareConflicts(me, call.id, [{ applicationId, reason: 'We know each other.', level }]).ok);
    }
    case 'open':
      return openScoring(manager, call.id).ok;
    case 'save':
      return saveScores(me, applicationId, entries(call, score)).ok;
    case 'submit': {
      const { ok } = submitScores(me, applicationId, entries(call, score));
      if (ok) handedIn.set(pair, score);
      return ok;
    }
    case 'pass-on':
      return tie(passOn(me, applicationId).ok);
    case 'raise': {
      const reference = String(
        world.db.$client.prepare('select reference from application where id = ?').pluck().get(applicationId),
      );
      const memberId = membersOf(world.db, call.id).find((member) => member.personId === personId)?.id ?? '';
      const raised = { memberId, reference, level: level === 'soft' ? 'soft' : 'hard', reason: 'We know.' } as const;
      return tie(raiseTie(manager, call.id, raised).ok);
    }
    case 'give-out':
    case 'share-again': {
      const moves = what === 'give-out' ? 'nothing' : 'not-begun';
      return giveOut(manager, call.id, moves, giveOutPlan(manager, call.id, moves)?.key ?? '').ok;
    }
    case 'withdraw': {
      const { ok } = await withdrawApplication(world.as(world.person(whose)), applicationId);
      if (ok) withdrawn.add(applicationId);
      return ok;
    }
    case 'close':
      return closeScoring(manager, call.id, warnedOf(watched)?.key ?? '').ok;
  }
}

const RUNS = { numRuns: 15 };

/** Whether scoring has begun, and what people do then: of what a property is about more than of the rest. */
const historiesOf = (often: readonly Move['what'][]) =>
  fc.tuple(fc.boolean(), fc.array(among([...DEEDS, ...often, ...often, ...often]), { minLength: 15, maxLength: 45 }));

describe('whatever people do, in whatever order', () => {
  it('a score of somebody who is tied to a group never counts', async () => {
    await fc.assert(
      fc.asyncProperty(historiesOf(['submit', 'declare', 'submit']), async ([isScoring, moves]) => {
        const watched = watch(isScoring);
        const { world, round, handedIn, tied, withdrawn } = watched;
        for (const one of moves) {
          await does(watched, one);
          const ranked = new Map(panelRanking(world.as(null), round.call.id).map((row) => [row.applicationId, row]));
          for (const applicationId of Object.values(round.applications)) {
            if (withdrawn.has(applicationId)) {
              expect(ranked.has(applicationId)).toBe(false);
              continue;
            }
            const counted = [...handedIn]
              .filter(([pair]) => pair.endsWith(` ${applicationId}`) && !tied.has(pair))
              .map(([, score]) => score);
            const sum = counted.reduce((total, score) => total + score, 0);
            expect(ranked.get(applicationId)?.sheets).toBe(counted.length);
            const mean = counted.length === 0 ? null : Math.round((1000 * sum) / counted.length);
            expect(ranked.get(applicationId)?.meanMilli).toBe(mean);
          }
        }
      }),
      RUNS,
    );
  });

  it('somebody who is tied has neither a desk, a live sheet nor, where the tie is hard, a page', async () => {
    await fc.assert(
      fc.asyncProperty(historiesOf(['submit', 'declare', 'give-out']), async ([isScoring, moves]) => {
        const watched = watch(isScoring);
        const { world, round, tied } = watched;
        for (const one of moves) {
          await does(watched, one);
          const members = new Map(membersOf(world.db, round.call.id).map(({ id, personId }) => [id, personId]));
          const pairOf = (row: { memberId: Id; applicationId: Id }) =>
            `${members.get(row.memberId)} ${row.applicationId}`;
          const rows = declarationsOf(world.db, round.call.id);
          expect(new Set(rows.filter(({ level }) => level !== 'none').map(pairOf))).toEqual(tied);
          for (const row of [...givenOut(world.db, round.call.id), ...liveSheetsOf(world.db, round.call.id)]) {
            expect(tied).not.toContain(pairOf(row));
          }
          for (const { memberId, applicationId } of rows.filter(({ level }) => level === 'hard')) {
            expect(openReading(world.as(members.get(memberId) ?? ''), applicationId)).toBeNull();
          }
        }
      }),
      RUNS,
    );
  });

  it('what is missing is what members find to do, and nothing that was withdrawn', async () => {
    await fc.assert(
      fc.asyncProperty(historiesOf(['withdraw', 'submit', 'save', 'give-out']), async ([isScoring, moves]) => {
        const watched = watch(isScoring);
        const { world, round } = watched;
        for (const one of moves) {
          await does(watched, one);
          if (panelStateOf(world.db, round.call.id) !== 'scoring') continue;
          const missing = missingSheets(world.as(null), round.call.id).filter(({ hasDeclared }) => hasDeclared);
          for (const { personId, missing: count } of missing)
            expect(panelWork(world.as(personId), round.call.id)?.counts.toDo).toBe(count);
        }
      }),
      RUNS,
    );
  });

  it('the promised share of participants holds whenever something rests on it', async () => {
    await fc.assert(
      fc.asyncProperty(historiesOf(['leave', 'invite', 'accept', 'give-out', 'submit']), async ([isScoring, moves]) => {
        const watched = watch(isScoring);
        const { world, round } = watched;
        const share = round.call.participantShareMinPercent;
        for (const one of moves) {
          const isDone = await doesAsWarned(watched, one);
          const members = membersOf(world.db, round.call.id);
          const seated = members.filter(({ state }) => state === 'accepted');
          const participants = seated.filter(({ kind }) => kind === 'participant').length;
          const isKept = seated.length > 0 && 100 * participants >= share * seated.length;
          const wasGivenOut = one.what === 'give-out' || one.what === 'share-again';
          if (isDone && (wasGivenOut || one.what === 'open' || one.what === 'close')) expect(isKept).toBe(true);
          // Nobody joins or leaves once scoring has closed: what the panel decides, it decides with its share.
          if (panelStateOf(world.db, round.call.id) === 'closed') expect(isKept).toBe(true);
          if (isDone && wasGivenOut) expectShareOnEach(watched, share);
        }
      }),
      RUNS,
    );
  });
});

/**
 * Each application has its readers and its share of participants among them, or stands among what could not be placed,
 * with as many as it lacks and a reason: no other does.
 */
function expectShareOnEach({ world, round, withdrawn }: Watched, share: number): void {
  const plan = giveOutPlan(world.as(round.grace), round.call.id, 'nothing');
  const isParticipant = new Set(
    membersOf(world.db, round.call.id).flatMap(({ id, kind }) => (kind === 'participant' ? [id] : [])),
  );
  const handedIn = liveSheetsOf(world.db, round.call.id).filter(({ state }) => state === 'submitted');
  const placed = [...givenOut(world.db, round.call.id), ...handedIn];
  const reviews = plan?.reviews ?? 0;
  const lacking = Object.values(round.applications).flatMap((applicationId) => {
    if (withdrawn.has(applicationId)) return [];
    const readers = new Set(
      placed.filter((row) => row.applicationId === applicationId).map(({ memberId }) => memberId),
    );
    const participants = [...readers].filter((memberId) => isParticipant.has(memberId)).length;
    const missing = Math.max(reviews - readers.size, Math.ceil((reviews * share) / 100) - participants);
    return missing > 0 ? [[applicationId, missing] as const] : [];
  });
  const { lacks } = wordsIn('en').words.giveOutDesk;
  expect(new Map(plan?.unplaced.map((row) => [row.applicationId, row.missing]))).toEqual(new Map(lacking));
  for (const { lack } of plan?.unplaced ?? []) expect(lacks[lack]).not.toBe('');
}

/** What the manager reads before she ends scoring; null while nobody scores. */
function warnedOf({ world, round }: Watched) {
  return panelBoard(world.as(round.grace), round.call.id)?.short ?? null;
}

/** The same as `does`; nobody ends scoring without having been warned of what it ends with. */
async function doesAsWarned(watched: Watched, one: Move): Promise<boolean> {
  const warned = warnedOf(watched);
  const isDone = await does(watched, one);
  if (isDone && one.what === 'close') expectWarnedOf(watched, warned);
  return isDone;
}

/** Those that scoring ends with below what was promised are those that she was warned of, worked out from what people did. */
function expectWarnedOf(
  { world, round, handedIn, tied, withdrawn }: Watched,
  warned: ReturnType<typeof warnedOf>,
): void {
  const { call } = round;
  const { reviews } = panelRule(world.db, call.id);
  const participants = new Set(
    membersOf(world.db, call.id).flatMap(({ personId, kind }) => (kind === 'participant' ? [personId] : [])),
  );
  const short = Object.values(round.applications).filter((applicationId) => {
    if (withdrawn.has(applicationId)) return false;
    const people = [...handedIn.keys()]
      .filter((pair) => pair.endsWith(` ${applicationId}`) && !tied.has(pair))
      .map((pair) => pair.split(' ')[0] ?? '');
    const own = people.filter((personId) => participants.has(personId)).length;
    return people.length < reviews || 100 * own < call.participantShareMinPercent * people.length;
  });
  expect(warned?.named.map(({ applicationId }) => applicationId).toSorted()).toEqual(short.toSorted());
  expect(warned?.count).toBe(short.length);
}

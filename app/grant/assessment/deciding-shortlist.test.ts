import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { DAY, MINUTE } from '#app/kernel/instant.ts';
import { writeLanguage } from '#app/people/store.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { message } from '#db/schema/platform.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { withdrawApplication } from '../application/commands/withdraw-application.server.ts';
import { applicationCard } from '../application/queries/application-card.server.ts';
import { closeScoring } from './commands/close-scoring.server.ts';
import { confirmShortlist } from './commands/confirm-shortlist.server.ts';
import { declareConflicts } from './commands/declare-conflicts.server.ts';
import { lockShortlist } from './commands/lock-shortlist.server.ts';
import { releaseShortlist } from './commands/release-shortlist.server.ts';
import { fillShortlist, savePendingShortlist } from './commands/save-pending-shortlist.server.ts';
import { draftShortlistLetterAnew, saveShortlistLetter } from './commands/save-shortlist-letter.server.ts';
import { submitScores } from './commands/submit-scores.server.ts';
import { unlockShortlist } from './commands/unlock-shortlist.server.ts';
import { agreeOnShortlist, answerAsItIs, chooseShortlist, decideByTwo } from './decide-by-two.testing.ts';
import { decisionsToConfirm } from './queries/decisions-to-confirm.server.ts';
import { letterList } from './queries/letter-list.server.ts';
import { shortlistingOf, shortlistOf } from './queries/panel-ranking.server.ts';
import { shortlistCheck } from './queries/shortlist-check.server.ts';
import { shortlistDesk } from './queries/shortlist-desk.server.ts';
import type { Score } from './rules/panel-score.ts';
import { entries, must, scoringPanel, type TrialPanel } from './trial-panel.testing.ts';

const SISTER = 'Her sister is my neighbour.';

function closedPanel(world: TestWorld, boOnYusuf: Score = 3) {
  const round = scoringPanel(world);
  const { call, applications, members } = round;
  const scores: Record<string, readonly number[]> = { Amina: [5, 4, 3, 4], Yusuf: [3, 3, 3, 3], Hana: [2, 2, 2, 2] };
  for (const [name, given] of Object.entries(scores)) {
    if (name !== 'Yusuf')
      must(submitScores(world.as(members.Bo ?? ''), applications[name] ?? '', entries(call, ...given)));
    must(submitScores(world.as(members.Helen ?? ''), applications[name] ?? '', entries(call, 4, 4, 4, 4)));
  }
  const own = { ...entries(call, boOnYusuf), ...(boOnYusuf === null ? { concern: 'Bo’s own words.' } : {}) };
  must(submitScores(world.as(members.Bo ?? ''), applications.Yusuf ?? '', own));
  must(closeScoring(world.as(round.grace), call.id));
  must(answerAsItIs(world.as(round.grace), call.id));
  const choices = (shortlisted: readonly string[]) =>
    Object.entries(applications).map(([name, applicationId]) => ({
      applicationId,
      decision: shortlisted.includes(name) ? ('shortlisted' as const) : ('not-shortlisted' as const),
      reason: `Grace explains it to ${name}.`,
    }));
  const as = { grace: () => world.as(round.grace), daniel: () => world.as(world.person('Daniel')) };
  return { ...round, choices, as };
}

/** The same with everything chosen; what Bo wrote about Yusuf has no score beside it, so a tie moves no figure. */
function judgedByWordsAlone(world: TestWorld) {
  const round = closedPanel(world, null);
  must(chooseShortlist(round.as.grace(), round.call.id, round.choices(['Amina'])));
  const late = [{ applicationId: round.applications.Yusuf ?? '', reason: SISTER }];
  return { round, tie: () => must(declareConflicts(world.as(round.members.Bo ?? ''), round.call.id, late)) };
}

/** The same with everything chosen, and locked by Grace. */
function lockedPanel(world: TestWorld) {
  const round = closedPanel(world);
  must(chooseShortlist(round.as.grace(), round.call.id, round.choices(['Amina'])));
  must(lockShortlist(round.as.grace(), round.call.id, null));
  return round;
}

async function lettersTo(world: TestWorld, name: string) {
  expect((await keepPromises(() => world.as(null), keepers)).failed).toBe(0);
  const letters = world.db.select().from(message).all();
  return letters.filter((row) => row.recipient === `${name}@people.example`);
}

const refusedFor = (reason: string) => ({ ok: false, reason });

describe('deciding the shortlist', () => {
  it('rests on a ranking that can be worked out by hand', () => {
    const world = testWorld();
    const { call, grace, applications } = closedPanel(world);
    const weights = call.criteria.map((criterion) => criterion.weightPercent);
    expect(weights).toEqual([25, 30, 25, 20]);
    // Bo gives Amina (125 + 120 + 75 + 80) / 100 = 4 and Helen 4; Yusuf 3 and 4: spread 1 / √2; Hana 2 and 4: √2.
    expect(shortlistDesk(world.as(grace), call.id, null)?.rows).toMatchObject([
      { applicationId: applications.Amina, rank: 1, meanMilli: 4000, spreadMilli: 0, sheets: 2 },
      { applicationId: applications.Yusuf, rank: 2, meanMilli: 3500, spreadMilli: 707, sheets: 2 },
      { applicationId: applications.Hana, rank: 3, meanMilli: 3000, spreadMilli: 1414, sheets: 2 },
    ]);
    expect(shortlistDesk(world.as(grace), call.id, 1)?.rows.map((row) => row.isProposed)).toEqual([true, false, false]);
  });

  it('records every decision with its reason and figures, once', () => {
    const world = testWorld();
    const { call, applications, choices, as } = closedPanel(world);
    const decide = () => decideByTwo(as.grace(), as.daniel(), call.id, choices(['Amina', 'Hana']));
    expect(decide()).toEqual({ ok: true, value: 'released' });
    const titles = shortlistOf(world.as(null), call.id).map((card) => card.title);
    expect(titles.toSorted()).toEqual(['Amina’s plan', 'Hana’s plan']);
    expect(shortlistingOf(world.as(null), applications.Yusuf ?? '')).toMatchObject({
      decision: 'not-shortlisted',
      reason: 'Grace explains it to Yusuf.',
    });
    expect(decide()).toEqual(refusedFor('already-decided'));
    expect(releaseShortlist(as.grace(), call.id)).toEqual(refusedFor('already-decided'));
    expect(unlockShortlist(as.grace(), call.id)).toEqual(refusedFor('already-decided'));
  });

  it('shows the figures of that moment, even if a sheet is set aside afterwards', () => {
    const world = testWorld();
    const { call, applications, members, choices, as } = closedPanel(world);
    must(decideByTwo(as.grace(), as.daniel(), call.id, choices(['Amina'])));
    const late = [{ applicationId: applications.Yusuf ?? '', reason: SISTER }];
    must(declareConflicts(world.as(members.Bo ?? ''), call.id, late));
    const recorded = shortlistDesk(as.grace(), call.id, null)?.rows[1];
    expect(recorded).toMatchObject({ rank: 2, meanMilli: 3500, spreadMilli: 707, sheets: 2 });
  });

  it('drops a shortlisted application that is withdrawn afterwards', async () => {
    const world = testWorld();
    const { call, applications, choices, as } = closedPanel(world);
    must(decideByTwo(as.grace(), as.daniel(), call.id, choices(['Amina', 'Hana'])));
    must(await withdrawApplication(world.as(world.person('Hana')), applications.Hana ?? ''));
    expect(shortlistOf(world.as(null), call.id).map((card) => card.id)).toEqual([applications.Amina]);
  });
});

describe('a decision that is not made yet', () => {
  it('is kept between visits, and nobody outside sees it', () => {
    const world = testWorld();
    const { call, applications, choices, as } = closedPanel(world);
    const first = choices(['Amina']).slice(0, 1);
    expect(chooseShortlist(as.grace(), call.id, first)).toEqual({ ok: true, value: { saved: 1, clashes: [] } });
    expect(shortlistDesk(as.grace(), call.id, null)?.rows.map((row) => row.decision)).toEqual([
      'shortlisted',
      null,
      null,
    ]);
    expect(shortlistingOf(world.as(null), applications.Amina ?? '')).toBeNull();
    expect(shortlistCheck(as.daniel(), call.id, null)).toBeNull();
    expect(letterList(as.daniel(), call.id, null)).toBeNull();
  });

  it('is held against what the ranking would do with other places', () => {
    const world = testWorld();
    const { call, choices, as } = closedPanel(world);
    must(chooseShortlist(as.grace(), call.id, choices(['Hana'])));
    expect(shortlistDesk(as.grace(), call.id, 1)?.whatIf).toMatchObject({ proposed: 1, passedOver: 1, broughtIn: 1 });
    expect(shortlistDesk(as.grace(), call.id, 3)?.whatIf).toMatchObject({ proposed: 3, passedOver: 2, broughtIn: 0 });
    expect(fillShortlist(as.grace(), call.id, 1, false)).toEqual({ ok: true, value: { saved: 0 } });
    expect(fillShortlist(as.grace(), call.id, 1, true)).toEqual({ ok: true, value: { saved: 2 } });
    expect(shortlistDesk(as.grace(), call.id, 1)?.whatIf).toMatchObject({ passedOver: 0, broughtIn: 0 });
  });

  it('is not written over by a window that shows what was there before', () => {
    const world = testWorld();
    const { call, applications, choices, as } = closedPanel(world);
    must(chooseShortlist(as.grace(), call.id, choices(['Amina'])));
    expect(chooseShortlist(as.grace(), call.id, choices(['Yusuf']))).toEqual({
      ok: true,
      value: { saved: 0, clashes: [applications.Amina, applications.Yusuf] },
    });
    expect(shortlistDesk(as.grace(), call.id, null)?.rows[0]?.decision).toBe('shortlisted');
  });

  it('waits for the end of scoring, and is the manager’s alone', () => {
    const world = testWorld();
    const { call, grace, members, applications } = scoringPanel(world);
    const choice = [{ applicationId: applications.Amina ?? '', decision: 'shortlisted' as const, reason: 'Good.' }];
    expect(chooseShortlist(world.as(grace), call.id, choice)).toEqual(refusedFor('not-closed'));
    for (const name of ['Daniel', 'Amina']) {
      expect(chooseShortlist(world.as(world.person(name)), call.id, choice)).toEqual(refusedFor('not-found'));
    }
    expect(chooseShortlist(world.as(members.Bo ?? ''), call.id, choice)).toEqual(refusedFor('not-found'));
  });
});

describe('the lock on a shortlist', () => {
  it('wants a decision and a reason for every application that stands', async () => {
    const world = testWorld();
    const { call, applications, choices, as } = closedPanel(world);
    const lock = () => lockShortlist(as.grace(), call.id, null);
    must(chooseShortlist(as.grace(), call.id, choices(['Amina']).slice(0, 2)));
    expect(lock()).toEqual(refusedFor('decision-missing'));
    const unexplained = { ...choices([])[2], reason: '' } as ReturnType<typeof choices>[number];
    must(chooseShortlist(as.grace(), call.id, [unexplained]));
    expect(lock()).toEqual(refusedFor('reason-missing'));
    must(await withdrawApplication(world.as(world.person('Hana')), applications.Hana ?? ''));
    must(answerAsItIs(as.grace(), call.id));
    expect(lock()).toEqual({ ok: true, value: 'locked' });
    expect(lock()).toEqual(refusedFor('locked'));
    must(agreeOnShortlist(as.daniel(), call.id));
    must(releaseShortlist(as.grace(), call.id));
    expect(shortlistingOf(world.as(null), applications.Hana ?? '')).toBeNull();
  });

  it('is confirmed by somebody else, who is not on the panel', () => {
    const world = testWorld();
    const { call, members, as } = lockedPanel(world);
    const hash = shortlistCheck(as.daniel(), call.id, null)?.lock?.contentHash ?? '';
    expect(releaseShortlist(as.grace(), call.id)).toEqual(refusedFor('not-confirmed'));
    expect(confirmShortlist(as.grace(), call.id, hash)).toEqual(refusedFor('own-lock'));
    expect(confirmShortlist(world.as(members.Bo ?? ''), call.id, hash)).toEqual(refusedFor('not-found'));
    expect(confirmShortlist(as.daniel(), call.id, 'of another day')).toEqual(refusedFor('changed-since'));
    expect(confirmShortlist(as.daniel(), call.id, hash)).toEqual({ ok: true, value: 'confirmed' });
    expect(confirmShortlist(as.daniel(), call.id, hash)).toEqual(refusedFor('already-confirmed'));
    expect(releaseShortlist(as.daniel(), call.id)).toEqual(refusedFor('not-found'));
  });

  it('asks everybody who could confirm it to look, and not whoever locked it', async () => {
    const world = testWorld();
    lockedPanel(world);
    const [letter, ...more] = await lettersTo(world, 'daniel');
    expect(letter?.subject).toMatch(/^Please look at a decision/);
    expect(more).toEqual([]);
    expect((await lettersTo(world, 'grace')).filter((row) => /decision/.test(row.subject))).toEqual([]);
  });

  it('waits at the desk of whoever could confirm it, until it is confirmed', () => {
    const world = testWorld();
    const { as, call, members } = lockedPanel(world);
    const atDesk = (context: Context) => decisionsToConfirm(context, [call.id]);
    expect(atDesk(as.daniel())).toEqual([{ callId: call.id, stage: 'shortlist' }]);
    expect(atDesk(as.grace())).toEqual([]);
    expect(atDesk(world.as(members.Bo ?? ''))).toEqual([]);
    must(agreeOnShortlist(as.daniel(), call.id));
    expect(atDesk(as.daniel())).toEqual([]);
  });

  it('holds everything still until it is taken off', () => {
    const world = testWorld();
    const { call, applications, choices, as } = lockedPanel(world);
    expect(chooseShortlist(as.grace(), call.id, choices(['Hana']))).toMatchObject({ value: { saved: 0 } });
    const row = { ...choices(['Hana'])[2], nearly: false } as const;
    const shown = shortlistDesk(as.grace(), call.id, null)?.rows.find((one) => one.applicationId === row.applicationId);
    const change = [
      {
        choice: { ...row, applicationId: applications.Hana ?? '', reason: 'New.', decision: 'declined' as const },
        shown: shown?.mark ?? '',
      },
    ];
    expect(savePendingShortlist(as.grace(), call.id, change)).toEqual(refusedFor('locked'));
    must(unlockShortlist(as.daniel(), call.id));
    expect(savePendingShortlist(as.grace(), call.id, change)).toMatchObject({ value: { saved: 1 } });
    expect(unlockShortlist(as.daniel(), call.id)).toEqual(refusedFor('not-locked'));
  });

  it('holds for the others when an application is taken back under it', async () => {
    const world = testWorld();
    const { call, applications, as } = lockedPanel(world);
    must(agreeOnShortlist(as.daniel(), call.id));
    must(await withdrawApplication(world.as(world.person('Hana')), applications.Hana ?? ''));
    expect(releaseShortlist(as.grace(), call.id)).toEqual({ ok: true, value: 'released' });
    expect(shortlistingOf(world.as(null), applications.Hana ?? '')).toBeNull();
    expect(shortlistingOf(world.as(null), applications.Yusuf ?? '')?.decision).toBe('not-shortlisted');
  });

  it('breaks when a tie declared since has taken a sheet out', () => {
    const world = testWorld();
    const { call, applications, members, as } = lockedPanel(world);
    must(agreeOnShortlist(as.daniel(), call.id));
    const late = [{ applicationId: applications.Yusuf ?? '', reason: SISTER }];
    must(declareConflicts(world.as(members.Bo ?? ''), call.id, late));
    expect(shortlistCheck(as.grace(), call.id, null)?.lock?.isStale).toBe(true);
    expect(releaseShortlist(as.grace(), call.id)).toEqual(refusedFor('changed-since'));
    must(unlockShortlist(as.grace(), call.id));
    // What the chair said was about other scores.
    expect(lockShortlist(as.grace(), call.id, null)).toEqual(refusedFor('fairness-unanswered'));
    must(answerAsItIs(as.grace(), call.id));
    must(lockShortlist(as.grace(), call.id, null));
    must(agreeOnShortlist(as.daniel(), call.id));
    must(releaseShortlist(as.grace(), call.id));
    const recorded = shortlistDesk(as.grace(), call.id, null)?.rows ?? [];
    expect(Object.fromEntries(recorded.map((row) => [row.groupName, row.sheets]))).toEqual({
      'Amina and friends': 2,
      'Yusuf and friends': 1,
      'Hana and friends': 2,
    });
  });
});

describe('the letters about a shortlist', () => {
  const letterTo = (round: TrialPanel & { as: ReturnType<typeof closedPanel>['as'] }, name: string) =>
    letterList(round.as.grace(), round.call.id, null)?.rows.find(
      (row) => row.applicationId === round.applications[name],
    );
  const rewrite = (round: Parameters<typeof letterTo>[0], name: string, body: string) => {
    const letter = letterTo(round, name);
    const words = { subject: letter?.subject ?? '', body, feedback: letter?.feedback ?? '' };
    return saveShortlistLetter(
      round.as.grace(),
      round.call.id,
      round.applications[name] ?? '',
      words,
      letter?.mark ?? '',
    );
  };

  it('merge what reviewers wrote, without their names, and go out all at once', async () => {
    const world = testWorld();
    const round = lockedPanel(world);
    expect(letterTo(round, 'Yusuf')?.feedback).toBe(
      'What the panel liked\n• They have done it before.\n\nWhat the panel was not sure about\n• One person does everything.',
    );
    must(agreeOnShortlist(round.as.daniel(), round.call.id));
    expect(await lettersTo(world, 'yusuf')).toHaveLength(1);
    must(releaseShortlist(round.as.grace(), round.call.id));
    const amina = (await lettersTo(world, 'amina')).at(-1);
    const yusuf = (await lettersTo(world, 'yusuf')).at(-1);
    expect(amina?.subject).toBe('Good news about “Amina’s plan”');
    expect(yusuf?.subject).toBe('About your application “Yusuf’s plan”');
    expect(yusuf?.text).toContain('Grace explains it to Yusuf.');
    expect(yusuf?.text).toContain('One person does everything.');
    expect(yusuf?.text).not.toMatch(/Bo|Helen/);
  });

  it('go out as somebody has rewritten them, word for word', async () => {
    const world = testWorld();
    const round = closedPanel(world);
    must(chooseShortlist(round.as.grace(), round.call.id, round.choices(['Amina'])));
    expect(rewrite(round, 'Yusuf', '')).toEqual(refusedFor('letter-empty'));
    must(rewrite(round, 'Yusuf', 'Dear Yusuf,\n\nwe liked it. Come and see us.'));
    must(lockShortlist(round.as.grace(), round.call.id, null));
    expect(rewrite(round, 'Yusuf', 'Too late.')).toEqual(refusedFor('locked'));
    must(agreeOnShortlist(round.as.daniel(), round.call.id));
    must(releaseShortlist(round.as.grace(), round.call.id));
    expect((await lettersTo(world, 'yusuf')).at(-1)?.text).toContain('Come and see us.');
  });

  it('must be read again when the decision changes after somebody rewrote one', () => {
    const world = testWorld();
    const round = closedPanel(world);
    const { call, as } = round;
    must(chooseShortlist(as.grace(), call.id, round.choices(['Amina'])));
    must(rewrite(round, 'Yusuf', 'You are not on it.'));
    world.pass(MINUTE);
    must(fillShortlist(as.grace(), call.id, 2, true));
    expect(letterTo(round, 'Yusuf')?.isOutdated).toBe(true);
    const row = shortlistDesk(as.grace(), call.id, null)?.rows[1];
    const choice = {
      applicationId: round.applications.Yusuf ?? '',
      decision: 'shortlisted',
      reason: 'Good.',
      nearly: false,
    } as const;
    must(savePendingShortlist(as.grace(), call.id, [{ choice, shown: row?.mark ?? '' }]));
    expect(lockShortlist(as.grace(), call.id, null)).toEqual(refusedFor('letter-outdated'));
    must(draftShortlistLetterAnew(as.grace(), call.id, choice.applicationId));
    expect(letterTo(round, 'Yusuf')?.subject).toBe('Good news about “Yusuf’s plan”');
    expect(lockShortlist(as.grace(), call.id, null).ok).toBe(true);
  });

  it('must be read again when a reviewer whose words stand in one turns out to be tied', () => {
    const world = testWorld();
    const round = closedPanel(world);
    const { call, as, applications } = round;
    must(chooseShortlist(as.grace(), call.id, round.choices(['Amina'])));
    must(rewrite(round, 'Yusuf', 'You are not on it.'));
    must(rewrite(round, 'Hana', 'Nor are you.'));
    world.pass(MINUTE);
    const late = [{ applicationId: applications.Yusuf ?? '', reason: SISTER }];
    must(declareConflicts(world.as(round.members.Bo ?? ''), call.id, late));
    must(answerAsItIs(as.grace(), call.id));
    expect([letterTo(round, 'Yusuf')?.isOutdated, letterTo(round, 'Hana')?.isOutdated]).toEqual([true, false]);
    expect(letterList(as.grace(), call.id, null)?.outdated).toBe(1);
    expect(lockShortlist(as.grace(), call.id, null)).toEqual(refusedFor('letter-outdated'));
    must(rewrite(round, 'Yusuf', 'You are not on it. Helen’s words stand.'));
    expect(letterTo(round, 'Yusuf')?.isOutdated).toBe(false);
    expect(lockShortlist(as.grace(), call.id, null).ok).toBe(true);
  });

  it('lose what a reviewer wrote who turns out to be tied when two people have agreed already', async () => {
    const world = testWorld();
    const { round, tie } = judgedByWordsAlone(world);
    must(lockShortlist(round.as.grace(), round.call.id, null));
    must(agreeOnShortlist(round.as.daniel(), round.call.id));
    expect(letterTo(round, 'Yusuf')?.feedback).toContain('Bo’s own words.');
    world.pass(MINUTE);
    tie();
    const check = shortlistCheck(round.as.grace(), round.call.id, null);
    expect(check).toMatchObject({ lock: { isStale: false }, lettersToLookAt: [] });
    must(releaseShortlist(round.as.grace(), round.call.id));
    const [last] = (await lettersTo(world, 'yusuf')).slice(-1);
    expect(last?.text).toContain('One person does everything.');
    expect(last?.text).not.toContain('Bo’s own words.');
  });

  it('wait for a person where somebody had written those words in by hand', () => {
    const world = testWorld();
    const { round, tie } = judgedByWordsAlone(world);
    const { call, as, applications } = round;
    must(rewrite(round, 'Yusuf', 'A member says: Bo’s own words.'));
    must(lockShortlist(as.grace(), call.id, null));
    must(agreeOnShortlist(as.daniel(), call.id));
    world.pass(MINUTE);
    tie();
    const reference = applicationCard(as.grace(), applications.Yusuf ?? '')?.reference ?? '';
    expect(shortlistCheck(as.grace(), call.id, null)?.lettersToLookAt).toEqual([reference]);
    expect(releaseShortlist(as.grace(), call.id)).toEqual(refusedFor('letter-quotes-tied'));
    expect(shortlistingOf(world.as(null), applications.Amina ?? '')).toBeNull();
    must(unlockShortlist(as.grace(), call.id));
    expect(lockShortlist(as.grace(), call.id, null)).toEqual(refusedFor('letter-outdated'));
    must(rewrite(round, 'Yusuf', 'You are not on it.'));
    must(lockShortlist(as.grace(), call.id, null));
    must(agreeOnShortlist(as.daniel(), call.id));
    must(releaseShortlist(as.grace(), call.id));
  });

  it('are not written over by a window that shows an older one', () => {
    const world = testWorld();
    const round = closedPanel(world);
    must(chooseShortlist(round.as.grace(), round.call.id, round.choices(['Amina'])));
    const before = letterTo(round, 'Yusuf');
    must(rewrite(round, 'Yusuf', 'Dear Yusuf.'));
    const words = { subject: 'Hello', body: 'Another.', feedback: '' };
    const late = (id: Id) => saveShortlistLetter(round.as.grace(), round.call.id, id, words, before?.mark ?? '');
    expect(late(before?.applicationId ?? '')).toEqual(refusedFor('changed-meanwhile'));
  });

  it('are in the language the applicant reads', async () => {
    const world = testWorld();
    const round = closedPanel(world);
    writeLanguage(world.db, world.person('Amina'), 'ar', world.now());
    writeLanguage(world.db, world.person('Yusuf'), 'ar', world.now());
    const usual = wordsIn('en').words.decisionLetter.usualReasons.shortlisted;
    const choices = round.choices(['Amina']).map((one) => {
      return one.decision === 'shortlisted' ? { ...one, reason: usual } : one;
    });
    must(decideByTwo(round.as.grace(), round.as.daniel(), round.call.id, choices));
    const letter = (await lettersTo(world, 'amina')).at(-1);
    expect(letter?.subject).toMatch(/^خبر سارّ عن «.?Amina’s plan.?»$/);
    expect(letter?.html).toContain('dir="rtl"');
    // What the portal proposed as a reason it says in Arabic; what Grace wrote stays in her own words.
    expect(letter?.text).toContain(wordsIn('ar').words.decisionLetter.usualReasons.shortlisted);
    expect((await lettersTo(world, 'yusuf')).at(-1)?.text).toContain('Grace explains it to Yusuf.');
  });

  it('bring what reviewers wrote on a day of its own, where one was set', async () => {
    const world = testWorld();
    const round = closedPanel(world);
    const { call, as, choices } = round;
    must(chooseShortlist(as.grace(), call.id, choices(['Amina'])));
    expect(lockShortlist(as.grace(), call.id, world.now())).toEqual(refusedFor('feedback-in-the-past'));
    must(lockShortlist(as.grace(), call.id, world.now() + 2 * DAY));
    must(agreeOnShortlist(as.daniel(), call.id));
    must(releaseShortlist(as.grace(), call.id));
    const [first] = (await lettersTo(world, 'yusuf')).slice(-1);
    expect(first?.text).not.toContain('One person does everything.');
    world.pass(2 * DAY - 1);
    expect((await lettersTo(world, 'yusuf')).at(-1)?.id).toBe(first?.id);
    world.pass(1);
    const later = (await lettersTo(world, 'yusuf')).at(-1);
    expect(later?.subject).toBe('What the panel wrote about “Yusuf’s plan”');
    expect(later?.text).toContain('One person does everything.');
  });
});

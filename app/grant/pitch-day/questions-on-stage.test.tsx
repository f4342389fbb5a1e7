import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { HOUR, SECOND } from '#app/kernel/instant.ts';
import { LanguageContext } from '#app/words/use-words.ts';
import { mustBe } from './ballot-box/trial-poll.testing.ts';
import { conductStage } from './commands/conduct-stage.server.ts';
import { planEvent } from './commands/plan-event.server.ts';
import { beforePlanning, PLAN } from './pitch-evening.testing.ts';
import { controlView } from './queries/control-view.server.ts';
import { stageView } from './queries/stage-view.server.ts';
import type { Press } from './rules/stage.ts';
import { StageScreen } from './ui/stage-screen.tsx';

const OFFER = { interpreters: [], childcare: '', food: '', travelMoney: '', places: null, signUpClosesAt: null };

/** An evening with pitches of three minutes, and a first pitch on stage. */
function onStage(questionSeconds: number) {
  const { world, round, callId } = beforePlanning();
  const grace = () => world.as(round.staff.Grace);
  const plan = { ...PLAN, startsAt: world.now() + HOUR };
  const { eventId } = mustBe(planEvent(grace(), callId, plan, { ...OFFER, questionSeconds }));
  const version = () => controlView(grace(), eventId)?.stage.version ?? 0;
  const press = (button: Press, seen = version()) => conductStage(grace(), eventId, button, seen);
  const stage = () => {
    const view = stageView(world.as(null), eventId);
    if (view === null) throw new Error('the evening has a stage');
    return view;
  };
  /** What the wall shows whoever loads it now, without scripts. */
  const wall = (language = 'en') =>
    renderToStaticMarkup(
      <LanguageContext.Provider value={language}>
        <StageScreen stage={stage()} links={null} now={world.now()} follow="" />
      </LanguageContext.Provider>,
    );
  mustBe(press('next'));
  mustBe(press('start-timer'));
  return { world, eventId, grace, version, press, stage, wall };
}

describe('questions after a pitch', () => {
  it('have a clock of their own, which the wall shows whenever it loads', () => {
    const { world, press, wall } = onStage(120);
    world.pass(170 * SECOND);
    expect(wall()).toContain('data-state="soon"');
    expect(wall()).toContain('Please come to the end');
    world.pass(20 * SECOND);
    expect(wall()).toContain('data-state="over"');
    mustBe(press('questions'));
    expect(wall()).toContain('<h2>Questions</h2>');
    expect(wall()).toMatch(/>2:00<.*>Time left for questions</);
    world.pass(91 * SECOND);
    expect(wall()).toMatch(/data-state="soon".*>0:29<.*>One last question, please</);
    expect(wall('ar')).toContain('سؤال أخير من فضلكم');
    world.pass(29 * SECOND);
    expect(wall()).toMatch(/data-state="over".*>0:00<.*>Time for questions is up\. Thank you!</);
    mustBe(press('next'));
    expect(wall()).not.toContain('Questions');
    expect(wall()).toContain('3:00 minutes');
  });

  it('begin once: a second tap and a second operator change nothing and see the present', () => {
    const { world, press, version, stage } = onStage(120);
    const seen = version();
    mustBe(press('questions', seen));
    const began = stage().questionsStartedAt;
    expect(began).toBe(world.now());
    const mark = stage().mark;
    world.pass(5 * SECOND);
    expect(press('questions', seen)).toEqual({ ok: false, reason: 'moved-on' });
    expect(press('next', seen)).toEqual({ ok: false, reason: 'moved-on' });
    // Also from a page that shows the questions already.
    expect(press('questions')).toEqual({ ok: false, reason: 'questions-running' });
    expect(stage()).toMatchObject({ questionsStartedAt: began, mark });
  });

  it('are offered on the facilitator’s phone where they are planned, and the way back while they are asked', () => {
    const { grace, eventId, press } = onStage(120);
    const offered = () => controlView(grace(), eventId)?.presses ?? [];
    expect(offered()).toContain('questions');
    expect(offered()).not.toContain('back-to-pitch');
    mustBe(press('questions'));
    expect(offered()).toContain('back-to-pitch');
    expect(offered()).not.toContain('questions');
    const without = onStage(0);
    expect(controlView(without.grace(), without.eventId)?.presses).not.toContain('questions');
    expect(without.press('questions')).toEqual({ ok: false, reason: 'no-questions-planned' });
  });

  it('give the pitch its clock back as it was, when they were begun by mistake', () => {
    const { world, press, stage, wall } = onStage(120);
    world.pass(60 * SECOND);
    mustBe(press('questions'));
    world.pass(10 * SECOND);
    mustBe(press('back-to-pitch'));
    expect(stage().questionsStartedAt).toBeNull();
    expect(wall()).toMatch(/>1:50<.*>Time left</);
  });

  it('are of a pitch on stage, whoever writes to the database', () => {
    const { world, press } = onStage(120);
    mustBe(press('welcome'));
    expect(() => world.db.$client.exec('update event set questions_started_at = 5, version = version + 1')).toThrow(
      'questions are asked about a pitch on stage',
    );
  });
});

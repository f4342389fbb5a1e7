import { Fragment, type ReactNode } from 'react';
import type { Instant } from '#app/kernel/instant.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Hidden, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Facts, Notice, Tag } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { ControlView } from '../queries/control-view.server.ts';
import type { StageView } from '../queries/stage-view.server.ts';
import type { Press } from '../rules/stage.ts';
import { clockOnStage } from '../rules/stage-clock.ts';

export function ControlPanel(props: { control: ControlView; now: Instant }) {
  const { pitchDay } = useWords().words;
  const { control } = props;
  const { stage, presses } = control;
  const isPitching = stage.screen === 'welcome' || stage.screen === 'pitch';
  const first = pressedNext(stage);
  return (
    <>
      <NowShown stage={stage} />
      <section>
        <h2>{pitchDay.controlPitches}</h2>
        <div className="row">
          {(['next', 'start-timer', 'questions', 'stop-timer', 'back-to-pitch', 'previous', 'welcome'] as const)
            .filter((press) => presses.includes(press) && isOffered(press, stage))
            .map((press) => (
              <PressButton key={press} press={press} version={stage.version} isFirst={isPitching && press === first} />
            ))}
        </div>
      </section>
      {control.judging !== null && <JudgesOnStage judging={control.judging} eventId={stage.eventId} />}
      <section>
        <h2>{pitchDay.controlVote}</h2>
        <VoteButtons control={control} now={props.now} />
      </section>
      <p>
        <ButtonLink look="link" to={paths.stage({ eventId: stage.eventId })}>
          {pitchDay.deskOpenStage}
        </ButtonLink>
      </p>
    </>
  );
}

/** How many, and nothing else: a hall can look at this screen. */
function JudgesOnStage(props: { judging: NonNullable<ControlView['judging']>; eventId: string }) {
  const { words, language } = useWords();
  const { judgingDesk } = words;
  const { state, onStage } = props.judging;
  return (
    <section>
      <h2>{judgingDesk.title}</h2>
      <p>{judgingDesk.states[state]}</p>
      {state === 'open' && onStage !== null && (
        <Facts
          facts={[
            [
              judgingDesk.onControl,
              <Fragment key="handed-in">
                <span data-count="handedIn">{onStage.done}</span>{' '}
                {say(language, judgingDesk.ofAll, { all: onStage.all })}
              </Fragment>,
            ],
          ]}
        />
      )}
      <p>
        <ButtonLink look="second" to={paths.staffJudging({ eventId: props.eventId })}>
          {judgingDesk.toDesk}
        </ButtonLink>
      </p>
    </section>
  );
}

/** What usually comes now: the pitch, its questions where there are any, the next pitch. */
function pressedNext(stage: StageView): Press {
  if (stage.screen !== 'pitch' || stage.questionsStartedAt !== null) return 'next';
  if (stage.timerStartedAt === null) return 'start-timer';
  return stage.questionSeconds > 0 ? 'questions' : 'next';
}

/** Only one of start and stop makes sense at a time, and neither of them while questions are asked. */
function isOffered(press: Press, stage: StageView): boolean {
  const isAsking = stage.questionsStartedAt !== null;
  if (press === 'start-timer') return stage.timerStartedAt === null && !isAsking;
  if (press === 'stop-timer') return stage.timerStartedAt !== null && !isAsking;
  return press !== 'welcome' || stage.screen !== 'welcome';
}

function NowShown({ stage }: { stage: StageView }) {
  const { words, language, time } = useWords();
  const { pitchDay } = words;
  const position = stage.current?.position ?? 0;
  const clock = clockOnStage(stage, stage);
  const screen =
    stage.screen === 'pitch'
      ? say(language, pitchDay.controlScreens.pitch, { position, count: stage.pitches.length })
      : pitchDay.controlScreens[stage.screen];
  return (
    <div className="card">
      <p className="overline">{pitchDay.controlNow}</p>
      <p>
        <strong>{screen}</strong>
      </p>
      {stage.current !== null && (
        <p dir="auto">
          {stage.current.title} <span className="soft">{stage.current.groupName}</span>
        </p>
      )}
      {clock.startedAt !== null && (
        <p>
          <Tag tone="warn">
            {say(language, clock.part === 'pitch' ? pitchDay.controlTimer : pitchDay.controlQuestions, {
              time: time(clock.startedAt, stage.timeZone),
            })}
          </Tag>
        </p>
      )}
      {stage.screen === 'pitch' && stage.next !== null && (
        <p className="soft" dir="auto">
          {say(language, pitchDay.controlNext, { title: stage.next.title })}
        </p>
      )}
    </div>
  );
}

function VoteButtons({ control, now }: { control: ControlView; now: Instant }): ReactNode {
  const { words, language, timeWithSeconds } = useWords();
  const { pitchDay } = words;
  const { stage, presses, revealAt } = control;
  const { poll, version } = stage;
  if (poll === null || poll.state === 'draft') return <p>{pitchDay.controlVoteNotFrozen}</p>;
  const has = (press: Press) => presses.includes(press);
  return (
    <>
      <Facts
        facts={[
          [pitchDay.boardState, pitchDay.boardStates[poll.state]],
          [pitchDay.controlIssued, poll.turnout.issued],
          [
            pitchDay.controlCast,
            <span key="used" data-count="ballots">
              {poll.turnout.cast}
            </span>,
          ],
        ]}
      />
      <div className="row">
        {has('show-vote') && stage.screen !== 'vote' && <PressButton press="show-vote" version={version} />}
        {has('open-vote') && <PressButton press="open-vote" version={version} isFirst />}
        {has('show-result') && stage.screen !== 'result' && <PressButton press="show-result" version={version} />}
      </div>
      {has('close-vote') && (
        <Form>
          <Hidden name="version" value={version} />
          <Tick name="understood" label={pitchDay.controlCloseTick} />
          <Button look="danger" name="press" value="close-vote">
            {pitchDay.controlPresses['close-vote']}
          </Button>
        </Form>
      )}
      {revealAt !== null && now < revealAt && (
        <Notice tone="warn">
          <p>{say(language, pitchDay.controlRevealAt, { time: timeWithSeconds(revealAt, stage.timeZone) })}</p>
        </Notice>
      )}
      {control.isPaperUncounted && (
        <Notice tone="warn">
          <p>{pitchDay.controlPaperMissing}</p>
          <p>
            <a href={paths.staffPitchDay({ callId: control.callId })}>{pitchDay.controlPaperCount}</a>
          </p>
        </Notice>
      )}
      {has('reveal') && <PressButton press="reveal" version={version} isFirst />}
      {poll.state === 'revealed' && (
        <Notice tone="good">
          <p>{pitchDay.controlSettled}</p>
        </Notice>
      )}
    </>
  );
}

function PressButton(props: { press: Press; version: number; isFirst?: boolean }) {
  const { pitchDay } = useWords().words;
  return (
    <form method="post" data-once>
      <Hidden name="version" value={props.version} />
      <Button big look={props.isFirst ? 'first' : 'second'} name="press" value={props.press}>
        {pitchDay.controlPresses[props.press]}
      </Button>
    </form>
  );
}

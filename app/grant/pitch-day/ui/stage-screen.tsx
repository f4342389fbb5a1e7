import type { ReactNode } from 'react';
import type { Instant } from '#app/kernel/instant.ts';
import { paths } from '#app/paths.ts';
import { When } from '#app/ui/pieces.tsx';
import { QrCode } from '#app/ui/qr-code.tsx';
import { languageName } from '#app/words/language-name.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { StageView } from '../queries/stage-view.server.ts';
import { clockOnStage } from '../rules/stage-clock.ts';
import { StageResult } from './stage-result.tsx';
import { StageTimer } from './stage-timer.tsx';

export type StageLinks = {
  /** Full addresses, for QR codes; the short one is to be typed. */
  readonly vote: string;
  readonly voteShort: string;
  readonly board: string;
};

/** One thing at a time, as large as the wall allows. */
export function StageScreen(props: { stage: StageView; links: StageLinks | null; now: Instant; follow: string }) {
  const { stage } = props;
  return (
    <div className="stage" data-stage={props.follow} data-now={props.now}>
      <header>
        <p>
          <bdi>{stage.title}</bdi>
        </p>
        <p>
          <When at={stage.startsAt} timeZone={stage.timeZone} as="date" />
        </p>
      </header>
      <main id="main">
        <Now stage={stage} links={props.links} now={props.now} />
      </main>
      <footer>
        <Coming stage={stage} />
      </footer>
    </div>
  );
}

function Now(props: { stage: StageView; links: StageLinks | null; now: Instant }): ReactNode {
  const { stage, links, now } = props;
  switch (stage.screen) {
    case 'pitch':
      return <OnePitch stage={stage} now={now} />;
    case 'vote':
      return links === null ? <Welcome stage={stage} /> : <Vote stage={stage} links={links} />;
    case 'closed':
      return links === null ? <Welcome stage={stage} /> : <Closed stage={stage} links={links} />;
    case 'result':
      return stage.poll?.result ? (
        <StageResult poll={stage.poll} result={stage.poll.result} />
      ) : (
        <Welcome stage={stage} />
      );
    default:
      return <Welcome stage={stage} />;
  }
}

function Welcome({ stage }: { stage: StageView }) {
  const { pitchDay } = useWords().words;
  return (
    <>
      <h1>{pitchDay.stageWelcome}</h1>
      <p className="middle">
        <bdi>{stage.place}</bdi>
      </p>
      <ol className="middle">
        {pitchDay.stageHow.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </>
  );
}

function OnePitch({ stage, now }: { stage: StageView; now: Instant }) {
  const { words, language } = useWords();
  const { pitchDay } = words;
  const position = stage.current?.position ?? 0;
  const clock = clockOnStage(stage, stage);
  const { current } = stage;
  const card = current?.card ?? null;
  return (
    <div className="stage-pitch">
      <div>
        <p>{say(language, pitchDay.stagePitchOf, { position, count: stage.pitches.length })}</p>
        <h1 dir="auto">{current?.title}</h1>
        <p className="stage-group" dir="auto">
          {current?.groupName}
        </p>
        {card !== null && (
          <>
            <p className="stage-line" dir="auto" lang={card.language}>
              {card.oneLine}
            </p>
            <p className="soft">{say(language, words.pitchCard.spokenIn, { language: languageName(card.language) })}</p>
          </>
        )}
      </div>
      {card?.pictureId != null && current !== null && (
        <img
          className="stage-picture"
          src={paths.pitchMedia({ applicationId: current.applicationId, part: 'picture' })}
          alt={say(language, words.pitchCard.pictureOf, { title: current.title })}
        />
      )}
      <div className="stage-clock">
        {clock.part === 'questions' && <h2>{pitchDay.stageQuestions}</h2>}
        <StageTimer clock={clock} now={now} />
      </div>
    </div>
  );
}

function Vote({ stage, links }: { stage: StageView; links: StageLinks }) {
  const { words, language } = useWords();
  const { pitchDay } = words;
  const { poll } = stage;
  const isOpen = poll?.state === 'open';
  return (
    <div className="stage-pair">
      <div>
        <h1>{isOpen ? pitchDay.stageVoteNow : pitchDay.stageVoteSoon}</h1>
        <p className="middle">
          {say(language, poll?.isRanked ? words.rankedVote.stageChoose : pitchDay.stageVoteChoose, {
            max: poll?.maxChoices ?? 1,
          })}
        </p>
        {isOpen && <p className="middle">{say(language, pitchDay.stageTurnout, { cast: poll.turnout.cast })}</p>}
      </div>
      <div>
        <QrCode text={links.vote} label={links.vote} />
        <p>{pitchDay.stageVoteAddress}</p>
        <p className="stage-address" dir="ltr">
          {links.voteShort}
        </p>
      </div>
    </div>
  );
}

/** The seal first, and nothing else to look at: this is the minute in which people take a photo. */
function Closed({ stage, links }: { stage: StageView; links: StageLinks }) {
  const { words, language } = useWords();
  const { pitchDay } = words;
  return (
    <div className="stage-pair">
      <div>
        <h1>{pitchDay.stageClosed}</h1>
        <p>{say(language, pitchDay.stageClosedBallots, { cast: stage.poll?.sealed ?? 0 })}</p>
        {stage.poll !== null && stage.poll.sealed !== stage.poll.turnout.cast && (
          <p>{say(language, words.openVote.stageDecide, { count: stage.poll.turnout.cast })}</p>
        )}
        <ol className="stage-seal" lang="en" dir="ltr">
          {stage.poll?.seal?.map((word, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a seal may hold a word twice, and its order is its meaning
            <li key={place}>{word}</li>
          ))}
        </ol>
      </div>
      <div>
        <QrCode text={links.board} label={links.board} />
        <p>{pitchDay.stageBoard}</p>
      </div>
    </div>
  );
}

function Coming({ stage }: { stage: StageView }) {
  const { words, language } = useWords();
  const { pitchDay } = words;
  // For whoever runs the wall, where nobody of the group could come.
  const shown = stage.screen === 'pitch' && stage.current?.card?.filmId != null ? stage.current : null;
  const film = shown && paths.pitchMedia({ applicationId: shown.applicationId, part: 'film' });
  const isBeforeVote = stage.screen === 'welcome' || stage.screen === 'pitch';
  return (
    <>
      {isBeforeVote && stage.state !== 'over' && (
        <p dir="auto">
          {stage.next === null
            ? pitchDay.stageThenVote
            : say(language, pitchDay.stageNext, { title: stage.next.title })}
        </p>
      )}
      {film !== null && (
        <p>
          <a href={film}>{words.pitchCard.watch}</a>
        </p>
      )}
      <p role="status" hidden data-lost>
        {pitchDay.stageLost}
      </p>
    </>
  );
}

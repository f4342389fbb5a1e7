import { Notice, Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { OutcomePage } from '../queries/outcome-page.server.ts';
import { Points } from './points.tsx';

/** What a group without an offer is told: where it stands, why, and its own points. */
export function OutcomeForApplicant({ told }: { told: OutcomePage }) {
  const { words, language, deadline } = useWords();
  const { award } = words;
  const { outcome, ranked } = told;
  return (
    <>
      {outcome.outcome === 'declined' ? (
        <Notice title={award.declinedText}>
          <h3>{award.declinedWhy}</h3>
          <Written text={outcome.reason} />
          {outcome.nearly && <p>{award.nearlyText}</p>}
        </Notice>
      ) : (
        <Notice tone="brand" title={say(language, award.reserveText, { partner: told.partnerName })}>
          <p>{say(language, award.reservePlace, { position: outcome.position ?? '' })}</p>
          <p>{award.reserveMore}</p>
          {outcome.reserveUntil !== null && (
            <p>{say(language, award.reserveAtMostYours, { when: deadline(outcome.reserveUntil, told.timeZone) })}</p>
          )}
          {told.answersBy !== null && (
            <p>{say(language, award.reserveUntil, { when: deadline(told.answersBy, told.timeZone) })}</p>
          )}
        </Notice>
      )}
      {ranked !== null && (
        <section>
          <h2>{award.pointsYours}</h2>
          <Points ranked={ranked} ballots={told.ballots} />
        </section>
      )}
      <p>{say(language, award.questions, { email: told.partnerEmail })}</p>
    </>
  );
}

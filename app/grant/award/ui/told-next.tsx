import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { DecisionPage } from '../queries/decision-page.server.ts';

/** What a group has to do now, or what it waits for. */
export function ToldNext({ page }: { page: DecisionPage }) {
  const { words, language, date } = useWords();
  const { decisionPage, decisionLetter, standing } = words;
  const { award, shortlist, applicationId } = page;
  if (award?.outcome === 'awarded')
    return (
      <>
        <p>{award.isOpen ? decisionPage.nextAward : decisionPage.nextAnswered}</p>
        <p className="no-print">
          <ButtonLink to={paths.applyAward({ applicationId })}>{standing.linkAward}</ButtonLink>
        </p>
      </>
    );
  if (award?.outcome === 'reserve')
    return (
      <>
        {award.reserveUntil !== null && (
          <p>
            {say(language, decisionLetter.award.reserveMore, { until: date(award.reserveUntil, page.call.timeZone) })}
          </p>
        )}
        <p>{decisionLetter.award.reserveTell}</p>
      </>
    );
  if (award === null && shortlist.decision === 'shortlisted')
    return (
      <p>
        {page.call.hasPitchDay
          ? decisionLetter.nextPitch
          : say(language, decisionLetter.nextNoPitch, { partner: page.partnerName })}
      </p>
    );
  return (
    <>
      <p>{decisionPage.nextDeclined}</p>
      <p>{say(language, decisionLetter.ask, { email: page.partnerEmail })}</p>
    </>
  );
}

import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { useWords } from '#app/words/use-words.ts';
import { CheckHistory, type ShownCheck } from './check-history.tsx';

/** Where the check of one application stands, on the page that staff read it on. */
export function EligibilitySection(props: {
  applicationId: Id;
  checks: readonly ShownCheck[];
  isScoringOpen: boolean;
  timeZone: string;
}) {
  const { words } = useWords();
  const text = words.eligibilityDesk;
  const { checks, isScoringOpen } = props;
  return (
    <section className="card" id="eligibility" aria-labelledby="eligibility-title">
      <h2 id="eligibility-title">{text.sectionTitle}</h2>
      {checks.length === 0 ? <p>{text.unchecked}</p> : <CheckHistory checks={checks} timeZone={props.timeZone} />}
      {isScoringOpen ? (
        <p className="soft">{text.over}</p>
      ) : (
        <p>
          <ButtonLink look="second" to={paths.staffEligibility({ applicationId: props.applicationId })}>
            {checks.length === 0 ? text.checkNow : text.checkAgain}
          </ButtonLink>
        </p>
      )}
    </section>
  );
}

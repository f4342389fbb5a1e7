import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { ShortlistCheck } from '../queries/shortlist-check.server.ts';
import { CompositionMeter } from './composition-meter.tsx';

/** What was chosen in numbers, where it differs from the ranking, and what is still missing. */
export function CheckSummary({ check }: { check: ShortlistCheck }) {
  const { words, language } = useWords();
  const { decisionDesk } = words;
  const { whatIf, size } = check;
  const isOpen = check.lock === null && !check.isDecided;
  return (
    <section>
      <p>
        <strong>{say(language, decisionDesk.chosenSum, { ...whatIf.chosen, undecided: whatIf.undecided })}</strong>
      </p>
      <p>
        {say(language, decisionDesk.whatIfSum, {
          places: size,
          proposed: whatIf.proposed,
          chosen: whatIf.chosen.shortlisted,
          undecided: whatIf.undecided,
        })}
      </p>
      <ul>
        {whatIf.passedOver > 0 && <li>{say(language, decisionDesk.whatIfPassedOver, { count: whatIf.passedOver })}</li>}
        {whatIf.broughtIn > 0 && <li>{say(language, decisionDesk.whatIfBroughtIn, { count: whatIf.broughtIn })}</li>}
        <li>{say(language, decisionDesk.lettersSum, { count: check.editedLetters })}</li>
      </ul>
      {check.haveLotsAged && <Notice tone="warn">{decisionDesk.lotsAged}</Notice>}
      <CompositionMeter composition={check.composition} expected={null} />
      {isOpen && (whatIf.undecided > 0 || check.missingReasons > 0) && (
        <Notice tone="warn">
          {whatIf.undecided > 0 && <p>{say(language, decisionDesk.missingDecisions, { count: whatIf.undecided })}</p>}
          {check.missingReasons > 0 && (
            <p>{say(language, decisionDesk.missingReasons, { count: check.missingReasons })}</p>
          )}
        </Notice>
      )}
    </section>
  );
}

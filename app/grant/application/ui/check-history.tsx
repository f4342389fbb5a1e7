import { Tag, When, Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { FindingName } from '../rules/eligibility.ts';
import { ELIGIBILITY_TONES } from './list-table.tsx';

export type ShownCheck = {
  readonly turn: number;
  readonly outcome: FindingName | 'taken-back';
  readonly reasons: readonly string[];
  readonly note: string;
  readonly decidedBy: string;
  readonly decidedAt: number;
  readonly toldAt: number | null;
};

/** What was found, the latest first: nothing that anybody decided disappears. */
export function CheckHistory(props: { checks: readonly ShownCheck[]; timeZone: string }) {
  const { words, dateTime, language } = useWords();
  const text = words.eligibilityDesk;
  return (
    <ol className="plain-list" reversed>
      {props.checks.map((check) => (
        <li key={check.turn}>
          <Tag tone={check.outcome === 'taken-back' ? 'plain' : ELIGIBILITY_TONES[check.outcome]}>
            {text.outcomes[check.outcome]}
          </Tag>{' '}
          <span className="soft">
            {say(language, text.by, { who: check.decidedBy, when: dateTime(check.decidedAt, props.timeZone) })}
          </span>
          {check.reasons.length > 0 && (
            <ul>
              {check.reasons.map((reason) => (
                <li key={reason} dir="auto">
                  {reason}
                </li>
              ))}
            </ul>
          )}
          {check.note !== '' && <Written text={check.note} />}
          {check.toldAt !== null && (
            <p className="soft">
              {text.letters.told} <When at={check.toldAt} timeZone={props.timeZone} />
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

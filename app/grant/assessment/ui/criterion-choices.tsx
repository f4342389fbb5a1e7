import { CallText } from '#app/ui/call-text.tsx';
import { Choices } from '#app/ui/fields.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { CallCriterion } from '../../call/queries/call-facts.server.ts';
import { CANNOT_JUDGE, fieldNames } from '../forms.ts';

/** One criterion to judge: a sentence to choose for each score, and the answer that one cannot tell. */
export function CriterionChoices({ criterion }: { criterion: CallCriterion }) {
  const { words, language } = useWords();
  const { assessment } = words;
  return (
    <Choices
      type="radio"
      className="judging"
      name={fieldNames.score(criterion.id)}
      label={<CallText text={criterion.name} />}
      hint={
        <>
          <CallText text={criterion.question} />{' '}
          {say(language, assessment.criterionCounts, { weight: criterion.weightPercent })}
        </>
      }
      choices={[
        ...criterion.anchors.map((anchor) => ({
          value: String(anchor.score),
          label: (
            <>
              <strong className="score">{anchor.score}</strong> <CallText text={anchor.words} />
            </>
          ),
        })),
        { value: CANNOT_JUDGE, label: assessment.cannotJudge, hint: assessment.cannotJudgeHint },
      ]}
    />
  );
}

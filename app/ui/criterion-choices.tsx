import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { CallText } from './call-text.tsx';
import { Choices } from './fields.tsx';

type Criterion = {
  readonly name: string;
  readonly question: string;
  readonly weightPercent: number;
  readonly anchors: readonly { readonly score: number; readonly words: string }[];
};

/**
 * One criterion to judge: a sentence to choose for each score, and the answer that one cannot tell.
 *
 * @param none  what the field holds for that answer
 */
export function CriterionChoices(props: { name: string; none: string; criterion: Criterion }) {
  const { words, language } = useWords();
  const { assessment } = words;
  const { criterion } = props;
  return (
    <Choices
      type="radio"
      className="judging"
      name={props.name}
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
        { value: props.none, label: assessment.cannotJudge, hint: assessment.cannotJudgeHint },
      ]}
    />
  );
}

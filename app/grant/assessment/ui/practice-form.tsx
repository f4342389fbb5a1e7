import { Button } from '#app/ui/button.tsx';
import { Choices } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { useWords } from '#app/words/use-words.ts';
import { CANNOT_JUDGE } from '../forms.ts';
import { PRACTICE_CRITERIA } from '../rules/practice.ts';

/** A sentence to choose for each criterion of a made-up application. */
export function PracticeForm({ reply }: { reply: FormReply | undefined }) {
  const { panelPractice: text } = useWords().words;
  return (
    <section aria-labelledby="scores">
      <h2 id="scores">{text.scoreTitle}</h2>
      <p>{text.scoreLead}</p>
      <Form reply={reply} action="#scores">
        {PRACTICE_CRITERIA.map((criterion) => (
          <Choices
            key={criterion}
            type="radio"
            name={criterion}
            label={text.criteria[criterion].name}
            hint={text.criteria[criterion].question}
            choices={[
              ...text.criteria[criterion].anchors.map((anchor, place) => ({
                value: String(place + 1),
                label: (
                  <>
                    <strong className="score">{place + 1}</strong> {anchor}
                  </>
                ),
              })),
              { value: CANNOT_JUDGE, label: text.cannotJudge, hint: text.cannotJudgeHint },
            ]}
          />
        ))}
        <p className="soft" id="send-hint">
          {text.sendHint}
        </p>
        <Button big describedBy="send-hint">
          {text.send}
        </Button>
      </Form>
    </section>
  );
}

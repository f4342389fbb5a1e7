import type { ReactNode } from 'react';
import { Answer, type ShownAnswer } from '#app/ui/answer.tsx';
import { Button } from '#app/ui/button.tsx';
import { Choices } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { useWords } from '#app/words/use-words.ts';
import type { mergePage } from '../queries/merge-page.server.ts';
import { NumberedQuestion } from './numbered-question.tsx';

type MergePage = NonNullable<ReturnType<typeof mergePage>>;

/** Both answers of every question side by side, one under the other on a telephone, and what to keep of them. */
export function MergeChoices({ page, reply }: { page: MergePage; reply: FormReply | undefined }) {
  const text = useWords().words.matchMaking;
  const proposed = Object.fromEntries(page.questions.map(({ id, proposed }) => [`choice-${id}`, proposed]));
  return (
    <Form reply={reply} values={proposed}>
      <p>{text.mergeKept}</p>
      <p>{text.mergeRecordings}</p>
      {page.questions.map((question, place) => (
        <section key={question.id} className="card">
          <h2>
            <NumberedQuestion question={{ position: place + 1, label: question.label }} />
          </h2>
          <div className="grid">
            <Side title={text.mergeOurs} shown={question.ours} lang={page.language} none={text.mergeNothing} />
            <Side title={text.mergeTheirs} shown={question.theirs} lang={page.otherLanguage} none={text.mergeNothing} />
          </div>
          <Choices
            type="radio"
            name={`choice-${question.id}`}
            label={text.mergeChoice}
            choices={question.choices.map((choice) => ({ value: choice, label: text.mergeChoices[choice] }))}
          />
        </section>
      ))}
      <Button big name="intent" value="merge">
        {text.mergeDo}
      </Button>
    </Form>
  );
}

function Side(props: { title: string; shown: ShownAnswer; lang: string; none: ReactNode }) {
  return (
    <div>
      <h3>{props.title}</h3>
      <Answer shown={props.shown} lang={props.lang} />
      {props.shown.as === 'nothing' && <p className="soft">{props.none}</p>}
    </div>
  );
}

import { Answer } from '#app/ui/answer.tsx';
import { Button } from '#app/ui/button.tsx';
import { Choices, Hidden } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Player } from '#app/ui/player.tsx';
import { useWords } from '#app/words/use-words.ts';
import type { mergePage } from '../queries/merge-page.server.ts';
import { NumberedQuestion } from './numbered-question.tsx';
import { ownMedia } from './own-media.ts';

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
        <section
          key={question.id}
          className="card merging"
          hidden={isSilent(question.ours) && isSilent(question.theirs)}
        >
          <h2>
            <NumberedQuestion question={{ position: place + 1, label: question.label }} />
          </h2>
          <div className="grid">
            <Side of="ours" shown={question.ours} lang={page.language} />
            <Side of="theirs" shown={question.theirs} lang={page.otherLanguage} />
          </div>
          <Hidden name={`seen-${question.id}`} value={question.seen} />
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

type Shown = MergePage['questions'][number]['ours'];

/** Nothing to choose between: the form says so by itself. */
function isSilent({ answer, recorded }: Shown): boolean {
  return answer.as === 'nothing' && recorded === null;
}

function Side({ of, shown, lang }: { of: 'ours' | 'theirs'; shown: Shown; lang: string }) {
  const text = useWords().words.matchMaking;
  const { answer, recorded } = shown;
  return (
    <div>
      <h3>{of === 'ours' ? text.mergeOurs : text.mergeTheirs}</h3>
      <Answer shown={answer} lang={lang} />
      {answer.as === 'nothing' && recorded === null && <p className="soft">{text.mergeNothing}</p>}
      {recorded !== null && <Player played={recorded} from={ownMedia(recorded.id)} label={text.mergeSent[of]} />}
    </div>
  );
}

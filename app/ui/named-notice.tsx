import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { Button } from './button.tsx';
import { Hidden } from './fields.tsx';
import { Form } from './form.tsx';
import { Notice } from './pieces.tsx';

type Named = {
  readonly hiddenId: string;
  readonly personId: string;
  readonly reference: string;
  readonly member: string;
  readonly named: string;
  readonly isCertain: boolean;
};

/** Who must not see which application; where only the name is alike, staff say whether it is the same person. */
export function NamedNotice({ named }: { named: readonly Named[] }) {
  const { words, language } = useWords();
  const { assessment } = words;
  if (named.length === 0) return null;
  return (
    <Notice tone="warn" title={assessment.namedTitle}>
      <p>{assessment.namedLead}</p>
      {named.map((one) =>
        one.isCertain ? (
          <p key={`${one.hiddenId}-${one.personId}`}>{say(language, assessment.namedKept, one)}</p>
        ) : (
          <Form key={`${one.hiddenId}-${one.personId}`}>
            <p>{say(language, assessment.namedQuestion, one)}</p>
            <Hidden name="intent" value="named" />
            <Hidden name="hiddenId" value={one.hiddenId} />
            <Hidden name="personId" value={one.personId} />
            <div className="row">
              <Button look="second" name="answer" value="yes">
                {say(language, assessment.namedYes, one)}
              </Button>
              <Button look="second" name="answer" value="no">
                {assessment.namedNo}
              </Button>
            </div>
          </Form>
        ),
      )}
    </Notice>
  );
}

import { Button } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { NamedMember } from '../queries/named-members.server.ts';

/** Who on the panel must not see which application; where only the name is alike, staff say whether it is the same person. */
export function NamedNotice({ named }: { named: readonly NamedMember[] }) {
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

import { Button } from '#app/ui/button.tsx';
import { Choices } from '#app/ui/fields.tsx';
import { ErrorSummary, Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { TeamPage } from '../queries/team-page.server.ts';

/** For the owner: whom to ask, and that somebody was asked. */
export function HandOver({ team, reply }: { team: TeamPage; reply: FormReply | undefined }) {
  const { words, language } = useWords();
  const text = words.team;
  const { handover } = team;
  if (team.state === 'withdrawn') return null;
  if (handover !== null) {
    return (
      <section aria-labelledby="hand-over">
        <h2 id="hand-over">{text.handTitle}</h2>
        <p>{say(language, text.handAsked, { name: handover.toName })}</p>
        <Form reply={reply}>
          <Button look="second" name="intent" value="take-back-handover">
            {text.handTakeBack}
          </Button>
        </Form>
      </section>
    );
  }
  const candidates = team.members.filter(({ kind }) => kind === 'team');
  return (
    <details open={reply !== undefined}>
      <summary>{text.handTitle}</summary>
      {candidates.length === 0 ? (
        <p>{text.handNobody}</p>
      ) : (
        <Form reply={reply}>
          <p>{text.handText}</p>
          <Choices
            type="radio"
            name="personId"
            label={text.handWho}
            choices={candidates.map(({ personId, name }) => ({ value: personId, label: <bdi>{name}</bdi> }))}
          />
          <Button look="danger" name="intent" value="hand-over">
            {text.handDo}
          </Button>
        </Form>
      )}
    </details>
  );
}

/** For whoever was asked to take over: the first thing on the page. */
export function HandoverForMe({ team, reply }: { team: TeamPage; reply: FormReply | undefined }) {
  const { words, language } = useWords();
  const text = words.team;
  if (team.handover?.isToMe !== true) return null;
  const owner = team.owner.name;
  return (
    <Notice tone="warn" title={say(language, text.handForYouTitle, { owner })}>
      <ErrorSummary reply={reply} />
      <p>{say(language, text.handForYou, { owner })}</p>
      <Form className="row">
        <Button name="intent" value="take-over">
          {text.handYes}
        </Button>
        <Button look="second" name="intent" value="decline">
          {text.handNo}
        </Button>
      </Form>
    </Notice>
  );
}

import { Button } from '#app/ui/button.tsx';
import { CriterionChoices } from '#app/ui/criterion-choices.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { useWords } from '#app/words/use-words.ts';
import { CANNOT_JUDGE, fieldNames, scoreValues } from '../forms.ts';
import type { MeetingSeat } from '../queries/meeting-seat.server.ts';
import type { Score } from '../rules/panel-score.ts';

/** Her own scores, to be changed while the application is on the table. */
export function ChangeScores(props: {
  applicationId: string;
  criteria: MeetingSeat['criteria'];
  mine: Readonly<Record<string, Score>>;
  reply: FormReply | undefined;
}) {
  const { panelMeeting } = useWords().words;
  return (
    <details id="my-scores" open={props.reply !== undefined}>
      <summary>{panelMeeting.scoresTitle}</summary>
      <p>{panelMeeting.scoresLead}</p>
      <Form reply={props.reply} values={scoreValues(props.criteria, props.mine)} action="#my-scores">
        <Hidden name="applicationId" value={props.applicationId} />
        {props.criteria.map((criterion) => (
          <CriterionChoices
            key={criterion.id}
            name={fieldNames.score(criterion.id)}
            none={CANNOT_JUDGE}
            criterion={criterion}
          />
        ))}
        <Button name="intent" value="scores">
          {panelMeeting.scoresSave}
        </Button>
      </Form>
    </details>
  );
}

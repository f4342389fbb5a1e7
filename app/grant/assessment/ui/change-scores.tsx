import { Button } from '#app/ui/button.tsx';
import { CallText } from '#app/ui/call-text.tsx';
import { Choices, Hidden } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { useWords } from '#app/words/use-words.ts';
import { CANNOT_JUDGE, fieldNames } from '../forms.ts';
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
  const values = Object.fromEntries(
    Object.entries(props.mine).map(([criterionId, score]) => [
      fieldNames.score(criterionId),
      score === null ? CANNOT_JUDGE : String(score),
    ]),
  );
  return (
    <details id="my-scores" open={props.reply !== undefined}>
      <summary>{panelMeeting.scoresTitle}</summary>
      <p>{panelMeeting.scoresLead}</p>
      <Form reply={props.reply} values={values} action="#my-scores">
        <Hidden name="applicationId" value={props.applicationId} />
        {props.criteria.map((criterion) => (
          <Choices
            key={criterion.id}
            type="radio"
            className="judging"
            name={fieldNames.score(criterion.id)}
            label={<CallText text={criterion.name} />}
            hint={<CallText text={criterion.question} />}
            choices={[
              ...criterion.anchors.map((anchor) => ({
                value: String(anchor.score),
                label: (
                  <>
                    <strong className="score">{anchor.score}</strong> <CallText text={anchor.words} />
                  </>
                ),
              })),
              { value: CANNOT_JUDGE, label: panelMeeting.cannotJudge },
            ]}
          />
        ))}
        <Button name="intent" value="scores">
          {panelMeeting.scoresSave}
        </Button>
      </Form>
    </details>
  );
}

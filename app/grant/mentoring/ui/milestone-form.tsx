import { Button } from '#app/ui/button.tsx';
import { TextField, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { useWords } from '#app/words/use-words.ts';

type Props = { mayReleaseTranche: boolean; reply: FormReply | undefined };

/** One more thing to reach, and by when. */
export function MilestoneForm({ mayReleaseTranche, reply }: Props) {
  const { mentoring } = useWords().words;
  return (
    <details open={reply !== undefined}>
      <summary>{mentoring.addMilestone}</summary>
      <Form reply={reply}>
        <TextField name="title" label={mentoring.milestoneTitle} hint={mentoring.milestoneTitleHint} />
        <TextField name="dueOn" type="date" label={mentoring.milestoneDue} short />
        {mayReleaseTranche && <Tick name="releasesTranche" label={mentoring.milestoneReleases} />}
        <Button name="intent" value="add">
          {mentoring.addMilestone}
        </Button>
      </Form>
    </details>
  );
}

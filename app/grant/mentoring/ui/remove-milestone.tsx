import { Button } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { MilestoneCard } from '../queries/mentoring-of.server.ts';

/** Nobody has talked about it, so it can be added again: no second question is asked. */
export function RemoveMilestone({ milestone }: { milestone: MilestoneCard }) {
  const { words, language } = useWords();
  const { mentoring } = words;
  return (
    <Form>
      <Hidden name="milestoneId" value={milestone.id} />
      <Button name="intent" value="remove" look="link">
        <span className="quiet">{say(language, mentoring.removeMilestoneNamed, { title: milestone.title })}</span>
        <span aria-hidden="true">{mentoring.removeMilestone}</span>
      </Button>
    </Form>
  );
}

import { Button } from '#app/ui/button.tsx';
import { Hidden, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { MilestoneCard } from '../queries/mentoring-of.server.ts';

type Props = { milestones: readonly MilestoneCard[]; reply: FormReply | undefined };

/** The last word on a milestone: read the check-in, tick, sign. */
export function SignOff({ milestones, reply }: Props) {
  const { words, language } = useWords();
  const { mentoring } = words;
  return (
    <div className="grid">
      {milestones.map((milestone) => (
        <section className="card" key={milestone.id}>
          <h3 dir="auto">{milestone.title}</h3>
          {milestone.releasesTranche && <p>{mentoring.signOffReleases}</p>}
          <Form reply={reply?.typed.milestoneId?.[0] === milestone.id ? reply : undefined}>
            <Hidden name="milestoneId" value={milestone.id} />
            <Tick name="sure" label={mentoring.signOffSure} />
            <Button>{say(language, mentoring.signOffNamed, { title: milestone.title })}</Button>
          </Form>
        </section>
      ))}
    </div>
  );
}

import { Button } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { RankingDesk } from '../queries/ranking-desk.server.ts';
import { APPLICATIONS_MIN, RATED_MIN, RATINGS_MIN } from '../rules/ranking/comparability.ts';

/** Whether the announced method could be applied, and why not where it could not. */
export function RankingStanding({ desk, reply }: { desk: RankingDesk; reply: FormReply | undefined }) {
  const { words, language } = useWords();
  const { panelRanking } = words;
  const { standing, notComparable } = desk;
  if (standing === 'waiting') {
    return (
      <Notice tone="brand" title={panelRanking.waitingTitle} live>
        <p>{panelRanking.waiting}</p>
        <Form reply={reply}>
          <p className="row">
            <span>{panelRanking.waitingLong}</span>
            <Button look="second" name="intent" value="calculate">
              {panelRanking.askAgain}
            </Button>
          </p>
        </Form>
      </Notice>
    );
  }
  if (standing !== 'there') return <Notice tone="warn">{panelRanking.faults[standing]}</Notice>;
  if (notComparable.length === 0) return null;
  const least = { applications: APPLICATIONS_MIN, ratings: RATINGS_MIN, rated: RATED_MIN };
  return (
    <Notice tone="warn" title={panelRanking.fewTitle}>
      <ul>
        {notComparable.map((reason) => (
          <li key={reason}>{say(language, panelRanking.few[reason], least)}</li>
        ))}
      </ul>
    </Notice>
  );
}

import { Button } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { TieDesk } from '../queries/tie-desk.server.ts';

type Ask = TieDesk['asks'][number];

/** What the portal found alike and cannot tell: one question each, with a yes and a no. */
export function LikenessList({ asks, count }: { asks: readonly Ask[]; count: number }) {
  const { words, language } = useWords();
  const { tieDesk, giveOutDesk } = words;
  if (asks.length === 0) return null;
  return (
    <Notice tone="warn" title={tieDesk.asksTitle}>
      <p>{tieDesk.asksLead}</p>
      {asks.map((ask) => (
        <Form key={`${ask.memberId}-${ask.applicationId}`}>
          <p>{ask.told === ask.like ? say(language, tieDesk.asksHouse, ask) : say(language, tieDesk.asks, ask)}</p>
          <Hidden name="intent" value="answer" />
          <Hidden name="memberId" value={ask.memberId} />
          <Hidden name="applicationId" value={ask.applicationId} />
          <div className="row">
            <Button look="second" name="answer" value="yes">
              {say(language, tieDesk.asksYes, ask)}
            </Button>
            <Button look="second" name="answer" value="no">
              {tieDesk.asksNo}
            </Button>
          </div>
        </Form>
      ))}
      {count > asks.length && <p>{say(language, giveOutDesk.more, { count: count - asks.length })}</p>}
    </Notice>
  );
}

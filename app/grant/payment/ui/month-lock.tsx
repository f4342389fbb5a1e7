import { Button } from '#app/ui/button.tsx';
import { Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { MonthStatement } from '../queries/month-statement.server.ts';

/** Who closed the month and what was in it, or the way to close it. */
export function MonthLocking({ statement, reply }: { statement: MonthStatement; reply: FormReply | undefined }) {
  const { words, language, date, month } = useWords();
  const { months } = words;
  const { lock, call, mayLock } = statement;
  if (lock !== null) {
    return (
      <section className="card">
        <p>
          {say(language, months.lockedText, {
            name: lock.by,
            date: date(lock.at, call.timeZone),
            month: month(Date.parse(`${lock.month}-01`), 'UTC'),
          })}
        </p>
        <p>
          {months.lockHash} <code className="long">{lock.hash}</code>
        </p>
      </section>
    );
  }
  if (!mayLock && reply === undefined) return null;
  return (
    <section className="card">
      <h2>{months.lockTitle}</h2>
      <p>{months.lockLead}</p>
      <Form reply={reply}>
        <Tick name="sure" label={months.lockSure} />
        <Button>{months.lock}</Button>
      </Form>
    </section>
  );
}

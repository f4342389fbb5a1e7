import type { Currency } from '#app/kernel/money.ts';
import { Button } from '#app/ui/button.tsx';
import { Hidden, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { HoursDesk } from '../queries/panel-hours.server.ts';
import { durationInWords, noonOf } from './duration.ts';

/** Hours that nobody has looked at: confirmed with one press, refused with a reason. */
export function WaitingHours(props: {
  entries: HoursDesk['entries'];
  currency: Currency;
  reply: FormReply | undefined;
}) {
  const ways = useWords();
  const { words, language, money, date } = ways;
  const { panelHoursDesk: desk } = words;
  return (
    <ul className="plain-list">
      {props.entries.map((entry) => {
        const own = props.reply?.typed.hoursId?.[0] === entry.hoursId ? props.reply : undefined;
        const time = durationInWords(ways, entry.minutes);
        return (
          <li key={entry.hoursId}>
            <h3>
              <bdi>{entry.name}</bdi>
            </h3>
            <p>
              {say(language, desk.entry, { time, kind: desk.kinds[entry.kind], day: date(noonOf(entry.day), 'UTC') })}
              <span className="soft block">
                {entry.amountMinor === null
                  ? desk.unpaid
                  : say(language, desk.amount, {
                      amount: money(entry.amountMinor, props.currency),
                      way: desk.payWays[entry.payChoice],
                    })}
              </span>
            </p>
            {entry.note !== '' && <Written as="blockquote" text={entry.note} />}
            <Form part={entry.hoursId}>
              <Hidden name="hoursId" value={entry.hoursId} />
              <Button look="second" name="intent" value="confirm">
                {say(language, desk.confirm, { time, name: entry.name, kind: desk.kinds[entry.kind] })}
              </Button>
            </Form>
            <details open={own !== undefined}>
              <summary>{desk.refuse}</summary>
              <Form reply={own} part={`${entry.hoursId}-no`}>
                <Hidden name="hoursId" value={entry.hoursId} />
                <TextField name="reason" label={say(language, desk.reason, { name: entry.name })} />
                <Button look="danger" name="intent" value="refuse">
                  {desk.refuse}
                </Button>
              </Form>
            </details>
          </li>
        );
      })}
    </ul>
  );
}

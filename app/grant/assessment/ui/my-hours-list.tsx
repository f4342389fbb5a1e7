import { Button } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Empty, Tag, type Tone, Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { MyHours } from '../queries/panel-hours.server.ts';
import type { HoursState } from '../rules/hours.ts';
import { durationInWords, noonOf } from './duration.ts';

const TONES: Record<HoursState, Tone> = { recorded: 'plain', confirmed: 'good', refused: 'warn' };

/** What a member has written down, what the office said, and what it adds up to. */
export function MyHoursList({ hours }: { hours: MyHours }) {
  const ways = useWords();
  const { words, language, money, date } = ways;
  const text = words.panelHours;
  const { entries, totals, call } = hours;
  const sum = (key: 'confirmedMinutes' | 'waitingMinutes' | 'confirmedMinor') =>
    totals.reduce((all, total) => all + total[key], 0);
  const time = durationInWords(ways, sum('confirmedMinutes'));
  return (
    <section aria-labelledby="list">
      <h2 id="list">{text.listTitle}</h2>
      {entries.length === 0 ? (
        <Empty title={text.listNone} />
      ) : (
        <>
          <p>
            <strong>
              {sum('confirmedMinor') > 0
                ? say(language, text.totalPay, { time, amount: money(sum('confirmedMinor'), call.currency) })
                : say(language, text.total, {
                    time: durationInWords(ways, sum('confirmedMinutes') + sum('waitingMinutes')),
                    confirmed: time,
                  })}
            </strong>
          </p>
          <ul className="plain-list">
            {entries.map((entry) => (
              <li key={entry.hoursId}>
                <p className="row apart">
                  <span>
                    <strong>{durationInWords(ways, entry.minutes)}</strong>{' '}
                    <span className="block">{text.kinds[entry.kind]}</span>
                    <span className="soft block">{date(noonOf(entry.day), 'UTC')}</span>
                    {entry.amountMinor !== null && (
                      <span className="soft block">{money(entry.amountMinor, call.currency)}</span>
                    )}
                  </span>
                  <Tag tone={TONES[entry.state]}>{text.states[entry.state]}</Tag>
                </p>
                {entry.note !== '' && <Written text={entry.note} />}
                {entry.answer !== '' && <p>{say(language, text.why, { answer: entry.answer })}</p>}
                {entry.state === 'recorded' && (
                  <Form part={entry.hoursId}>
                    <Hidden name="hoursId" value={entry.hoursId} />
                    <Button look="link" name="intent" value="remove">
                      {say(language, text.removeOf, {
                        time: durationInWords(ways, entry.minutes),
                        day: date(noonOf(entry.day), 'UTC'),
                      })}
                    </Button>
                  </Form>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

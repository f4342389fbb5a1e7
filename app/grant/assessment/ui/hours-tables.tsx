import type { Currency } from '#app/kernel/money.ts';
import { Money, Table, Tag } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { HoursDesk } from '../queries/panel-hours.server.ts';
import type { HoursTotal } from '../rules/hours.ts';
import { durationInWords, noonOf } from './duration.ts';

/** What a panel has given, by how people are paid. */
export function HoursTotals({ totals, currency }: { totals: readonly HoursTotal[]; currency: Currency }) {
  const ways = useWords();
  const { panelHoursDesk: desk } = ways.words;
  return (
    <section aria-labelledby="totals">
      <h2 id="totals">{desk.totalsTitle}</h2>
      <Table
        caption={desk.totalsCaption}
        quietCaption
        rows={totals}
        keyOf={({ payChoice }) => payChoice}
        columns={[
          {
            key: 'choice',
            title: desk.totals.choice,
            heading: true,
            cell: ({ payChoice }) => desk.payWays[payChoice],
          },
          {
            key: 'confirmed',
            title: desk.totals.confirmed,
            cell: ({ confirmedMinutes }) => durationInWords(ways, confirmedMinutes),
          },
          {
            key: 'amount',
            title: desk.totals.amount,
            numeric: true,
            cell: ({ confirmedMinor }) => <Money amount={confirmedMinor} currency={currency} />,
          },
          {
            key: 'waiting',
            title: desk.totals.waiting,
            cell: ({ waitingMinutes }) => durationInWords(ways, waitingMinutes),
          },
        ]}
      />
    </section>
  );
}

/** What was confirmed or refused. */
export function AnsweredHours({ entries, currency }: { entries: HoursDesk['entries']; currency: Currency }) {
  const ways = useWords();
  const { words, language, shortDate } = ways;
  const { panelHoursDesk: desk } = words;
  const title = say(language, desk.answeredTitle, { count: entries.length });
  return (
    <section aria-labelledby="answered">
      <h2 id="answered">{title}</h2>
      <Table
        caption={title}
        quietCaption
        rows={entries}
        keyOf={({ hoursId }) => hoursId}
        columns={[
          { key: 'name', title: desk.member, heading: true, cell: ({ name }) => <bdi>{name}</bdi> },
          { key: 'day', title: desk.day, narrow: true, cell: ({ day }) => shortDate(noonOf(day), 'UTC') },
          { key: 'kind', title: desk.kind, cell: ({ kind }) => desk.kinds[kind] },
          { key: 'time', title: desk.time, cell: ({ minutes }) => durationInWords(ways, minutes) },
          {
            key: 'amount',
            title: desk.totals.amount,
            numeric: true,
            cell: ({ amountMinor }) =>
              amountMinor === null ? desk.unpaid : <Money amount={amountMinor} currency={currency} />,
          },
          {
            key: 'state',
            title: desk.state,
            cell: ({ state, answer }) => (
              <>
                <Tag tone={state === 'confirmed' ? 'good' : 'warn'}>{desk.states[state]}</Tag>
                {answer !== '' && <bdi className="soft block">{answer}</bdi>}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

import type { Id } from '#app/kernel/id.ts';
import type { Currency, Minor } from '#app/kernel/money.ts';
import { Tag } from '#app/ui/pieces.tsx';
import { useWords } from '#app/words/use-words.ts';
import type { OutcomeName } from '../rules/deciding.ts';

type Entry = {
  readonly applicationId: Id;
  readonly outcome: OutcomeName;
  readonly amountMinor: Minor | null;
  readonly reason: string;
  readonly ineligible: boolean;
  readonly groupName: string;
  readonly title: string;
};

/** Who gets what and who is told what, in three short lists. */
export function OutcomeLists({ outcomes, currency }: { outcomes: readonly Entry[]; currency: Currency }) {
  const { words, money } = useWords();
  const { award } = words;
  const lists = [
    { name: 'awarded', title: award.confirmAwards },
    { name: 'reserve', title: award.confirmReserve },
    { name: 'declined', title: award.confirmDeclined },
  ] as const;
  return (
    <>
      {lists
        .map((list) => ({ ...list, entries: outcomes.filter((entry) => entry.outcome === list.name) }))
        .filter((list) => list.entries.length > 0)
        .map((list) => (
          <section key={list.name}>
            <h2>{list.title}</h2>
            <ol className="tasks">
              {list.entries.map((entry) => (
                <li key={entry.applicationId}>
                  <span>
                    <strong dir="auto">{entry.groupName}</strong> <span dir="auto">{entry.title}</span>
                    {entry.ineligible && <Tag>{award.ineligible}</Tag>}
                    {entry.reason !== '' && (
                      <span className="soft prewrap block" dir="auto">
                        {entry.reason}
                      </span>
                    )}
                  </span>
                  {entry.amountMinor !== null && <strong>{money(entry.amountMinor, currency)}</strong>}
                </li>
              ))}
            </ol>
          </section>
        ))}
    </>
  );
}

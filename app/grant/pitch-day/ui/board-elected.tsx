import { Table } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { ShownSeats } from '../queries/shown-seats.server.ts';

/** How ranked ballots elected: round by round, what was counted or went on, and one sentence for whoever is elected. */
export function BoardElected(props: {
  elected: ShownSeats;
  options: readonly { readonly id: string; readonly title: string }[];
  seats: number;
}) {
  const { words, language } = useWords();
  const { rankedVote } = words;
  const { valid, quota, rounds } = props.elected;
  const titleOf = (id: string) => props.options.find((option) => option.id === id)?.title ?? '';
  return (
    <section aria-labelledby="elected-title">
      <h3 id="elected-title">{rankedVote.boardTitle}</h3>
      <p>{say(language, rankedVote.quota, { valid, quota, seats: props.seats })}</p>
      {rounds.map((round, place) => (
        <section key={String(place)}>
          <h4>{say(language, rankedVote.round, { number: place + 1 })}</h4>
          <p>
            {round.moved === null
              ? rankedVote.first
              : say(language, rankedVote[round.moved.why], { group: titleOf(round.moved.id) })}{' '}
            {round.byLot && rankedVote.byLot}
          </p>
          <Table
            caption={say(language, rankedVote.round, { number: place + 1 })}
            quietCaption
            rows={round.votes}
            keyOf={({ id }) => id}
            columns={[
              {
                key: 'group',
                title: rankedVote.group,
                heading: true,
                cell: ({ id }) => <span dir="auto">{titleOf(id)}</span>,
              },
              { key: 'votes', title: rankedVote.votes, numeric: true, cell: ({ votes }) => votes },
            ]}
          />
          <p>{say(language, rankedVote.rest, { votes: round.rest })}</p>
          {round.elected.map(({ id, votes, hasQuota }) => (
            <p key={id}>
              <strong>
                {say(language, hasQuota ? rankedVote.reached : rankedVote.last, { group: titleOf(id), votes, quota })}
              </strong>
            </p>
          ))}
        </section>
      ))}
      <p className="soft">{rankedVote.rounded}</p>
    </section>
  );
}

import type { Column } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { VoteCount } from '../rules/meeting-votes.ts';

/** What the panel said to each application when it met: a column where it said anything, and none where it did not. */
export function useVotesColumn<Row extends { readonly votes: VoteCount | null }>(rows: readonly Row[]): Column<Row>[] {
  const { words, language } = useWords();
  const { panelRecord } = words;
  if (rows.every(({ votes }) => votes === null)) return [];
  return [
    {
      key: 'votes',
      title: panelRecord.votesTitle,
      cell: ({ votes }) =>
        votes === null
          ? panelRecord.votesNone
          : say(language, panelRecord.votes, {
              yes: votes.for,
              no: votes.against,
              abstain: votes.abstain,
              unheard: votes.unheard,
              entered: votes.entered,
            }),
    },
  ];
}

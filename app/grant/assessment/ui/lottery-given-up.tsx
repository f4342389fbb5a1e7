import { CallText } from '#app/ui/call-text.tsx';
import { Table, When } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { PublishedLottery } from '../queries/lottery.server.ts';
import { inFives } from './in-fives.ts';

/** Throws that lots are not drawn from, and why: whoever throws until it suits is seen to. */
export function LotteryGivenUp(props: { givenUp: PublishedLottery['lottery']['givenUp']; timeZone: string }) {
  const { words, language } = useWords();
  const { panelLottery } = words;
  if (props.givenUp.length === 0) return null;
  return (
    <section>
      <h2>{panelLottery.givenUpTitle}</h2>
      <p>{panelLottery.givenUpLead}</p>
      <Table
        caption={panelLottery.givenUpTitle}
        quietCaption
        rows={props.givenUp}
        keyOf={(row) => `${row.typedAt} ${row.person}`}
        columns={[
          {
            key: 'when',
            title: panelLottery.givenUpWhen,
            heading: true,
            cell: ({ typedAt }) => <When at={typedAt} timeZone={props.timeZone} />,
          },
          {
            key: 'who',
            title: panelLottery.givenUpBy,
            cell: ({ person }) => say(language, panelLottery.givenUpPerson, { person }),
          },
          {
            key: 'thrown',
            title: panelLottery.thrown,
            cell: ({ thrown }) =>
              thrown === null ? panelLottery.givenUpNumbersLater : <code dir="ltr">{inFives(thrown)}</code>,
          },
          {
            key: 'why',
            title: panelLottery.givenUpWhy,
            cell: ({ why }) => (why === null ? panelLottery.givenUpDiffers : <CallText text={why} />),
          },
        ]}
      />
    </section>
  );
}

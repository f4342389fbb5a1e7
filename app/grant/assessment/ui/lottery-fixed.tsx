import type { Instant } from '#app/kernel/instant.ts';
import { Facts, When } from '#app/ui/pieces.tsx';
import { useWords } from '#app/words/use-words.ts';

/** What nobody could change any more before the die was thrown. */
export function LotteryFixed(props: {
  lottery: { places: number; entriesHash: string; fixedAt: Instant };
  entries: number;
  timeZone: string;
}) {
  const { words, number } = useWords();
  const { panelLottery } = words;
  const { places, entriesHash, fixedAt } = props.lottery;
  return (
    <section>
      <h2>{panelLottery.fixedTitle}</h2>
      <Facts
        facts={[
          [panelLottery.fixedAt, <When key="at" at={fixedAt} timeZone={props.timeZone} />],
          [panelLottery.entries, number(props.entries)],
          [panelLottery.places, number(places)],
          [
            panelLottery.hash,
            <code key="hash" dir="ltr">
              {entriesHash}
            </code>,
          ],
        ]}
      />
      <p>{panelLottery.hashWhy}</p>
    </section>
  );
}

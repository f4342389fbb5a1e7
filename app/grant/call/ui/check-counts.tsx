import { Facts } from '#app/ui/pieces.tsx';
import { useWords } from '#app/words/use-words.ts';
import type { CheckOutcome } from '../rules/self-check.ts';

/** How often the self-check ended in which way, said to be as rough as it is. */
export function CheckCounts(props: { counts: Readonly<Record<CheckOutcome, number>> }) {
  const { words, number } = useWords();
  const { counts } = props;
  return (
    <section>
      <h2>{words.selfCheckDesk.countTitle}</h2>
      <Facts
        facts={[
          [words.selfCheckDesk.countFits, number(counts.fits)],
          [words.selfCheckDesk.countAnother, number(counts['another-way'])],
        ]}
      />
      <p className="soft">{words.selfCheckDesk.countRough}</p>
    </section>
  );
}

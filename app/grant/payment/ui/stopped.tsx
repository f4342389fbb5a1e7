import { Notice } from '#app/ui/pieces.tsx';
import { useWords } from '#app/words/use-words.ts';

/** Says that nothing can be approved while a balance is off. */
export function Stopped() {
  const { words } = useWords();
  return (
    <Notice tone="bad" title={words.payment.stoppedTitle}>
      <p>{words.payment.stoppedText}</p>
    </Notice>
  );
}

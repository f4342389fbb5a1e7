import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { useWords } from '#app/words/use-words.ts';

/** What stands before a lock: somebody looks at the scores by group and says what she makes of them. */
export function FairnessFirst({ callId }: { callId: Id }) {
  const { panelFairness } = useWords().words;
  return (
    <Notice tone="warn">
      <p>
        {panelFairness.waiting} <a href={paths.staffFairness({ callId })}>{panelFairness.toFairness}</a>
      </p>
    </Notice>
  );
}

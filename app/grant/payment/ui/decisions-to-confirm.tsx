import { paths } from '#app/paths.ts';
import { TaskList } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { FinanceDesk } from '../queries/finance-desk.server.ts';

/** Decisions that a manager has locked: whoever keeps the books can be the second person. */
export function DecisionsToConfirm({ desk }: { desk: Pick<FinanceDesk, 'toConfirm' | 'calls'> }) {
  const { words, language } = useWords();
  const { decisionDesk, payment } = words;
  if (desk.toConfirm.length === 0) return null;
  return (
    <section>
      <h2>{decisionDesk.toConfirmTitle}</h2>
      <TaskList
        tasks={desk.toConfirm.map(({ callId, stage }) => ({
          key: `${stage} ${callId}`,
          title: say(language, decisionDesk.toConfirm[stage], {
            call: desk.calls.find(({ id }) => id === callId)?.title ?? '',
          }),
          to: stage === 'award' ? paths.staffConfirmDecision({ callId }) : paths.staffShortlistCheck({ callId }),
          state: { label: payment.workStates.yours, tone: 'brand' },
        }))}
      />
    </section>
  );
}

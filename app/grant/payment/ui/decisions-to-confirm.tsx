import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import { TaskList } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { FinanceDesk } from '../queries/finance-desk.server.ts';

/** Lots to draw, throws to read and decisions that a manager has locked: whoever keeps the books can be the second person. */
export function DecisionsToConfirm({ desk }: { desk: Pick<FinanceDesk, 'toConfirm' | 'lots' | 'throws' | 'calls'> }) {
  const { words, language } = useWords();
  const { decisionDesk, panelLotteryDesk, payment, tieThrow } = words;
  if (desk.toConfirm.length + desk.lots.length + desk.throws.length === 0) return null;
  const titleOf = (callId: Id) => ({ call: desk.calls.find(({ id }) => id === callId)?.title ?? '' });
  const state = { label: payment.workStates.yours, tone: 'brand' } as const;
  return (
    <section>
      <h2>{decisionDesk.toConfirmTitle}</h2>
      <TaskList
        tasks={[
          ...desk.lots.map((callId) => ({
            key: `lots ${callId}`,
            title: say(language, panelLotteryDesk.toRead, titleOf(callId)),
            to: paths.staffLottery({ callId }),
            state,
          })),
          ...desk.throws.map((callId) => ({
            key: `throw ${callId}`,
            title: say(language, tieThrow.toRead, titleOf(callId)),
            to: paths.staffTieThrow({ callId }),
            state,
          })),
          ...desk.toConfirm.map(({ callId, stage }) => ({
            key: `${stage} ${callId}`,
            title: say(language, decisionDesk.toConfirm[stage], titleOf(callId)),
            to: stage === 'award' ? paths.staffConfirmDecision({ callId }) : paths.staffShortlistCheck({ callId }),
            state,
          })),
        ]}
      />
    </section>
  );
}

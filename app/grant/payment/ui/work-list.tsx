import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import { TaskList, type Tone } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { WorkItem } from '../rules/finance-work.ts';

type Desk = {
  readonly calls: readonly { readonly id: Id; readonly title: string; readonly timeZone: string }[];
  readonly msgIds: Readonly<Record<Id, string>>;
};

const TONES: Readonly<Record<WorkItem['who'], Tone>> = {
  yours: 'brand',
  others: 'plain',
  group: 'plain',
  bank: 'plain',
  waiting: 'warn',
};

/** What has to be done next, each with a link to where it is done and a word for who does it. */
export function WorkList(props: { items: readonly WorkItem[]; desk: Desk }) {
  const { words } = useWords();
  const describe = useDescription(props.desk);
  return (
    <TaskList
      tasks={props.items.map((item) => ({
        key: keyOf(item),
        title: describe(item),
        to: pathOf(item),
        hint: item.kind === 'openBooks' ? words.payment.work.openBooksHint : undefined,
        state: { label: words.payment.workStates[item.who], tone: TONES[item.who] },
      }))}
    />
  );
}

function keyOf(item: WorkItem): string {
  if ('payoutId' in item) return `${item.kind} ${item.payoutId}`;
  if ('fileId' in item) return `${item.kind} ${item.fileId}`;
  return `${item.kind} ${'trancheId' in item ? item.trancheId : item.callId}`;
}

function pathOf(item: WorkItem): string | undefined {
  if ('payoutId' in item) return paths.financePayout({ payoutId: item.payoutId });
  if ('fileId' in item) return paths.financeFile({ fileId: item.fileId });
  if (item.kind === 'openBooks' || item.kind === 'fundsMissing') return paths.financeFunds({ callId: item.callId });
  return paths.financeCall({ callId: item.callId });
}

function useDescription(desk: Desk) {
  const { words, language, money, deadline } = useWords();
  const { work } = words.payment;
  const callOf = (callId: Id) => desk.calls.find((call) => call.id === callId);
  return (item: WorkItem): string => {
    switch (item.kind) {
      case 'openBooks':
        return say(language, work.openBooks, { call: callOf(item.callId)?.title ?? '' });
      case 'fundsMissing':
      case 'prepare':
      case 'makeFile':
        return say(language, work[item.kind], { count: item.count, call: callOf(item.callId)?.title ?? '' });
      case 'submit':
      case 'approve':
      case 'approveOthers':
      case 'payByHand':
        return say(language, work[item.kind], {
          amount: money(item.amountMinor, item.currency),
          group: item.groupName,
        });
      case 'sendFile':
      case 'settleFile':
        return say(language, work[item.kind], { file: desk.msgIds[item.fileId] ?? '' });
      case 'details':
      case 'codeMissing':
      case 'hostAsked':
        return say(language, work[item.kind], { group: item.groupName });
      case 'onHold':
        return say(language, work.onHold, {
          group: item.groupName,
          when: deadline(item.until, callOf(item.callId)?.timeZone ?? 'UTC'),
        });
    }
  };
}

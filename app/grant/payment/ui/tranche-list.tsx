import type { Instant } from '#app/kernel/instant.ts';
import { Steps } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { TrancheCard } from '../queries/tranches-of.server.ts';

/** Where each part of a grant is: one sentence that says who does something next. */
export function TrancheList(props: {
  tranches: readonly TrancheCard[];
  heldUntil: Instant | null;
  partnerName: string;
  timeZone: string;
}) {
  const { words, language, money, date, deadline } = useWords();
  const { payee } = words;
  const { tranches } = props;
  const sentence = (tranche: TrancheCard): string => {
    const { statuses } = payee;
    switch (tranche.status) {
      case 'paid':
        return say(language, statuses.paid, { when: date(tranche.paidAt ?? 0, props.timeZone) });
      case 'details-on-hold':
        return say(language, statuses['details-on-hold'], { when: deadline(props.heldUntil ?? 0, props.timeZone) });
      case 'ready-to-pay':
        return say(language, statuses['ready-to-pay'], { partner: props.partnerName });
      case 'being-checked':
        return say(language, statuses['being-checked'], { partner: props.partnerName });
      default:
        return statuses[tranche.status];
    }
  };
  const place = (tranche: TrancheCard) =>
    tranche.status === 'paid' ? 'past' : tranche.status === 'waits-for-check-in' ? 'next' : 'now';
  return (
    <Steps
      steps={tranches.map((tranche) => ({
        key: tranche.id,
        state: place(tranche),
        title: say(language, tranches.length === 1 ? payee.yourWhole : payee.yourPart, {
          amount: money(tranche.amountMinor, tranche.currency),
          position: tranche.position,
          count: tranches.length,
        }),
        note: sentence(tranche),
      }))}
    />
  );
}

import { Money, Tag, type Tone } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { AwardDesk } from '../queries/award-desk.server.ts';

type Tranche = AwardDesk['tranches'][number];

const TONES: Readonly<Record<Tranche['state'], Tone>> = {
  planned: 'plain',
  due: 'warn',
  'in-payment': 'brand',
  paid: 'good',
};

/** The payments of an award, and which of them waits for a milestone. */
export function AwardPayments({ tranches }: { tranches: readonly Tranche[] }) {
  const { words, language } = useWords();
  const { mentoring, payment } = words;
  return (
    <section>
      <h2>{mentoring.paymentsTitle}</h2>
      {tranches.length === 0 && <p className="soft">{mentoring.paymentsNone}</p>}
      <ul className="tasks">
        {tranches.map((tranche) => (
          <li key={tranche.id}>
            <span>
              {say(language, mentoring.payment, { position: tranche.position })}{' '}
              <strong>
                <Money amount={tranche.amountMinor} currency={tranche.currency} />
              </strong>
            </span>
            <Tag tone={TONES[tranche.state]}>{payment.statusNames[tranche.status]}</Tag>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { Button } from '#app/ui/button.tsx';
import { Hidden, Select, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { fieldNames } from '../forms.ts';
import type { AwardsDesk } from '../queries/awards-desk.server.ts';
import { planChoices } from './plan-choices.ts';

/** How each award is paid, and one tick that sends every letter. */
export function OfferForm({ desk, reply }: { desk: AwardsDesk; reply: FormReply | undefined }) {
  const { words, language, money } = useWords();
  const { award } = words;
  const values = Object.fromEntries(desk.toOffer.map((entry) => [fieldNames.plan(entry.applicationId), 'at-once']));
  return (
    <section>
      <h2>{award.offerTitle}</h2>
      <p>{award.offerLead}</p>
      <Form reply={reply} values={values}>
        <ul className="grid">
          {desk.toOffer.map((entry) => (
            <li className="card" key={entry.applicationId}>
              <h3 dir="auto">{entry.groupName}</h3>
              <p>
                <span dir="auto">{entry.title}</span>{' '}
                <strong>{money(entry.amountMinor ?? 0, desk.call.currency)}</strong>
              </p>
              <Select
                name={fieldNames.plan(entry.applicationId)}
                label={say(language, award.trancheOf, { group: entry.groupName })}
                choices={planChoices()}
              />
            </li>
          ))}
        </ul>
        <p className="soft">{award.trancheHint}</p>
        <p>{say(language, award.offerCount, { offers: desk.toOffer.length, ...desk.counts })}</p>
        <Tick name="sure" label={award.offerSure} />
        <Hidden name="intent" value="offer" />
        <Button big>{award.offer}</Button>
      </Form>
    </section>
  );
}

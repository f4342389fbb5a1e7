import { Button } from '#app/ui/button.tsx';
import { Hidden, Select, TextArea, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Tag } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { AwardsDesk, WaitingGroup } from '../queries/awards-desk.server.ts';
import { planChoices } from './plan-choices.ts';
import { typedAmount } from './typed-amount.ts';

/** Who waits, what is free, and how to end a wait one way or the other. */
export function ReserveSection({ desk, reply }: { desk: AwardsDesk; reply: FormReply | undefined }) {
  const { words, language, money } = useWords();
  const { award } = words;
  return (
    <section>
      <h2>{award.reserveTitle}</h2>
      <p>
        {say(language, award.placesFree, { count: desk.freePlaces })}{' '}
        {say(language, award.free, { amount: money(desk.freeMinor, desk.call.currency) })}
      </p>
      {desk.waiting.length === 0 && <p className="soft">{award.reserveEmpty}</p>}
      <ol className="bare stack">
        {desk.waiting.map((group, place) => (
          <li className="card" key={group.applicationId}>
            <p className="row apart">
              <span className="overline">{say(language, award.place, { position: group.position ?? '' })}</span>
              {place === 0 && <Tag tone="brand">{award.reserveNext}</Tag>}
            </p>
            <h3 dir="auto">{group.groupName}</h3>
            <p dir="auto">{group.title}</p>
            {place === 0 && desk.freePlaces > 0 && desk.freeMinor > 0 && (
              <OfferPlace desk={desk} group={group} reply={replyFor(reply, group)} />
            )}
            <ClosePlace group={group} reply={replyFor(reply, group)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A refusal is shown in the card it is about. */
function replyFor(reply: FormReply | undefined, group: WaitingGroup): FormReply | undefined {
  return reply?.typed.applicationId?.[0] === group.applicationId ? reply : undefined;
}

function wasPressed(reply: FormReply | undefined, intent: string): boolean {
  return reply?.typed.intent?.[0] === intent;
}

type Props = { group: WaitingGroup; reply: FormReply | undefined };

function OfferPlace({ desk, group, reply }: Props & { desk: AwardsDesk }) {
  const { words, language, currencyName } = useWords();
  const { award } = words;
  const { currency } = desk.call;
  const amount = typedAmount(Math.min(group.askedMinor, desk.freeMinor), currency);
  return (
    <Form reply={wasPressed(reply, 'reserve') ? reply : undefined} values={{ amount, plan: 'at-once' }}>
      <Hidden name="applicationId" value={group.applicationId} />
      <div className="row fields">
        <TextField
          name="amount"
          label={say(language, award.amount, { currency: currencyName(currency) })}
          inputMode="decimal"
          dir="ltr"
          short
        />
        <Select name="plan" label={award.tranche} choices={planChoices()} />
      </div>
      <Button name="intent" value="reserve">
        {say(language, award.reserveOfferFor, { group: group.groupName })}
      </Button>
    </Form>
  );
}

function ClosePlace({ group, reply }: Props) {
  const { words, language } = useWords();
  const { award } = words;
  const isWrong = wasPressed(reply, 'close');
  return (
    <details open={isWrong}>
      <summary>{award.reserveClose}</summary>
      <Form reply={isWrong ? reply : undefined}>
        <Hidden name="applicationId" value={group.applicationId} />
        <TextArea name="reason" label={award.reason} hint={award.reasonHint} rows={3} />
        <Button name="intent" value="close" look="danger">
          {say(language, award.reserveCloseFor, { group: group.groupName })}
        </Button>
      </Form>
    </details>
  );
}

import { Button } from '#app/ui/button.tsx';
import { Hidden, Select, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Empty, Facts, Money, Tag } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { OpenLineShown, StatementDesk } from '../queries/statement-desk.server.ts';

type Replies = (intent: string, lineId: string) => FormReply | undefined;

/** What somebody must decide: each line with what it could be, and the ways to decide it. */
export function StatementLines({ desk, replyTo }: { desk: StatementDesk; replyTo: Replies }) {
  const { statements } = useWords().words;
  return (
    <section>
      <h2>{statements.openTitle}</h2>
      {desk.open.length === 0 ? (
        <Empty title={statements.openNone} />
      ) : (
        <ul className="bare stack">
          {desk.open.map((line) => (
            <li className="card" key={line.id}>
              <OpenLine line={line} calls={desk.calls} replyTo={(intent) => replyTo(intent, line.id)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function OpenLine(props: {
  line: OpenLineShown;
  calls: StatementDesk['calls'];
  replyTo: (intent: string) => FormReply | undefined;
}) {
  const { words } = useWords();
  const { statements } = words;
  const { line, replyTo } = props;
  const isOut = line.amountMinor < 0;
  const calls = props.calls.filter((call) => call.currency === line.currency);
  return (
    <>
      <LineFacts line={line} />
      <p>{statements.means[line.meaning]}</p>
      {isOut && (line.meaning === 'perhaps' || line.meaning === 'settles') && (
        <PaymentForm intent="settle" label={statements.settle} line={line} reply={replyTo('settle')} />
      )}
      {!isOut && (line.meaning === 'perhaps' || line.meaning === 'comes-back') && (
        <>
          <PaymentForm intent="came-back" label={statements.cameBack} line={line} reply={replyTo('came-back')} />
          <p className="hint">{statements.cameBackHint}</p>
        </>
      )}
      {!isOut && calls.length > 0 && (
        <Form reply={replyTo('funds')} part={`funds-${line.id}`}>
          <Hidden name="intent" value="funds" />
          <Hidden name="lineId" value={line.id} />
          <Select
            name="callId"
            label={statements.fundsCall}
            choices={calls.map((call) => ({ value: call.id, label: call.title }))}
          />
          <Button look="second">{statements.funds}</Button>
        </Form>
      )}
      <details open={replyTo('aside') !== undefined}>
        <summary>{statements.aside}</summary>
        <Form reply={replyTo('aside')} part={`aside-${line.id}`}>
          <Hidden name="intent" value="aside" />
          <Hidden name="lineId" value={line.id} />
          <TextField name="why" label={statements.asideWhy} hint={statements.asideHint} maxLength={500} />
          <Button look="second">{statements.aside}</Button>
        </Form>
      </details>
    </>
  );
}

function PaymentForm(props: { intent: string; label: string; line: OpenLineShown; reply: FormReply | undefined }) {
  const { words, language, money } = useWords();
  const { statements } = words;
  const { line } = props;
  if (line.payments.length === 0) return null;
  const amount = money(Math.abs(line.amountMinor), line.currency);
  return (
    <Form reply={props.reply} part={`${props.intent}-${line.id}`}>
      <Hidden name="intent" value={props.intent} />
      <Hidden name="lineId" value={line.id} />
      <Select
        name="payoutId"
        label={statements.payment}
        choices={line.payments.map(({ payoutId, groupName, position }) => ({
          value: payoutId,
          label: say(language, statements.paymentOf, { group: groupName, part: position, amount }),
        }))}
      />
      <Button>{props.label}</Button>
    </Form>
  );
}

function LineFacts({ line }: { line: Pick<OpenLineShown, 'bookedOn' | 'amountMinor' | 'currency' | 'name' | 'text'> }) {
  const { words, date } = useWords();
  const { statements } = words;
  return (
    <>
      <p className="row">
        <Tag tone={line.amountMinor < 0 ? 'plain' : 'good'}>
          {line.amountMinor < 0 ? statements.out : statements.in}
        </Tag>{' '}
        <strong>
          <Money amount={Math.abs(line.amountMinor)} currency={line.currency} />
        </strong>{' '}
        <time dateTime={line.bookedOn}>{date(Date.parse(line.bookedOn), 'UTC')}</time>
      </p>
      <Facts
        facts={[
          line.name !== '' && [statements.name, <bdi key="name">{line.name}</bdi>],
          line.text !== '' && [statements.text, <bdi key="text">{line.text}</bdi>],
        ]}
      />
    </>
  );
}

/** Lines that have nothing to do with grants, each with its reason; any can be looked at again. */
export function LinesAside({ desk, replyTo }: { desk: StatementDesk; replyTo: Replies }) {
  const { words, language, date } = useWords();
  const { statements } = words;
  if (desk.aside.length === 0) return null;
  return (
    <details>
      <summary>{statements.asideTitle}</summary>
      <ul className="bare stack">
        {desk.aside.map((line) => (
          <li className="card" key={line.id}>
            <LineFacts line={line} />
            <p>
              <bdi>{line.note}</bdi>{' '}
              <small className="soft">
                {say(language, statements.asideBy, { name: line.decidedBy, date: date(line.decidedAt, 'UTC') })}
              </small>
            </p>
            <Form reply={replyTo('reopen', line.id)} part={`reopen-${line.id}`}>
              <Hidden name="intent" value="reopen" />
              <Hidden name="lineId" value={line.id} />
              <Button look="second">{statements.reopen}</Button>
            </Form>
          </li>
        ))}
      </ul>
    </details>
  );
}

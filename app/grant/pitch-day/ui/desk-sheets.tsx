import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Hidden, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Empty, Facts, Table, Tag, When } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { DeskPoll } from '../queries/desk.server.ts';
import type { DeskShown } from './desk-shown.ts';

/** Batches of sheets, how many were used, and the freeze that promises them. */
export function DeskSheets({ desk }: { desk: DeskShown }) {
  const { pitchDay } = useWords().words;
  const { call, poll } = desk;
  if (poll === null) return null;
  return (
    <section>
      <h2>{pitchDay.sheetsTitle}</h2>
      <p>{pitchDay.sheetsLead}</p>
      {poll.batches.length === 0 ? <Empty title={pitchDay.sheetsNone} /> : <Batches desk={desk} poll={poll} />}
      {poll.ledger !== null && (
        <Facts
          facts={[
            [pitchDay.frozenCount, poll.ledger.issued],
            [pitchDay.ledgerUsed, poll.ledger.used],
            [pitchDay.ledgerUnused, poll.ledger.unused],
            [pitchDay.ledgerVoid, poll.ledger.voided],
            poll.issued !== null && [
              pitchDay.frozenRoot,
              <code key="root" dir="ltr">
                {poll.issued.root}
              </code>,
            ],
          ]}
        />
      )}
      {poll.state === 'draft' && (
        <p>
          <ButtonLink look="second" to={paths.staffPitchDaySheets({ callId: call.id })}>
            {pitchDay.sheetsMake}
          </ButtonLink>
        </p>
      )}
      {poll.state === 'draft' && poll.batches.length > 0 && (
        <>
          <h2>{pitchDay.freezeTitle}</h2>
          <p>{pitchDay.freezeLead}</p>
          {poll.hasTooFewSheets ? (
            <p className="soft">{pitchDay.freezeTooFew}</p>
          ) : (
            <Form>
              <Hidden name="intent" value="freeze" />
              <Tick name="understood" label={pitchDay.freezeTick} />
              <Button>{pitchDay.freeze}</Button>
            </Form>
          )}
        </>
      )}
    </section>
  );
}

function Batches({ desk, poll }: { desk: DeskShown; poll: DeskPoll }) {
  const { words, language, time } = useWords();
  const { pitchDay } = words;
  const { timeZone } = desk.call;
  const mayVoid = ['draft', 'frozen', 'open'].includes(poll.state);
  return (
    <Table
      caption={pitchDay.sheetsTitle}
      quietCaption
      rows={poll.batches}
      keyOf={(row) => row.id}
      columns={[
        { key: 'label', title: pitchDay.sheetsBatch, heading: true, cell: (row) => row.label },
        { key: 'printed', title: pitchDay.sheetsPrinted, numeric: true, cell: (row) => row.printed },
        {
          key: 'made',
          title: pitchDay.sheetsMadeAt,
          cell: (row) => <When at={row.printedAt} timeZone={timeZone} />,
        },
        {
          key: 'state',
          title: pitchDay.boardState,
          cell: (row) => {
            if (row.voidedAt !== null) {
              return (
                <Tag tone="bad">{say(language, pitchDay.sheetsVoidedAt, { when: time(row.voidedAt, timeZone) })}</Tag>
              );
            }
            return mayVoid || row.isVoid ? (
              <VoidBatch id={row.id} />
            ) : (
              <Tag tone="good">{pitchDay.sheetsVoidState}</Tag>
            );
          },
        },
      ]}
    />
  );
}

function VoidBatch(props: { id: string }) {
  const { pitchDay } = useWords().words;
  return (
    <details>
      <summary>{pitchDay.sheetsVoid}</summary>
      <form method="post">
        <Hidden name="id" value={props.id} />
        <label className="choice">
          <input type="checkbox" name="understood" />
          <span>{pitchDay.sheetsVoidTick}</span>
        </label>
        <Button look="danger" name="intent" value="void">
          {pitchDay.sheetsVoid}
        </Button>
      </form>
    </details>
  );
}

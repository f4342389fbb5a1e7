import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { Money, Notice, Table, Tag } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { DeskShown } from './desk-shown.ts';

/** The running order, moved by buttons or drawn by lot, until it is on the ballot paper. */
export function DeskOrder({ desk }: { desk: DeskShown }) {
  const { words, language, dateTime } = useWords();
  const { pitchDay } = words;
  const { event, pitches, call, poll } = desk;
  const isStale = desk.missing > 0 || pitches.some((pitch) => pitch.isGone);
  const drawnAt = event?.orderDrawnAt ?? null;
  return (
    <section>
      <h2>{pitchDay.orderTitle}</h2>
      <p>{pitchDay.orderLead}</p>
      {drawnAt !== null && <p>{say(language, pitchDay.orderDrawn, { when: dateTime(drawnAt, call.timeZone) })}</p>}
      {poll !== null && <p className="soft">{pitchDay.orderFixed}</p>}
      {poll === null && isStale && (
        <Notice tone="warn">
          <p>{pitchDay.orderChanged}</p>
          <form method="post">
            <Hidden name="version" value={event?.version ?? 0} />
            <Button look="second" name="intent" value="take-in">
              {pitchDay.orderTakeIn}
            </Button>
          </form>
        </Notice>
      )}
      {poll === null ? (
        <div data-order>
          <OrderTable desk={desk} />
          <form method="post" hidden>
            <Hidden name="intent" value="place" />
            <Hidden name="version" value={event?.version ?? 0} />
            <Hidden name="id" value="" />
            <Hidden name="place" value="" />
          </form>
        </div>
      ) : (
        <details>
          <summary>{say(language, pitchDay.orderShow, { count: pitches.length })}</summary>
          <OrderTable desk={desk} />
        </details>
      )}
      {poll === null && (
        <form method="post">
          <Hidden name="version" value={event?.version ?? 0} />
          <Button look="second" name="intent" value="draw">
            {pitchDay.orderDraw}
          </Button>
        </form>
      )}
    </section>
  );
}

function OrderTable({ desk }: { desk: DeskShown }) {
  const { pitchDay, pitchCard } = useWords().words;
  const { call, event, pitches, poll } = desk;
  const rows = pitches.map((pitch, index) => ({ ...pitch, position: index + 1 }));
  return (
    <Table
      caption={pitchDay.orderTitle}
      quietCaption
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        { key: 'position', title: pitchDay.boardOptionNumber, numeric: true, cell: (row) => row.position },
        {
          key: 'title',
          title: pitchDay.boardOptionTitle,
          heading: true,
          cell: (row) => (
            <>
              {poll === null && <Handle id={row.id} hint={pitchDay.orderDrag} />}
              <span dir="auto">{row.title}</span> <span className="soft">{row.groupName}</span>{' '}
              {row.isGone && <Tag tone="warn">{pitchDay.orderGone}</Tag>}
            </>
          ),
        },
        {
          key: 'asks',
          title: pitchDay.boardOptionAsks,
          numeric: true,
          cell: (row) => <Money amount={row.amountMinor} currency={call.currency} />,
        },
        {
          key: 'card',
          title: pitchCard.deskColumn,
          cell: (row) => <CardCell callId={call.id} pitch={row} />,
        },
        ...(poll === null
          ? [
              {
                key: 'move',
                title: pitchDay.orderMove,
                cell: (row: (typeof rows)[number]) => (
                  <span className="row">
                    {row.position > 1 && (
                      <Move intent="up" id={row.id} title={row.title} version={event?.version ?? 0} />
                    )}
                    {row.position < rows.length && (
                      <Move intent="down" id={row.id} title={row.title} version={event?.version ?? 0} />
                    )}
                  </span>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** What people see of a pitch, with the way to mend it. */
function CardCell({ callId, pitch }: { callId: string; pitch: DeskShown['pitches'][number] }) {
  const { words, language } = useWords();
  const { pitchCard } = words;
  const states = { none: pitchCard.deskNone, hidden: pitchCard.deskHidden, shown: pitchCard.deskShown };
  if (!pitch.mayMend) return states[pitch.cardState];
  return (
    <a
      href={paths.staffPitch({ callId, applicationId: pitch.applicationId })}
      aria-label={`${states[pitch.cardState]}. ${say(language, pitchCard.deskOpen, { title: pitch.title })}`}
    >
      {states[pitch.cardState]}
    </a>
  );
}

/** For a pointer alone: whoever uses a keyboard or a screen reader has the buttons, and sees no second way. */
function Handle(props: { id: string; hint: string }) {
  return <span className="drag-handle needs-script" data-drag={props.id} title={props.hint} aria-hidden="true" />;
}

function Move(props: { intent: 'up' | 'down'; id: string; title: string; version: number }) {
  const { words, language } = useWords();
  const { pitchDay } = words;
  const isUp = props.intent === 'up';
  return (
    <form method="post">
      <Hidden name="id" value={props.id} />
      <Hidden name="version" value={props.version} />
      <button
        type="submit"
        className="button second"
        name="intent"
        value={props.intent}
        aria-label={say(language, isUp ? pitchDay.orderUpOf : pitchDay.orderDownOf, { title: props.title })}
      >
        {isUp ? '↑' : '↓'}
      </button>
    </form>
  );
}

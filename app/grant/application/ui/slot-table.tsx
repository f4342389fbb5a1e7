import { Button } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { Empty, Table, Tag, When } from '#app/ui/pieces.tsx';
import { languageName } from '#app/words/language-name.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { slotsOfCall } from '../queries/one-to-ones.server.ts';

type Slot = NonNullable<ReturnType<typeof slotsOfCall>>['slots'][number];

/** Every time of a call: how one meets, who has taken it, and what can still be done about it. */
export function SlotTable({ slots, timeZone }: { slots: readonly Slot[]; timeZone: string }) {
  const { helpDesk: desk } = useWords().words;
  if (slots.length === 0) return <Empty title={desk.slotsEmpty} />;
  return (
    <section id="times">
      <Table
        caption={desk.slotsTitle}
        quietCaption
        rows={slots}
        keyOf={(slot) => slot.id}
        columns={[
          {
            key: 'when',
            title: desk.slotColumns.when,
            heading: true,
            cell: (slot) => <When at={slot.startsAt} timeZone={timeZone} as="deadline" />,
          },
          { key: 'how', title: desk.slotColumns.how, cell: (slot) => <How slot={slot} /> },
          { key: 'host', title: desk.slotColumns.host, cell: (slot) => <bdi>{slot.hostName}</bdi> },
          { key: 'who', title: desk.slotColumns.who, cell: (slot) => <Taken slot={slot} /> },
          { key: 'change', title: desk.slotColumns.change, cell: (slot) => <Change slot={slot} timeZone={timeZone} /> },
        ]}
      />
    </section>
  );
}

function How({ slot }: { slot: Slot }) {
  const { words, language } = useWords();
  const { help } = words;
  return (
    <>
      {[help.ways[slot.way], say(language, help.talkMinutes, { minutes: slot.minutes })].join(' · ')}
      {slot.place !== '' && <bdi className="block soft fingerprint">{slot.place}</bdi>}
      <span className="block soft">
        <bdi lang={slot.language}>{languageName(slot.language)}</bdi>
        {slot.interpreter && ` · ${help.talkInterpreter}`}
      </span>
    </>
  );
}

function Taken({ slot }: { slot: Slot }) {
  const { words, language } = useWords();
  const { helpDesk: desk } = words;
  const { booking } = slot;
  if (booking === null) return <Tag>{desk.slotFree}</Tag>;
  return (
    <>
      <bdi>{booking.reference}</bdi>
      {booking.phone !== '' && (
        <bdi className="block soft">{say(language, desk.slotCall, { phone: booking.phone })}</bdi>
      )}
    </>
  );
}

/** A time that is to come can be taken back; of one that began it is noted what came of it. */
function Change({ slot, timeZone }: { slot: Slot; timeZone: string }) {
  const { words, language, dateTime } = useWords();
  const { helpDesk: desk } = words;
  const { booking } = slot;
  if (slot.hasBegun) {
    if (booking === null) return '';
    if (booking.outcome !== null) return desk.slotOutcomes[booking.outcome];
    return (
      <form method="post" className="row">
        <Hidden name="bookingId" value={booking.id} />
        <Button look="second" name="intent" value="met">
          {desk.slotMet}
        </Button>
        <Button look="link" name="intent" value="missed">
          {desk.slotMissed}
        </Button>
      </form>
    );
  }
  return (
    <details>
      <summary>
        <span aria-hidden="true">{desk.slotWithdraw}</span>
        <span className="quiet">{say(language, desk.slotWithdrawOf, { when: dateTime(slot.startsAt, timeZone) })}</span>
      </summary>
      <form method="post" className="stack">
        <Hidden name="slotId" value={slot.id} />
        <p>{desk.slotWithdrawText}</p>
        <Button look="danger" name="intent" value="withdraw">
          {desk.slotWithdrawDo}
        </Button>
      </form>
    </details>
  );
}

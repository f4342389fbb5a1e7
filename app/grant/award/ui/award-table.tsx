import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Money, Table } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { AwardCard } from '../queries/award-card.server.ts';
import type { AwardsDesk } from '../queries/awards-desk.server.ts';
import { AwardStateTag } from './award-state-tag.tsx';

/** Every offer of a call and where it stands. */
export function AwardTable({ desk }: { desk: AwardsDesk }) {
  const { words, language, date } = useWords();
  const { award } = words;
  const answerWords = (row: AwardCard) =>
    row.acceptedAt === null
      ? row.state !== 'refused' && say(language, award.answerBy, { date: date(row.respondBy, desk.call.timeZone) })
      : say(language, award.answeredOn, { date: date(row.acceptedAt, desk.call.timeZone) });
  return (
    <Table
      caption={award.offeredCaption}
      rows={desk.awards}
      keyOf={(row) => row.id}
      columns={[
        {
          key: 'group',
          title: award.group,
          heading: true,
          cell: (row) => (
            <a href={paths.staffAward({ awardId: row.id })} dir="auto">
              {row.groupName}
            </a>
          ),
        },
        {
          key: 'amount',
          title: award.award,
          numeric: true,
          cell: (row) => <Money amount={row.amountMinor} currency={row.currency} />,
        },
        { key: 'state', title: award.state, cell: (row) => <AwardStateTag state={row.state} /> },
        {
          key: 'answer',
          title: award.answer,
          cell: (row) =>
            row.state === 'lapsed' && desk.freePlaces > 0 ? <OfferAgain award={row} /> : answerWords(row),
        },
      ]}
    />
  );
}

function OfferAgain({ award: lapsed }: { award: AwardCard }) {
  const { words, language } = useWords();
  return (
    <Form>
      <Hidden name="awardId" value={lapsed.id} />
      <Button name="intent" value="again" look="second">
        <span className="quiet">{say(language, words.award.offerAgainFor, { group: lapsed.groupName })}</span>
        <span aria-hidden="true">{words.award.offerAgain}</span>
      </Button>
    </Form>
  );
}

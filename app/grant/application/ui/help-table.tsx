import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { Table, Tag } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { helpLog } from '../queries/help-log.server.ts';
import { HELP_KINDS } from '../rules/help-log.ts';

type Row = NonNullable<ReturnType<typeof helpLog>>['rows'][number];

/** One line an application: how often it was helped in which way, how long, and the way to offer help. */
export function HelpTable({ rows, timeZone }: { rows: readonly Row[]; timeZone: string }) {
  const { words, number } = useWords();
  const { helpDesk: desk } = words;
  return (
    <Table
      caption={desk.logTitle}
      quietCaption
      rows={rows}
      keyOf={(row) => row.applicationId}
      columns={[
        {
          key: 'reference',
          title: desk.logColumns.reference,
          heading: true,
          cell: ({ applicationId, reference, state }) =>
            state === 'submitted' ? (
              <a href={paths.staffApplication({ applicationId })} className="reference">
                {reference}
              </a>
            ) : (
              <span className="reference">{reference}</span>
            ),
        },
        {
          key: 'state',
          title: desk.logColumns.state,
          cell: ({ state }) => <Tag>{state === 'draft' ? desk.logDraft : desk.logSubmitted}</Tag>,
        },
        { key: 'help', title: desk.logColumns.help, cell: (row) => <HelpSoFar row={row} /> },
        {
          key: 'minutes',
          title: desk.logColumns.minutes,
          numeric: true,
          cell: ({ help: { minutes } }) => (minutes === 0 ? '' : number(minutes)),
        },
        { key: 'offer', title: desk.logColumns.offer, cell: (row) => <Offer row={row} timeZone={timeZone} /> },
      ]}
    />
  );
}

function HelpSoFar({ row }: { row: Row }) {
  const { words, language, list } = useWords();
  const { helpDesk: desk } = words;
  const kinds = HELP_KINDS.flatMap((kind) => {
    const count = row.help.times[kind] ?? 0;
    if (count === 0) return [];
    return kind === 'staff-entry' ? [desk.logKinds[kind]] : [say(language, desk.logKinds[kind], { count })];
  });
  return kinds.length === 0 ? desk.logNone : list(kinds);
}

function Offer({ row, timeZone }: { row: Row; timeZone: string }) {
  const { words, language, date } = useWords();
  const { helpDesk: desk } = words;
  if (row.offeredAt !== null) return say(language, desk.logOffered, { when: date(row.offeredAt, timeZone) });
  if (!row.mayOffer) return '';
  return (
    <form method="post" data-once>
      <Hidden name="applicationId" value={row.applicationId} />
      <Button look="second">
        <span aria-hidden="true">{desk.logOffer}</span>
        <span className="quiet">{say(language, desk.logOfferOf, { reference: row.reference })}</span>
      </Button>
    </form>
  );
}

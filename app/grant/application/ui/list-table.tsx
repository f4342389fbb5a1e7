import type { Currency, Minor } from '#app/kernel/money.ts';
import { paths } from '#app/paths.ts';
import { useLength } from '#app/ui/length.ts';
import { type Column, Table, Tag, type Tone, When, Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { Eligibility, ListOrder, Sort } from '../rules/listing.ts';

export type ListRow = {
  readonly applicationId: string;
  readonly reference: string;
  readonly title: string;
  readonly groupName: string;
  readonly theme: string;
  readonly city: string;
  readonly language: string;
  readonly amountMinor: Minor;
  readonly submittedAt: number;
  readonly savedAt: number;
  readonly state: 'submitted' | 'withdrawn';
  readonly eligibility: Eligibility;
  readonly letter: 'none' | 'waiting' | 'told';
  readonly words: number;
  readonly videoSeconds: number;
  readonly codeLabels: readonly string[];
};

export const ELIGIBILITY_TONES: Record<Eligibility, Tone> = {
  unchecked: 'plain',
  eligible: 'good',
  'not-eligible': 'bad',
  'more-needed': 'warn',
};

/** One page of the list; every column that can be sorted by says so in its head. */
export function ListTable(props: {
  call: { title: string; currency: Currency; timeZone: string };
  rows: readonly ListRow[];
  order: ListOrder;
  toOrder: (order: ListOrder) => string;
}) {
  const { words, language, money } = useWords();
  const { call, order } = props;
  const length = useLength();
  const text = words.listDesk;
  const titles = words.applicationDesk.staffColumns;
  const sorting = (sort: Sort, column: string): Column<ListRow>['sort'] => {
    const isBy = order.sort === sort;
    return {
      to: props.toOrder({ sort, isDescending: isBy && !order.isDescending }),
      label: say(language, text.sortBy, { column }),
      state: isBy ? (order.isDescending ? 'descending' : 'ascending') : 'none',
    };
  };
  return (
    <Table
      caption={say(language, words.applicationDesk.staffListCaption, { title: call.title })}
      quietCaption
      look="listing"
      rows={props.rows}
      keyOf={(row) => row.applicationId}
      columns={[
        {
          key: 'tick',
          title: text.tickColumn,
          quietTitle: true,
          cell: (row) =>
            row.state === 'submitted' && (
              <label className="tick">
                <input type="checkbox" name="a" value={row.applicationId} />
                <span className="quiet">{say(language, text.tick, { reference: row.reference })}</span>
              </label>
            ),
        },
        {
          key: 'reference',
          title: titles.reference,
          sort: sorting('reference', titles.reference),
          cell: (row) => <bdi className="reference">{row.reference}</bdi>,
        },
        {
          key: 'title',
          title: titles.title,
          heading: true,
          sort: sorting('title', titles.title),
          cell: (row) => <Title row={row} />,
        },
        {
          key: 'group',
          title: titles.group,
          sort: sorting('group', titles.group),
          cell: (row) => <Written as="span" text={row.groupName} />,
        },
        {
          key: 'about',
          title: titles.theme,
          cell: (row) => (
            <>
              {row.theme} <bdi className="block soft">{row.city}</bdi>
            </>
          ),
        },
        {
          key: 'reading',
          title: titles.reading,
          cell: (row) =>
            [
              row.words > 0 && say(language, words.common.words, { count: row.words }),
              row.videoSeconds > 0 &&
                say(language, words.applicationDesk.staffVideo, { length: length(row.videoSeconds) }),
            ]
              .filter(Boolean)
              .join(', '),
        },
        { key: 'state', title: titles.state, cell: (row) => <States row={row} /> },
        {
          key: 'amount',
          title: titles.amount,
          numeric: true,
          sort: sorting('amount', titles.amount),
          cell: (row) => money(row.amountMinor, call.currency),
        },
        {
          key: 'sent',
          narrow: true,
          title: text.columns.sent,
          sort: sorting('submitted', text.columns.sent),
          cell: (row) => <When at={row.submittedAt} timeZone={call.timeZone} as="shortDate" />,
        },
      ]}
    />
  );
}

function Title({ row }: { row: ListRow }) {
  const title = <Written as="span" text={row.title} lang={row.language} />;
  if (row.state !== 'submitted') return title;
  return <a href={paths.staffApplication({ applicationId: row.applicationId })}>{title}</a>;
}

function States({ row }: { row: ListRow }) {
  const { words, language } = useWords();
  const { outcomes, letters } = words.eligibilityDesk;
  return (
    <>
      {row.state === 'withdrawn' ? (
        <Tag>{words.application.states.withdrawn}</Tag>
      ) : (
        <Tag tone={ELIGIBILITY_TONES[row.eligibility]}>{outcomes[row.eligibility]}</Tag>
      )}
      {row.letter === 'waiting' && <span className="block soft">{letters.waiting}</span>}
      {row.codeLabels.map((label) => (
        <span key={label} className="block soft">
          {say(language, words.codesDesk.byCode, { label })}
        </span>
      ))}
    </>
  );
}

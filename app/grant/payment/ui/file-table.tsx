import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Currency, Minor } from '#app/kernel/money.ts';
import { paths } from '#app/paths.ts';
import { Money, Table, Tag, When } from '#app/ui/pieces.tsx';
import { useWords } from '#app/words/use-words.ts';

type File = {
  id: Id;
  msgId: string;
  madeAt: Instant;
  payoutsCount: number;
  totalMinor: Minor;
  state: 'made' | 'sent' | 'done';
};

const TONES = { made: 'warn', sent: 'brand', done: 'good' } as const;

/** The bank files of a call, newest first. */
export function FileTable(props: { files: readonly File[]; call: { timeZone: string; currency: Currency } }) {
  const { words, number } = useWords();
  const { payment } = words;
  return (
    <section>
      <h2>{payment.filesTitle}</h2>
      <Table
        caption={payment.filesTitle}
        quietCaption
        rows={props.files}
        keyOf={(file) => file.id}
        columns={[
          {
            key: 'file',
            title: payment.file,
            heading: true,
            cell: (file) => (
              <a href={paths.financeFile({ fileId: file.id })}>
                <code>{file.msgId}</code>
              </a>
            ),
          },
          {
            key: 'made',
            title: payment.fileMade,
            cell: (file) => <When at={file.madeAt} timeZone={props.call.timeZone} as="date" />,
          },
          {
            key: 'count',
            title: payment.filePayments,
            numeric: true,
            cell: (file) => number(file.payoutsCount),
          },
          {
            key: 'total',
            title: payment.total,
            numeric: true,
            cell: (file) => <Money amount={file.totalMinor} currency={props.call.currency} />,
          },
          {
            key: 'state',
            title: payment.fileState,
            cell: (file) => <Tag tone={TONES[file.state]}>{payment.fileStates[file.state]}</Tag>,
          },
        ]}
      />
    </section>
  );
}

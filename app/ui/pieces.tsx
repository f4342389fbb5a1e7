import type { ReactNode } from 'react';
import type { Instant } from '#app/kernel/instant.ts';
import type { Currency, Minor } from '#app/kernel/money.ts';
import { useWords } from '#app/words/use-words.ts';

export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'brand';

export function Notice(props: { tone?: Tone; title?: string; children?: ReactNode; live?: boolean }) {
  return (
    <div className={`notice ${props.tone ?? 'plain'}`} role={props.live ? 'status' : undefined}>
      {props.title !== undefined && <h2>{props.title}</h2>}
      {props.children}
    </div>
  );
}

/** A state in a word; the colour only repeats it. */
export function Tag(props: { tone?: Tone; children: ReactNode }) {
  return <span className={`tag ${props.tone ?? 'plain'}`}>{props.children}</span>;
}

export function Card(props: { children: ReactNode; as?: 'div' | 'li' | 'section' | 'article' }) {
  const As = props.as ?? 'div';
  return <As className="card">{props.children}</As>;
}

export function Empty(props: { title?: string; children?: ReactNode }) {
  const { words } = useWords();
  return (
    <div className="empty">
      <p>
        <strong>{props.title ?? words.common.nothingHere}</strong>
      </p>
      {props.children}
    </div>
  );
}

/** Name and value, one under the other on a phone, side by side on a desk. */
export function Facts(props: { facts: readonly (readonly [name: ReactNode, value: ReactNode] | null | false)[] }) {
  return (
    <dl className="facts">
      {props.facts.filter(isFact).map(([name, value], place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts are written in a fixed order and never move
        <div key={place}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function isFact<Fact>(fact: Fact | null | false): fact is Fact {
  return fact !== null && fact !== false;
}

export type TaskState = { label: string; tone: Tone };

/** Things to do in any order, each with its state. */
export function TaskList(props: {
  tasks: readonly { key: string; title: ReactNode; to?: string | undefined; hint?: ReactNode; state: TaskState }[];
}) {
  return (
    <ul className="tasks">
      {props.tasks.map((task) => (
        <li key={task.key}>
          <span>
            {task.to === undefined ? task.title : <a href={task.to}>{task.title}</a>}
            {task.hint !== undefined && <span className="soft"> {task.hint}</span>}
          </span>
          <Tag tone={task.state.tone}>{task.state.label}</Tag>
        </li>
      ))}
    </ul>
  );
}

/** Where something stands, as a line of steps. */
export function Steps(props: {
  steps: readonly { key: string; title: ReactNode; state: 'past' | 'now' | 'next'; note?: ReactNode }[];
}) {
  return (
    <ol className="steps">
      {props.steps.map((step) => (
        <li key={step.key} className={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span>{step.title}</span>
          {step.note !== undefined && <div className="soft">{step.note}</div>}
        </li>
      ))}
    </ol>
  );
}

export type Column<Row> = {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  /** On one line where there is room. */
  narrow?: boolean;
  heading?: boolean;
  /** What the head says to screen readers only, where the column needs no name for others. */
  quietTitle?: boolean;
  /** Where the list is to be had in the order of this column, and how it stands in it now. */
  sort?: { to: string; label: string; state: 'ascending' | 'descending' | 'none' };
};

/** A table with a caption; on a phone each row becomes a card. */
export function Table<Row>(props: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  quietCaption?: boolean;
  /** A list to work through: on a phone each row begins with its box to tick and its name. */
  look?: 'listing';
}) {
  return (
    <div className="table-wrap">
      <table className={props.look === undefined ? 'table-cards' : `table-cards ${props.look}`}>
        <caption className={props.quietCaption ? 'quiet' : undefined}>{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column.key} scope="col" className={classOf(column)} aria-sort={column.sort?.state}>
                <ColumnTitle column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={props.keyOf(row)}>
              {props.columns.map((column) =>
                column.heading ? (
                  <th key={column.key} scope="row" data-label={column.title}>
                    <span>{column.cell(row)}</span>
                  </th>
                ) : (
                  <td key={column.key} data-label={column.title} className={classOf(column)}>
                    <span>{column.cell(row)}</span>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function classOf<Row>({ numeric, narrow }: Column<Row>): string | undefined {
  return numeric ? 'number' : narrow ? 'narrow' : undefined;
}

function ColumnTitle<Row>({ column: { title, quietTitle, sort } }: { column: Column<Row> }) {
  if (quietTitle) return <span className="quiet">{title}</span>;
  if (sort === undefined) return title;
  return (
    <a className={`sort ${sort.state}`} href={sort.to} aria-label={sort.label}>
      {title}
    </a>
  );
}

export function Money(props: { amount: Minor; currency: Currency }) {
  const { money } = useWords();
  return <data value={props.amount}>{money(props.amount, props.currency)}</data>;
}

export function When(props: {
  at: Instant;
  timeZone: string;
  as?: 'dateTime' | 'date' | 'shortDate' | 'time' | 'deadline';
}) {
  const format = useWords()[props.as ?? 'dateTime'];
  return <time dateTime={new Date(props.at).toISOString()}>{format(props.at, props.timeZone)}</time>;
}

/** Text that somebody wrote: in its own language and direction, with its line breaks. */
export function Written(props: { text: string; lang?: string; as?: 'p' | 'blockquote' | 'span' }) {
  const As = props.as === 'span' ? 'span' : 'p';
  const words = (
    <As className="prewrap" dir="auto" lang={props.lang}>
      {props.text}
    </As>
  );
  // The line beside a quotation stands where the page begins, whichever way the quotation runs.
  return props.as === 'blockquote' ? <blockquote>{words}</blockquote> : words;
}

import { Hidden, TextField } from '#app/ui/fields.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { DATE_KINDS, type DateKind, hasPlace, mayLast, mayRepeat } from '../rules/plan.ts';
import { type PlanRow, rowField } from './plan-rows.ts';

type PlacedRow = PlanRow & { readonly at: number };

/** Every kind of date with its rows, in the order in which a round goes. */
export function PlanFields({ rows }: { rows: readonly PlanRow[] }) {
  const placed = rows.map((row, at) => ({ ...row, at }));
  return DATE_KINDS.map((kind) => ({ kind, rows: placed.filter((row) => row.kind === kind) }))
    .filter((group) => group.rows.length > 0)
    .map((group) => <KindOfDate key={group.kind} kind={group.kind} rows={group.rows} />);
}

function KindOfDate({ kind, rows }: { kind: DateKind; rows: readonly PlacedRow[] }) {
  const { words } = useWords();
  const anchor = `dates-${kind}`;
  return (
    <section className="group" id={anchor}>
      <div>
        <h2>{words.plan.kinds[kind]}</h2>
        <p className="soft">{words.planDesk.kindHints[kind]}</p>
      </div>
      <div>
        {rows.map((row, place) => (
          <DateFields key={row.at} row={row} number={rows.length > 1 ? place + 1 : null} anchor={anchor} />
        ))}
        {mayRepeat(kind) && (
          <button
            type="submit"
            className="button second small"
            name="intent"
            value={`add ${kind}`}
            formAction={`#${anchor}`}
          >
            {words.planDesk.add[kind as keyof typeof words.planDesk.add]}
          </button>
        )}
      </div>
    </section>
  );
}

function DateFields({ row, number, anchor }: { row: PlacedRow; number: number | null; anchor: string }) {
  const { words, language } = useWords();
  const { at, kind } = row;
  const name = words.plan.kinds[kind];
  const label = number === null ? name : say(language, words.planDesk.numbered, { kind: name, number });
  const isWritten = row.startsAt !== '' || row.until !== '' || row.place !== '';
  return (
    <fieldset className="dated">
      <legend className={number === null ? 'quiet' : undefined}>{label}</legend>
      <Hidden name={rowField(at, 'kind')} value={kind} />
      <Hidden name={rowField(at, 'id')} value={row.id} />
      <div className="row">
        <TextField
          name={rowField(at, 'startsAt')}
          type="datetime-local"
          dir="ltr"
          short
          label={words.planDesk.startsAt}
        />
        {mayLast(kind) && (
          <TextField name={rowField(at, 'until')} type="time" dir="ltr" short label={words.planDesk.until} />
        )}
      </div>
      {hasPlace(kind) && (
        <TextField name={rowField(at, 'place')} label={words.planDesk.place} hint={words.planDesk.placeHint} />
      )}
      {(isWritten || number !== null) && (
        <button
          type="submit"
          className="button link small"
          name="intent"
          value={`remove ${at}`}
          formAction={`#${anchor}`}
        >
          <span aria-hidden="true">{words.planDesk.remove}</span>
          <span className="quiet">{say(language, words.planDesk.removeOf, { label })}</span>
        </button>
      )}
    </fieldset>
  );
}

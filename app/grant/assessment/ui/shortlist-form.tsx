import { Button } from '#app/ui/button.tsx';
import { TextArea, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Notice, Table } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { fieldNames } from '../forms.ts';
import type { ShortlistDesk } from '../queries/shortlist-desk.server.ts';
import { DecisionField } from './decision-field.tsx';
import { useRankingColumns } from './ranking-columns.tsx';

/** The ranking with a yes or no in every row, the best filled in, and the reasons the groups will read. */
export function ShortlistForm({ desk, reply }: { desk: ShortlistDesk; reply: FormReply | undefined }) {
  const { words, language } = useWords();
  const { assessment } = words;
  const columns = useRankingColumns();
  const unscored = desk.rows.filter((row) => row.rank === null).length;
  const proposed = desk.rows.map((row) => [
    fieldNames.decision(row.applicationId),
    row.isProposed ? 'shortlisted' : 'not-shortlisted',
  ]);
  const values = {
    ...Object.fromEntries(proposed),
    reasonYes: assessment.reasonYesUsual,
    reasonNo: assessment.reasonNoUsual,
  };
  return (
    <>
      {unscored > 0 && <Notice tone="warn">{say(language, assessment.unscored, { count: unscored })}</Notice>}
      {reply === undefined && <Preselect desk={desk} />}
      <Form reply={reply} values={values}>
        <Table
          caption={say(language, assessment.rankingCaption, { count: desk.rows.length })}
          rows={desk.rows}
          keyOf={(row) => row.applicationId}
          columns={[
            ...columns,
            { key: 'choice', title: assessment.choice, cell: (row) => <DecisionField row={row} /> },
          ]}
        />
        <details>
          <summary>{assessment.shortlistHow}</summary>
          <p>{assessment.shortlistHowMean}</p>
          <p>{assessment.shortlistHowSpread}</p>
        </details>
        <h2>{assessment.reasonsTitle}</h2>
        <p>{assessment.reasonsLead}</p>
        <TextArea name="reasonYes" label={assessment.reasonYes} rows={3} />
        <TextArea name="reasonNo" label={assessment.reasonNo} rows={3} />
        <Tick name="sure" label={assessment.decideSure} />
        <Button big>{assessment.decide}</Button>
      </Form>
    </>
  );
}

/** A question to the page, not a change: it comes back with other rows filled in. */
function Preselect({ desk }: { desk: ShortlistDesk }) {
  const { assessment } = useWords().words;
  return (
    <form method="get" className="card preselect">
      <label htmlFor="top" className="label">
        {assessment.preselect}
      </label>
      <div className="hint" id="top-hint">
        {assessment.preselectHint}
      </div>
      <div className="row">
        <input
          className="input short"
          id="top"
          name="top"
          type="number"
          min={1}
          max={desk.rows.length}
          defaultValue={desk.size}
          aria-describedby="top-hint"
        />
        <Button look="second">{assessment.preselectGo}</Button>
      </div>
    </form>
  );
}

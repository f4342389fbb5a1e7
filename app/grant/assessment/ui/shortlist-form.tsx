import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Notice, Table, Tag } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { rowNames } from '../forms/decision-forms.ts';
import type { DeskRow, ShortlistDesk } from '../queries/shortlist-desk.server.ts';
import { departureOf } from '../rules/deciding/what-if.ts';
import { PendingField } from './pending-field.tsx';
import { useRankingColumns } from './ranking-columns.tsx';
import { useVotesColumn } from './votes-column.tsx';

/** The ranking with what the rule says and what is chosen in every row; saved page by page, and seen by nobody else. */
export function ShortlistForm({ desk, reply }: { desk: ShortlistDesk; reply: FormReply | undefined }) {
  const { words, language } = useWords();
  const { assessment, decisionDesk } = words;
  const columns = useRankingColumns();
  const votes = useVotesColumn(desk.rows);
  return (
    <div className="stack">
      {desk.unscored > 0 && <Notice tone="warn">{say(language, assessment.unscored, { count: desk.unscored })}</Notice>}
      <Form reply={reply} values={shownValues(desk.rows)}>
        <Hidden name="intent" value="save" />
        <Table
          caption={say(language, assessment.rankingCaption, { count: desk.count })}
          rows={desk.rows}
          keyOf={(row) => row.applicationId}
          columns={[
            ...columns,
            ...votes,
            { key: 'rule', title: decisionDesk.rule, cell: (row) => <ByTheRule row={row} /> },
            { key: 'choice', title: assessment.choice, cell: (row) => <PendingField row={row} /> },
          ]}
        />
        <p className="row">
          <Button big>{decisionDesk.save}</Button>
          <ButtonLink to={paths.staffShortlistCheck({ callId: desk.call.id })} look="second" big>
            {decisionDesk.next}
          </ButtonLink>
        </p>
      </Form>
      <details>
        <summary>{assessment.shortlistHow}</summary>
        <p>{assessment.shortlistHowMean}</p>
        <p>{assessment.shortlistHowSpread}</p>
      </details>
    </div>
  );
}

function ByTheRule({ row }: { row: DeskRow }) {
  const { decisionDesk } = useWords().words;
  const departure = departureOf(row);
  return (
    <>
      <Tag tone={row.isProposed ? 'good' : 'plain'}>{row.isProposed ? decisionDesk.ruleYes : decisionDesk.ruleNo}</Tag>
      {departure !== null && <span className="soft block">{decisionDesk.departures[departure]}</span>}
    </>
  );
}

function shownValues(rows: readonly DeskRow[]) {
  return Object.fromEntries(
    rows.flatMap((row) => [
      [rowNames.decision(row.applicationId), row.decision],
      [rowNames.reason(row.applicationId), row.reason],
      [rowNames.nearly(row.applicationId), row.nearly],
    ]),
  );
}

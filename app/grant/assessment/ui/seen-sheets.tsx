import { CallText } from '#app/ui/call-text.tsx';
import { Card, Tag, Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { ScoringSheet, SeenSheet } from '../queries/scoring-sheet.server.ts';

type Seen = NonNullable<ScoringSheet['seen']>;

/** The sheets that are in, as far as the phase shows them, her own first. */
export function SeenSheets({ criteria, seen }: { criteria: ScoringSheet['criteria']; seen: Seen }) {
  const { assessment, panelReview } = useWords().words;
  const { together } = seen;
  return (
    <>
      <h2>{together === null ? panelReview.mineTitle : assessment.seenTitle}</h2>
      {together === null ? <p>{panelReview.othersNever}</p> : <Together together={together} />}
      <div className="stack">
        {seen.sheets.map((sheet, place) => (
          <OneSheet key={sheet.sheetId} sheet={sheet} place={place + 1} criteria={criteria} />
        ))}
      </div>
    </>
  );
}

function Together({ together }: { together: NonNullable<Seen['together']> }) {
  const { words, language, number } = useWords();
  const { assessment } = words;
  return (
    <p>
      {together.meanMilli === null
        ? assessment.seenNoMean
        : say(language, assessment.seenTogether, {
            sheets: together.sheets,
            mean: number(together.meanMilli / 1000, 2),
          })}{' '}
      {together.spreadMilli !== null &&
        say(language, assessment.seenSpread, { spread: number(together.spreadMilli / 1000, 2) })}
    </p>
  );
}

function OneSheet(props: { sheet: SeenSheet; place: number; criteria: ScoringSheet['criteria'] }) {
  const { sheet, place, criteria } = props;
  const { words, language, number } = useWords();
  const { assessment, panelReview } = words;
  return (
    <Card as="article">
      <h3>
        <bdi>
          {sheet.isMine ? assessment.seenYou : (sheet.by?.name ?? say(language, panelReview.reviewer, { place }))}
        </bdi>{' '}
        {sheet.by !== null && <Tag>{assessment.kinds[sheet.by.kind]}</Tag>}{' '}
        <Tag tone="brand">
          {sheet.meanMilli === null
            ? assessment.seenNoScore
            : say(language, assessment.seenScore, { mean: number(sheet.meanMilli / 1000, 2) })}
        </Tag>
      </h3>
      <dl className="given-scores">
        {criteria.map((criterion) => {
          const score = sheet.scores[criterion.id] ?? null;
          return (
            <div key={criterion.id}>
              <dt>
                <CallText text={criterion.name} />
              </dt>
              <dd>{score === null ? assessment.cannotJudge : say(language, assessment.outOfFive, { score })}</dd>
            </div>
          );
        })}
      </dl>
      <p className="label">{assessment.seenStrength}</p>
      <Written text={sheet.strength} />
      <p className="label">{assessment.seenConcern}</p>
      <Written text={sheet.concern} />
    </Card>
  );
}

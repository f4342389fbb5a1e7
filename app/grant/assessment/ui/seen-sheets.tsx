import { Card, Tag, Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { ScoringSheet, SeenSheet } from '../queries/scoring-sheet.server.ts';

type Seen = NonNullable<ScoringSheet['seen']>;

/** Every sheet that is in, her own first: only for somebody whose own is among them. */
export function SeenSheets({ criteria, seen }: { criteria: ScoringSheet['criteria']; seen: Seen }) {
  const { words, language, number } = useWords();
  const { assessment } = words;
  const { together } = seen;
  return (
    <>
      <h2>{assessment.seenTitle}</h2>
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
      <div className="stack">
        {seen.sheets.map((sheet) => (
          <OneSheet key={sheet.memberId} sheet={sheet} criteria={criteria} />
        ))}
      </div>
    </>
  );
}

function OneSheet({ sheet, criteria }: { sheet: SeenSheet; criteria: ScoringSheet['criteria'] }) {
  const { words, language, number } = useWords();
  const { assessment } = words;
  return (
    <Card as="article">
      <h3>
        <bdi>{sheet.isMine ? assessment.seenYou : sheet.name}</bdi> <Tag>{assessment.kinds[sheet.kind]}</Tag>{' '}
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
              <dt>{criterion.name}</dt>
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

import { useWords } from '#app/words/use-words.ts';
import { CANNOT_JUDGE, fieldNames } from '../forms.ts';
import type { ScoringSheet } from '../queries/scoring-sheet.server.ts';

/**
 * What somebody wrote about applications on this device and could not be sent; hidden until a script finds it there.
 * On a sheet that takes no scores now it is about that sheet, and shows the scores too.
 */
export function UnsentSheets({ criteria = [] }: Partial<Pick<ScoringSheet, 'criteria'>>) {
  const { assessment, panelOffline } = useWords().words;
  const { waits, frozen, notOpen, chosen, open, dropWords, dropSure, dropped } = panelOffline;
  const labels = [
    ...criteria.map(({ id, name }) => [fieldNames.score(id), name]),
    ['strength', assessment.strength],
    ['concern', assessment.concern],
  ];
  return (
    <section
      className="notice warn"
      data-unsent
      data-words={JSON.stringify({ waits, frozen, 'not-open': notOpen, chosen, open, dropWords, dropSure, dropped })}
      data-labels={JSON.stringify(labels)}
      data-score-prefix={fieldNames.score('')}
      data-cannot-judge={JSON.stringify([CANNOT_JUDGE, assessment.cannotJudge])}
      hidden
      aria-labelledby="unsent-title"
    >
      <h2 id="unsent-title">{panelOffline.unsent}</h2>
      <p role="status" data-unsent-status />
      <ul className="plain-list" data-unsent-list />
    </section>
  );
}

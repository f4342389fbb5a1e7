import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { useWords } from '#app/words/use-words.ts';

/**
 * What can be done with the ticked rows, or with all that match: it stays in sight while somebody scrolls. Each button
 * leads to a page that says how many.
 */
export function ListActions({ callId }: { callId: Id }) {
  const { words } = useWords();
  const text = words.listDesk;
  const toExport = paths.staffExportApplications({ callId });
  const groups = [
    { scope: 'ticked', title: text.tickedOnes, mark: text.markTicked, save: text.exportTicked },
    { scope: 'all', title: text.allThatMatch, mark: text.markAll, save: text.exportAll },
  ] as const;
  return (
    <section className="bar no-print" aria-labelledby="chosen">
      <h2 id="chosen" className="quiet">
        {text.chosenTitle}
      </h2>
      {groups.map(({ scope, title, mark, save }) => (
        <p key={scope} className="row">
          <span className="bar-title" aria-hidden="true">
            {title}
          </span>
          <Button look="second" name="scope" value={scope}>
            <span aria-hidden="true">{text.mark}</span>
            <span className="quiet">{mark}</span>
          </Button>
          <Button look="second" name="scope" value={scope} formAction={toExport}>
            <span aria-hidden="true">{text.exportShort}</span>
            <span className="quiet">{save}</span>
          </Button>
        </p>
      ))}
    </section>
  );
}

import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { useWords } from '#app/words/use-words.ts';

/** What can be done with the ticked rows, or with all that match. Each button leads to a page that says how many. */
export function ListActions({ callId }: { callId: Id }) {
  const { words } = useWords();
  const text = words.listDesk;
  const toExport = paths.staffExportApplications({ callId });
  return (
    <section className="card no-print" aria-labelledby="chosen">
      <h2 id="chosen">{text.chosenTitle}</h2>
      <p className="hint">{text.chosenHint}</p>
      <p className="row">
        <Button look="second" name="scope" value="ticked">
          {text.markTicked}
        </Button>
        <Button look="second" name="scope" value="all">
          {text.markAll}
        </Button>
      </p>
      <p className="row">
        <Button look="second" name="scope" value="ticked" formAction={toExport}>
          {text.exportTicked}
        </Button>
        <Button look="second" name="scope" value="all" formAction={toExport}>
          {text.exportAll}
        </Button>
      </p>
      <p>
        <a href={paths.staffEligibilityLetters({ callId })}>{text.letters}</a>
      </p>
    </section>
  );
}

import { TextField } from '#app/ui/fields.tsx';
import { useField } from '#app/ui/form.tsx';
import { Tag } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { fieldNames } from '../forms.ts';
import type { ConflictList } from '../queries/conflict-list.server.ts';

/** One application by title and names; the question why appears with the tick, or at once where CSS cannot tell. */
export function TieField({ row }: { row: ConflictList['applications'][number] }) {
  const { words, language } = useWords();
  const { assessment } = words;
  const ties = useField('tie', false);
  const headingId = `title-${row.applicationId}`;
  const heading = (
    <>
      <h2 className="tie-title" id={headingId}>
        <bdi lang={row.language}>{row.title}</bdi>
      </h2>
      <p className="soft">
        <bdi>
          {row.applicantName === ''
            ? row.groupName
            : say(language, assessment.conflictBy, { group: row.groupName, name: row.applicantName })}
        </bdi>
      </p>
    </>
  );
  if (row.isOwn || row.declared === 'hard') {
    return (
      <>
        {heading}
        <p>
          <Tag tone="warn">{row.isOwn ? assessment.conflictOwn : assessment.conflictDeclared}</Tag>
        </p>
        {row.reason !== '' && !row.isOwn && <p dir="auto">{row.reason}</p>}
      </>
    );
  }
  return (
    <fieldset className="tie" aria-labelledby={headingId}>
      {heading}
      <label className="choice">
        <input
          type="checkbox"
          name="tie"
          value={row.applicationId}
          defaultChecked={ties.values.includes(row.applicationId)}
        />
        <span>{assessment.conflictTick}</span>
      </label>
      <TextField
        className="tie-reason"
        name={fieldNames.reason(row.applicationId)}
        label={assessment.conflictReason}
        hint={assessment.conflictReasonHint}
      />
    </fieldset>
  );
}

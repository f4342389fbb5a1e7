import { TextField } from '#app/ui/fields.tsx';
import { useField } from '#app/ui/form.tsx';
import { Tag } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { fieldNames } from '../forms.ts';
import type { ConflictList } from '../queries/conflict-list.server.ts';

type Row = ConflictList['applications'][number];

/** One application by title and names, with what ties her to it, or the question whether anything does. */
export function TieField({ row }: { row: Row }) {
  const { words, language } = useWords();
  const { panelTies } = words;
  const headingId = `title-${row.applicationId}`;
  if (row.declared === 'hard' && !row.isOwn) {
    return (
      <>
        <h2 className="tie-title">{row.reference}</h2>
        <Standing row={row} />
        <p className="soft">{panelTies.numberOnly}</p>
      </>
    );
  }
  const heading = (
    <>
      <h2 className="tie-title" id={headingId}>
        <bdi lang={row.language}>{row.title}</bdi>
      </h2>
      <p className="soft">
        <bdi>
          {row.applicantName === ''
            ? row.groupName
            : say(language, panelTies.by, { group: row.groupName, name: row.applicantName })}
        </bdi>
      </p>
      {row.hostName !== '' && <p className="soft">{say(language, panelTies.host, { host: row.hostName })}</p>}
    </>
  );
  if (row.isOwn) {
    return (
      <>
        {heading}
        <Standing row={row} />
      </>
    );
  }
  return (
    <fieldset className="tie" aria-labelledby={headingId}>
      {heading}
      {row.declared === 'soft' && <Standing row={row} />}
      <AskTie row={row} />
    </fieldset>
  );
}

/** A tie that is written down. */
function Standing({ row }: { row: Row }) {
  const { panelTies } = useWords().words;
  const label = row.isOwn ? panelTies.isOwn : row.declared === 'soft' ? panelTies.isSoft : panelTies.isHard;
  return (
    <>
      <p>
        <Tag tone="warn">{label}</Tag>
      </p>
      {row.raisedBy === 'passed-on' && <p>{panelTies.isPassedOn}</p>}
      {row.raisedBy === 'portal' && !row.isOwn && <p>{panelTies.byPortal}</p>}
      {row.raisedBy === 'staff' && <p>{panelTies.byStaff}</p>}
      {(row.raisedBy === 'member' || row.raisedBy === 'staff') && !row.isOwn && <p dir="auto">{row.reason}</p>}
    </>
  );
}

/** The tick; how close and why appear with it, or at once where CSS cannot tell. A soft tie can only grow. */
function AskTie({ row }: { row: Row }) {
  const { panelTies } = useWords().words;
  const ties = useField('tie', false);
  const level = useField(fieldNames.level(row.applicationId), false);
  const isSoft = row.declared === 'soft';
  return (
    <>
      <label className="choice">
        <input
          type="checkbox"
          name="tie"
          value={row.applicationId}
          defaultChecked={ties.values.includes(row.applicationId)}
        />
        <span>{isSoft ? panelTies.grows : panelTies.tick}</span>
      </label>
      {!isSoft && (
        <fieldset className="field tie-more">
          <legend>{panelTies.level}</legend>
          {(['hard', 'soft'] as const).map((value) => (
            <label className="choice" key={value}>
              <input type="radio" name={level.name} value={value} defaultChecked={(level.value || 'hard') === value} />
              <span>
                {panelTies.levels[value]}
                <small>{panelTies.levelHints[value]}</small>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <TextField
        className="tie-more"
        name={fieldNames.reason(row.applicationId)}
        label={panelTies.reason}
        hint={panelTies.reasonHint}
      />
    </>
  );
}

import { paths } from '#app/paths.ts';
import { useWords } from '#app/words/use-words.ts';

/**
 * What the autosave script needs to find in a form: where to save, the revision it saw, and what to say.
 * Without scripts it is two hidden fields; saving is then the button's work.
 */
export function Autosave(props: {
  applicationId: string;
  what: string;
  revision: number;
  script: string;
  next: string;
}) {
  const { words } = useWords();
  const { application, common, team } = words;
  const sentences = {
    saving: common.saving,
    saved: common.savedAt,
    notSaved: common.notSaved,
    restored: application.restored,
    signedOut: application.signedOut,
    frozen: application.frozenElsewhere,
    leftTeam: team.leftAutosave,
    mayNotEdit: team.mayNoLongerEdit,
  };
  return (
    <>
      {/* Firefox puts back hidden fields on reload unless told not to. */}
      <input type="hidden" name="revision" value={props.revision} autoComplete="off" />
      <div
        data-autosave={paths.applyAutosave({ applicationId: props.applicationId })}
        data-what={props.what}
        data-revision={props.revision}
        data-words={JSON.stringify(sentences)}
        className="needs-script save-line"
      >
        <p role="status" data-save-status />
        <a href={paths.signIn({ next: props.next })} data-save-sign-in hidden>
          {application.signInAgain}
        </a>
        <div className="notice warn" data-save-conflict hidden tabIndex={-1}>
          <h2>{application.changedTitle}</h2>
          <p>{application.changedLead}</p>
          <p data-save-by hidden />
          <p className="label">{application.changedTheirs}</p>
          <dl className="facts" data-save-theirs />
          <div className="row">
            <button type="button" className="button second" data-save-keep>
              {application.changedKeep}
            </button>
            <button type="button" className="button second" data-save-take>
              {application.changedTake}
            </button>
          </div>
        </div>
      </div>
      <script type="module" src={props.script} />
    </>
  );
}

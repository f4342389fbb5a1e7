import { paths } from '#app/paths.ts';
import { useWords } from '#app/words/use-words.ts';

/**
 * What the autosave script needs to find in a sheet: where to save, the revision it saw, and what to say. Without
 * scripts it is one hidden field, which tells two windows apart; saving is then the button's work.
 */
export function SheetAutosave(props: { applicationId: string; revision: number; scripts: readonly string[] }) {
  const { application, common, panelReview } = useWords().words;
  const { applicationId } = props;
  const sentences = {
    saving: common.saving,
    saved: common.savedAt,
    notSaved: panelReview.keptHere,
    restored: panelReview.restored,
    merged: panelReview.merged,
    signedOut: application.signedOut,
    frozen: panelReview.frozen,
  };
  return (
    <>
      {/* Firefox puts back hidden fields on reload unless told not to. */}
      <input type="hidden" name="revision" value={props.revision} autoComplete="off" />
      <div
        data-autosave={paths.panelAutosave({ applicationId })}
        data-what="sheet"
        data-revision={props.revision}
        data-words={JSON.stringify(sentences)}
        className="needs-script"
      >
        <p role="status" data-save-status />
        <a
          href={paths.signIn({ next: paths.panelApplication({ applicationId }) })}
          target="_blank"
          rel="noreferrer"
          data-save-sign-in
          hidden
        >
          {application.signInAgain}
        </a>
        <div className="notice warn" data-save-conflict hidden tabIndex={-1}>
          <h2>{application.changedTitle}</h2>
          <p>{panelReview.changedLead}</p>
          <p data-save-by hidden />
          <p className="label">{application.changedTheirs}</p>
          <dl className="facts" data-save-theirs />
          <div className="row">
            <button type="button" className="button second" data-save-keep>
              {application.changedKeep}
            </button>
            <button type="button" className="button second" data-save-take>
              {panelReview.changedTake}
            </button>
          </div>
        </div>
      </div>
      {props.scripts.map((script) => (
        <script key={script} type="module" src={script} />
      ))}
    </>
  );
}

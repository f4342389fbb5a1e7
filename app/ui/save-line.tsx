import { useWords } from '#app/words/use-words.ts';

/** What the autosave script says while it works; a form that knows no team, or that merges nothing, leaves those out. */
export type SaveSentences = Record<'notSaved' | 'restored' | 'frozen', string> &
  Partial<Record<'leftTeam' | 'mayNotEdit' | 'merged', string>>;

/**
 * What the autosave script needs to find in a form: where to save, the revision it saw, and what to say.
 * Without scripts it is one hidden field, which tells two windows apart; saving is then the button's work.
 */
export function SaveLine(props: {
  /** The address that answers with an `AutosaveAnswer`. */
  to: string;
  what: string;
  revision: number;
  sentences: SaveSentences;
  /** The link back in, and whether it opens beside a page that cannot be left. */
  signIn: string;
  signInBeside?: boolean;
  /** Instead of the usual words about two versions of one text. */
  changed?: { readonly lead: string; readonly take: string };
  className?: string;
  scripts: readonly string[];
}) {
  const { application, common } = useWords().words;
  const sentences = {
    saving: common.saving,
    saved: common.savedAt,
    signedOut: application.signedOut,
    ...props.sentences,
  };
  const beside = props.signInBeside === true ? { target: '_blank', rel: 'noreferrer' } : {};
  return (
    <>
      {/* Firefox puts back hidden fields on reload unless told not to. */}
      <input type="hidden" name="revision" value={props.revision} autoComplete="off" />
      <div
        data-autosave={props.to}
        data-what={props.what}
        data-revision={props.revision}
        data-words={JSON.stringify(sentences)}
        className={props.className ?? 'needs-script save-line'}
      >
        <p role="status" data-save-status />
        <a href={props.signIn} {...beside} data-save-sign-in hidden>
          {application.signInAgain}
        </a>
        <div className="notice warn" data-save-conflict hidden tabIndex={-1}>
          <h2>{application.changedTitle}</h2>
          <p>{props.changed?.lead ?? application.changedLead}</p>
          <p data-save-by hidden />
          <p className="label">{application.changedTheirs}</p>
          <dl className="facts" data-save-theirs />
          <div className="row">
            <button type="button" className="button second" data-save-keep>
              {application.changedKeep}
            </button>
            <button type="button" className="button second" data-save-take>
              {props.changed?.take ?? application.changedTake}
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

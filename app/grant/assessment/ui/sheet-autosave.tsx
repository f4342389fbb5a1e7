import { paths } from '#app/paths.ts';
import { SaveLine } from '#app/ui/save-line.tsx';
import { useWords } from '#app/words/use-words.ts';

/** Saves a sheet while it is filled in; what another window changed elsewhere on it comes together by itself. */
export function SheetAutosave(props: { applicationId: string; revision: number; scripts: readonly string[] }) {
  const { panelReview } = useWords().words;
  const { applicationId } = props;
  return (
    <SaveLine
      to={paths.panelAutosave({ applicationId })}
      what="sheet"
      revision={props.revision}
      sentences={{
        notSaved: panelReview.keptHere,
        restored: panelReview.restored,
        merged: panelReview.merged,
        frozen: panelReview.frozen,
      }}
      signIn={paths.signIn({ next: paths.panelApplication({ applicationId }) })}
      signInBeside
      changed={{ lead: panelReview.changedLead, take: panelReview.changedTake }}
      className="needs-script"
      scripts={props.scripts}
    />
  );
}

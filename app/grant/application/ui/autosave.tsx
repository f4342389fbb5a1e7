import { paths } from '#app/paths.ts';
import { SaveLine } from '#app/ui/save-line.tsx';
import { useWords } from '#app/words/use-words.ts';

/** Saves a part of an application while it is written. */
export function Autosave(props: {
  applicationId: string;
  what: string;
  revision: number;
  script: string;
  next: string;
}) {
  const { application, common, team } = useWords().words;
  return (
    <SaveLine
      to={paths.applyAutosave({ applicationId: props.applicationId })}
      what={props.what}
      revision={props.revision}
      sentences={{
        notSaved: common.notSaved,
        restored: application.restored,
        frozen: application.frozenElsewhere,
        leftTeam: team.leftAutosave,
        mayNotEdit: team.mayNoLongerEdit,
      }}
      signIn={paths.signIn({ next: props.next })}
      scripts={[props.script]}
    />
  );
}

import { Notice } from '#app/ui/pieces.tsx';
import { useWords } from '#app/words/use-words.ts';

/** Where a member may read and talk about an application, and may not score it: why there is no sheet. */
export function SoftTie({ wasScored }: { wasScored: boolean }) {
  const { assessment, panelTies } = useWords().words;
  return (
    <>
      <h2>{assessment.scoreTitle}</h2>
      <Notice>
        <p>{panelTies.sheetSoft}</p>
        {wasScored && <p>{panelTies.sheetSetAside}</p>}
      </Notice>
    </>
  );
}

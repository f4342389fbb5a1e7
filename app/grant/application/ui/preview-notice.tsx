import { paths } from '#app/paths.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { useWords } from '#app/words/use-words.ts';
import type { PreviewedCall } from '../queries/call-preview.server.ts';

/** Said on each page of a preview: that nothing is kept, where to go back to, and where saving can be tried out. */
export function PreviewNotice({ call }: { call: Pick<PreviewedCall, 'id' | 'state' | 'changeOf'> }) {
  const { buildingDesk: text, testDesk } = useWords().words;
  const back = backFrom(call);
  return (
    <Notice tone="warn" title={text.previewNoticeTitle}>
      <p>{text.previewNotice}</p>
      {call.state === 'draft' && call.changeOf === null && (
        <p>
          {text.previewToTests} <a href={paths.staffCallTests({ callId: call.id })}>{testDesk.partTitle}</a>
        </p>
      )}
      <p>
        <a href={back.to}>{text[back.label]}</a>
      </p>
    </Notice>
  );
}

function backFrom({ id, state, changeOf }: Pick<PreviewedCall, 'id' | 'state' | 'changeOf'>) {
  if (changeOf !== null)
    return { to: paths.staffCallChange({ callId: changeOf }), label: 'previewBackToChange' } as const;
  const label = state === 'draft' ? 'previewBack' : 'previewBackToCall';
  return { to: paths.staffCall({ callId: id }), label } as const;
}

import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { useWords } from '#app/words/use-words.ts';

type Props = { reply: FormReply | undefined; callId: Id; isScoring: boolean };

/** The way out of an application that is too close to home: no reason is asked while the panel scores. */
export function TooClose({ reply, callId, isScoring }: Props) {
  const { assessment, panelTies } = useWords().words;
  if (!isScoring) {
    return (
      <p id="too-close">
        {panelTies.closeOver} <a href={paths.panelConflicts({ callId })}>{assessment.declareMore}</a>
      </p>
    );
  }
  const own = reply?.typed.intent?.[0] === 'pass-on' ? reply : undefined;
  return (
    <details id="too-close" open={own !== undefined}>
      <summary>{panelTies.closeTitle}</summary>
      <p>{panelTies.closeText}</p>
      <p>{panelTies.closeAfter}</p>
      <Form reply={own} action="#too-close">
        <Tick name="closeSure" label={panelTies.closeSure} />
        <Button look="danger" name="intent" value="pass-on">
          {panelTies.close}
        </Button>
      </Form>
    </details>
  );
}

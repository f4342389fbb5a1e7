import { Button } from '#app/ui/button.tsx';
import { Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { useWords } from '#app/words/use-words.ts';

/** The way out of an application that is too close to home: no reason is asked. */
export function TooClose({ reply }: { reply: FormReply | undefined }) {
  const { panelTies } = useWords().words;
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

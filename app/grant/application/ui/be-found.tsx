import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { useWords } from '#app/words/use-words.ts';
import type { OthersPage } from '../queries/others-page.server.ts';

/** The tick without which nobody finds a group, and the way to take it back. */
export function BeFound({ page, reply }: { page: OthersPage; reply: FormReply | undefined }) {
  const text = useWords().words.matchMaking;
  if (!page.isOpen) {
    return (
      <Notice>
        <p>{text.closed}</p>
      </Notice>
    );
  }
  if (!page.isOwner) return null;
  if (!page.hasIdea) {
    return (
      <Notice tone="warn">
        <p>{text.needsIdea}</p>
        <p>
          <a href={paths.applyDetails({ applicationId: page.id })}>{text.needsIdeaLink}</a>
        </p>
      </Notice>
    );
  }
  if (page.consentSince !== null) {
    return (
      <section aria-labelledby="be-found">
        <h2 id="be-found">{text.consentOn}</h2>
        <Form>
          <p>{text.consentEndText}</p>
          <Button look="second" name="intent" value="stop">
            {text.consentEnd}
          </Button>
        </Form>
      </section>
    );
  }
  return (
    <section aria-labelledby="be-found">
      <h2 id="be-found">{text.consentTitle}</h2>
      <p>{text.consentText}</p>
      <p>{text.consentSafe}</p>
      <Form reply={reply?.typed.intent?.[0] === 'be-found' ? reply : undefined}>
        <Tick name="consent" label={text.consentTick} />
        <Button name="intent" value="be-found">
          {text.consentSave}
        </Button>
      </Form>
    </section>
  );
}

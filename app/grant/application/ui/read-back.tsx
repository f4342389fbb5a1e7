import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Hidden, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { entryForMe } from '../queries/staff-entries.server.ts';

type Entry = NonNullable<ReturnType<typeof entryForMe>>;

/**
 * Whether what was written is what they mean, and the way to say so; once it is said, the way to send it. Neither way
 * is the reader's any more when its owner has taken it over.
 */
export function ReadBack({ page, reply }: { page: Entry; reply: FormReply | undefined }) {
  const { words, language, dateTime } = useWords();
  const { writtenDown: text, writtenDownDesk: desk } = words;
  const { entry, call, application, isConfirmed, isWriter } = page;
  return (
    <section>
      <h2>{desk.deskConfirmTitle}</h2>
      {isConfirmed && entry.confirmedAt !== null && entry.confirmedMeans !== null ? (
        <>
          <Notice tone="good">
            <p>
              {say(language, desk.deskConfirmed, {
                when: dateTime(entry.confirmedAt, call.timeZone),
                how: text.how[entry.confirmedMeans],
              })}
            </p>
          </Notice>
          {isWriter && (
            <ButtonLink to={paths.applySubmit({ applicationId: application.id })}>{desk.deskSend}</ButtonLink>
          )}
        </>
      ) : (
        <>
          <p>{entry.confirmedAt === null ? desk.deskUnconfirmed : desk.deskChanged}</p>
          {isWriter && (
            <Form reply={reply}>
              <Hidden name="savedAt" value={page.savedAt} />
              <Tick name="readBack" label={desk.readBack} />
              <Button look="second">{desk.readBackDo}</Button>
            </Form>
          )}
        </>
      )}
    </section>
  );
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { TextArea, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice, Written } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { answerReading } from '../commands/answer-reading.server.ts';
import { minutesForm } from '../forms/help-forms.ts';
import { readingForManager } from '../queries/draft-readings.server.ts';
import { COMMENT_WORDS_MAX, DETAILS, isCommentTooLong, WHOLE } from '../rules/draft-feedback.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.helpDesk.commentTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(readingForManager(signedIn(context, request), params.readingId ?? ''));
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const reading = found(readingForManager(portal, params.readingId ?? ''));
  const form = await readForm(request, minutesForm);
  if (!form.ok) return form.response;
  const comments = reading.lines.map(({ what }) => ({ what, text: form.typed[fieldOf(what)]?.[0] ?? '' }));
  const outcome = answerReading(portal, reading.id, comments, form.value.minutes);
  if (outcome.ok) throw redirect(paths.staffHelp({ callId: reading.call.id }), 303);
  const { reason } = outcome;
  if (reason === 'not-found') notFound();
  const refusal = wordsIn('en').words.helpDesk.commentRefusals[reason];
  if (reason === 'nothing-said') return form.refuse(refusal);
  const tooLong = comments.filter(isCommentTooLong).map(({ what }) => [fieldOf(what), refusal]);
  return form.refuse(null, Object.fromEntries(tooLong));
}

function fieldOf(what: string): string {
  return `comment-${what}`;
}

/** A draft that was lent, with room for a comment under each part. */
export default function StaffReading() {
  const { words, language, dateTime } = useWords();
  const reading = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.help;
  const desk = words.helpDesk;
  const titleOf = ({ what, label }: (typeof reading.lines)[number]) =>
    what === WHOLE ? desk.commentOnWhole : what === DETAILS ? text.readDetails : label;
  return (
    <Page
      back={paths.staffHelp({ callId: reading.call.id })}
      backLabel={desk.title}
      overline={<bdi>{reading.reference}</bdi>}
      title={desk.commentTitle}
      lead={desk.commentLead}
    >
      <Notice tone="warn">
        <p>{say(language, desk.commentLent, { when: dateTime(reading.askedAt, reading.call.timeZone) })}</p>
      </Notice>
      <Form reply={reply}>
        {reading.lines.map((line) => (
          <section key={line.what}>
            <h2 dir="auto">{titleOf(line)}</h2>
            {line.what !== WHOLE &&
              (line.text.trim() === '' ? (
                <p className="soft">{desk.commentEmptyAnswer}</p>
              ) : (
                <Written as="blockquote" text={line.text} lang={reading.lang} />
              ))}
            <TextArea
              name={fieldOf(line.what)}
              label={say(language, desk.commentOn, { what: titleOf(line) })}
              wordsMax={COMMENT_WORDS_MAX}
              rows={3}
            />
          </section>
        ))}
        <TextField name="minutes" inputMode="numeric" dir="ltr" short label={desk.minutes} hint={desk.minutesHint} />
        <Button>{desk.commentSend}</Button>
      </Form>
    </Page>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { Facts, Notice, Tag, When, Written } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { messageForStaff } from '../queries/outbox.server.ts';
import { useSubject } from '../ui/message-subject.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(data?.words?.subject ?? wordsIn('en').words.reporting.outboxTitle);

export function loader({ request, params, context }: LoaderFunctionArgs) {
  return found(messageForStaff(signedIn(context, request), params.messageId ?? ''));
}

export default function Message() {
  const { words, language } = useWords();
  const message = useLoaderData<typeof loader>();
  const subjectOf = useSubject();
  return (
    <Page title={subjectOf(message)} back={paths.staffOutbox()} backLabel={words.reporting.outboxTitle}>
      <Facts
        facts={[
          [words.reporting.outboxChannel, words.reporting.channels[message.channel]],
          [words.reporting.outboxTo, message.words?.recipient ?? words.reporting.outboxDraftWriter],
          [words.reporting.outboxWritten, <When key="at" at={message.writtenAt} timeZone={message.timeZone} />],
          [words.reporting.outboxState, <Tag key="state">{words.reporting.messageStates[message.state]}</Tag>],
        ]}
      />
      {message.lastError !== null && (
        <Notice tone="bad">{say(language, words.reporting.outboxFailed, { reason: message.lastError })}</Notice>
      )}
      {message.text === null ? (
        <Notice>
          <p>{words.reporting.outboxWithheld}</p>
        </Notice>
      ) : (
        <section className="card">
          <Written text={message.text} />
        </section>
      )}
    </Page>
  );
}

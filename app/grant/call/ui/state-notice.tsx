import { paths } from '#app/paths.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { CallPage } from '../queries/call-page.server.ts';

/** Why one cannot apply at this moment or not without a code, and where to go instead. An open call needs no words. */
export function StateNotice({
  call,
}: {
  call: Pick<CallPage, 'previewOf' | 'window' | 'opensAt' | 'closesAt' | 'timeZone' | 'invitationOnly' | 'partnerName'>;
}) {
  const { words, language, deadline } = useWords();
  if (call.previewOf !== null) {
    return (
      <Notice tone="warn" title={words.call.previewTitle}>
        <p>{words.call.previewText}</p>
        <p>
          <a href={paths.staffCall({ callId: call.previewOf })}>{words.call.previewBack}</a>
        </p>
      </Notice>
    );
  }
  if (call.window === 'closed') {
    return (
      <Notice tone="plain" title={words.call.closedTitle}>
        <p>{say(language, words.call.closedText, { when: deadline(call.closesAt, call.timeZone) })}</p>
        <p>
          <a href={paths.calls()}>{words.call.closedOther}</a>
        </p>
      </Notice>
    );
  }
  if (call.window === 'not-yet') {
    return (
      <Notice tone="brand" title={words.call.comingTitle}>
        <p>{say(language, words.call.comingText, { when: deadline(call.opensAt, call.timeZone) })}</p>
      </Notice>
    );
  }
  if (call.invitationOnly) {
    return (
      <Notice tone="brand" title={words.entry.publicTitle}>
        <p>{say(language, words.entry.publicText, { partner: call.partnerName })}</p>
      </Notice>
    );
  }
  return null;
}

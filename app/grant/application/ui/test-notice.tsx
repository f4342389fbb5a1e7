import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { useWords } from '#app/words/use-words.ts';
import { isTest } from '../rules/reference.ts';

/** Said where a pretend application asks, invites or finds nobody. */
export function NotInATest({ reference }: { reference: string }) {
  const { testDesk: text } = useWords().words;
  if (!isTest({ reference })) return null;
  return (
    <Notice tone="warn" title={text.notHereTitle}>
      <p>{text.notHere}</p>
    </Notice>
  );
}

/** Said on the pages of a pretend application, and nowhere else. */
export function TestNotice({ testOf }: { testOf: Id | null }) {
  const { testDesk: text } = useWords().words;
  if (testOf === null) return null;
  return (
    <Notice tone="warn" title={text.noticeTitle}>
      <p>
        {text.notice} <a href={paths.staffCallTests({ callId: testOf })}>{text.back}</a>
      </p>
    </Notice>
  );
}

import { paths } from '#app/paths.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { ShortOfReaders } from '../queries/short-of-readers.server.ts';

/** Which applications lack what was promised if scoring ends now, and the way to give them to somebody else. */
export function ShortNotice({ short, callId }: { short: ShortOfReaders; callId: string }) {
  const { words, language } = useWords();
  const { closingDesk } = words;
  if (short.count === 0) return null;
  const more = short.count - short.named.length;
  return (
    <Notice tone="warn" title={say(language, closingDesk.title, { count: short.count })}>
      <p>{say(language, closingDesk.lead, { reviews: short.reviews })}</p>
      <ul>
        {short.named.map(({ applicationId, reference, title, language: written, missing, isBelowShare }) => (
          <li key={applicationId}>
            {reference}{' '}
            <bdi lang={written} dir="auto">
              {title}
            </bdi>
            {': '}
            {[missing > 0 && say(language, closingDesk.missing, { missing }), isBelowShare && closingDesk.belowShare]
              .filter((part) => part !== false)
              .join(' ')}
          </li>
        ))}
        {more > 0 && <li>{say(language, closingDesk.more, { count: more })}</li>}
      </ul>
      <p>
        <a href={paths.staffGiveOut({ callId, again: 'yes' })}>{closingDesk.giveOut}</a>
      </p>
    </Notice>
  );
}

import { paths } from '#app/paths.ts';
import { CallText } from '#app/ui/call-text.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { CallTitle } from '../queries/call-facts.server.ts';
import type { CheckItemDraft } from '../rules/self-check.ts';
import type { WindowState } from '../rules/window.ts';
import { WindowTag } from './window-tag.tsx';

/** Where a "no" leads: the other call by its title, what the manager wrote, and a link where there is one. */
export function OtherWay(props: {
  item: CheckItemDraft;
  titles: Readonly<Record<string, CallTitle>>;
  /** Whether each call takes applications now; not given where that is no question. */
  windows?: Readonly<Record<string, WindowState>>;
}) {
  const { words, language } = useWords();
  const { advice, link, otherSlug } = props.item;
  const otherWindow = otherSlug === null ? undefined : props.windows?.[otherSlug];
  const other = otherSlug === null ? undefined : props.titles[otherSlug];
  return (
    <>
      {otherSlug !== null && (
        <p>
          <a href={paths.call({ slug: otherSlug })}>
            <CallText text={other?.title ?? otherSlug} language={other?.language ?? 'en'} />
          </a>{' '}
          {otherWindow !== undefined && <WindowTag window={otherWindow} />}
        </p>
      )}
      {advice !== '' && (
        <p className="prewrap">
          <CallText text={advice} />
        </p>
      )}
      {link !== '' && (
        <p>
          <a href={link} rel="noreferrer">
            {say(language, words.selfCheck.more, { place: new URL(link).host })}
          </a>
        </p>
      )}
    </>
  );
}

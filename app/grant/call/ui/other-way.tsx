import { paths } from '#app/paths.ts';
import { CallText } from '#app/ui/call-text.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { CheckItemDraft } from '../rules/self-check.ts';

/** Where a "no" leads: the other call by its title, what the manager wrote, and a link where there is one. */
export function OtherWay(props: { item: CheckItemDraft; titles: Readonly<Record<string, string>> }) {
  const { words, language } = useWords();
  const { advice, link, otherSlug } = props.item;
  return (
    <>
      {otherSlug !== null && (
        <p>
          <a href={paths.call({ slug: otherSlug })}>
            <CallText text={props.titles[otherSlug] ?? otherSlug} />
          </a>
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

import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';

/** Nobody reads further in one go; a list this long is narrowed down instead. */
const SHOWN_MOST = 2_000;

/** How many rows an address asks for: what no link of ours says is as many as there are at first. */
export function shownIn(params: URLSearchParams, atFirst: number): number {
  const asked = params.get('shown') ?? '';
  return /^[1-9]\d{0,3}$/.test(asked) ? Math.min(SHOWN_MOST, Math.max(atFirst, Number(asked))) : atFirst;
}

/** The end of a list that is ranked rather than kept in an order: how much comes after it, and the way to see more. */
export function ShowMore(props: { later: number; to: string }) {
  const { words, language } = useWords();
  if (props.later <= 0) return null;
  return (
    <p className="row no-print">
      <span>{say(language, words.listDesk.later, { count: props.later })}</span>
      <a href={props.to}>{words.listDesk.showMore}</a>
    </p>
  );
}

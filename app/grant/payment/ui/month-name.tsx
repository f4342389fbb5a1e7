import { useWords } from '#app/words/use-words.ts';

/** A month as people say it: March 2026. */
export function MonthName(props: { month: string }) {
  const { month } = useWords();
  return <time dateTime={props.month}>{month(Date.parse(`${props.month}-01`), 'UTC')}</time>;
}

import { useWords } from '#app/words/use-words.ts';

/** From page to page. There are no page numbers: a list that grows while somebody reads it has none to rely on. */
export function ListPages(props: { before: string | null; after: string | null; first: string }) {
  const { words } = useWords();
  const text = words.listDesk;
  if (props.before === null && props.after === null) return null;
  return (
    <nav aria-label={text.pages} className="row no-print">
      {props.before !== null && (
        <>
          <a href={props.first}>{text.first}</a>
          <a href={props.before} rel="prev">
            {text.previous}
          </a>
        </>
      )}
      {props.after !== null && (
        <a href={props.after} rel="next">
          {text.next}
        </a>
      )}
    </nav>
  );
}

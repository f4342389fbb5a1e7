import { CallText } from './call-text.tsx';
/** Words that somebody agreed on, each with what it means here. */
export function GlossaryList(props: { terms: readonly { readonly term: string; readonly meaning: string }[] }) {
  return (
    <dl className="glossary">
      {props.terms.map(({ term, meaning }) => (
        <div key={term}>
          <dt>
            <CallText text={term} />
          </dt>
          <dd>
            <CallText text={meaning} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

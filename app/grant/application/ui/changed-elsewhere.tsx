import { Facts, Notice, Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';

/** Two windows wrote: what the other one saved is shown, what was typed here stays in the form. */
export function ChangedElsewhere(props: {
  theirs: readonly (readonly [label: string, text: string])[];
  lang: string;
  /** Who saved the other text and when, where it was somebody else of the team. */
  saved: { readonly byOther: string | null; readonly at: number | null };
  timeZone: string;
}) {
  const { words, language, time } = useWords();
  const { byOther, at } = props.saved;
  return (
    <Notice
      tone="warn"
      title={
        byOther === null ? words.application.changedTitle : say(language, words.team.changedByTitle, { name: byOther })
      }
    >
      {byOther !== null && at !== null && (
        <p>{say(language, words.team.changedBy, { name: byOther, time: time(at, props.timeZone) })}</p>
      )}
      <p>{words.application.changedLead}</p>
      <p className="label">{words.application.changedTheirs}</p>
      <Facts
        facts={props.theirs.map(([label, text]) => [label, <Written key={label} text={text} lang={props.lang} />])}
      />
    </Notice>
  );
}

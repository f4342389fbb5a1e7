import { languageName } from '#app/words/language-name.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { Written } from './pieces.tsx';

export type ShownTranslation = {
  /** BCP 47 tag. */
  readonly language: string;
  readonly text: string;
  readonly translator: string;
  readonly isMachine: boolean;
};

/** What an answer says in other languages, marked with who translated; it never stands for the answer. */
export function Translations(props: { translations: readonly ShownTranslation[] }) {
  return props.translations.map((translation) => <TranslationText key={translation.language} {...translation} />);
}

export function TranslationText(props: ShownTranslation) {
  const { words, language } = useWords();
  const text = words.translations;
  return (
    <div className="translation">
      <p className="overline">{say(language, text.inLanguage, { language: languageName(props.language) })}</p>
      <Written text={props.text} lang={props.language} />
      <p className="soft">
        {props.isMachine ? text.byMachine : say(language, text.by, { name: props.translator })}
        <br />
        {text.counts}
      </p>
    </div>
  );
}

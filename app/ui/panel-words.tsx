import { useWords, wordsIn } from '#app/words/use-words.ts';
import { Written } from './pieces.tsx';

/** Begins each answer in what reviewers wrote. */
const BULLET = '• ';

/**
 * What several people wrote, as letters carry it: headings, and under each of them a list. Every answer runs in its own
 * direction, whatever the language of the page.
 *
 * @param language      of the headings: BCP 47
 * @param inPageWords   says the portal's own headings in the language of the page, where this is no copy of a letter
 */
export function PanelWords(props: { text: string; language: string; heading: 'h3' | 'h4'; inPageWords?: boolean }) {
  const { heading: Heading, language } = props;
  const page = useWords();
  const theirs = wordsIn(language).words.decisionLetter;
  const inPageWords = new Map<string, string>([
    [theirs.strengths, page.words.decisionLetter.strengths],
    [theirs.concerns, page.words.decisionLetter.concerns],
  ]);
  const headed = (before: string) => {
    const said = props.inPageWords ? inPageWords.get(before) : undefined;
    return said === undefined ? { said: before, lang: language } : { said, lang: page.language };
  };
  return blocksOf(props.text).map((block, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text do not move
    <section key={place}>
      {block.before !== '' &&
        (block.answers.length === 0 ? (
          <Written text={block.before} />
        ) : (
          <Heading dir="auto" lang={headed(block.before).lang}>
            {headed(block.before).said}
          </Heading>
        ))}
      {block.answers.length > 0 && (
        <ul>
          {block.answers.map((answer) => (
            <li key={answer}>
              <Written text={answer} as="span" />
            </li>
          ))}
        </ul>
      )}
    </section>
  ));
}

/** What stands before the first bullet, and each answer with the lines that belong to it. */
function blocksOf(text: string): { before: string; answers: string[] }[] {
  return text
    .split(/\n\s*\n/)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const [before = '', ...answers] = `\n${block}`.split(`\n${BULLET}`);
      return { before: before.trim(), answers: [...new Set(answers.map((answer) => answer.trim()))] };
    });
}

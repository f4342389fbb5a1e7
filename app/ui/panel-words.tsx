import { Written } from './pieces.tsx';

/** Begins each answer in what reviewers wrote. */
const BULLET = '• ';

/**
 * What several people wrote, as letters carry it: headings, and under each of them a list. Every answer runs in its own
 * direction, whatever the language of the page.
 *
 * @param language  of the headings: BCP 47
 */
export function PanelWords(props: { text: string; language: string; heading: 'h3' | 'h4' }) {
  const { heading: Heading, language } = props;
  return blocksOf(props.text).map((block, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text do not move
    <section key={place}>
      {block.before !== '' &&
        (block.answers.length === 0 ? (
          <Written text={block.before} />
        ) : (
          <Heading dir="auto" lang={language}>
            {block.before}
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

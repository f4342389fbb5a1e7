import type { ReactNode } from 'react';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { PanelRule } from '../rules/panel-rule.ts';

/**
 * How a panel ranks, in sentences for everybody.
 *
 * @param props.children  what came of it where the scores could not tell
 */
export function RuleInWords({ rule, children }: { rule: PanelRule; children?: ReactNode }) {
  const { words, language } = useWords();
  const { panelRule } = words;
  const [method, middle] = [panelRule.methods[rule.method], panelRule.middles[rule.middle]];
  return (
    <>
      <section>
        <h2>{panelRule.methodTitle}</h2>
        <h3>{method.name}</h3>
        <p>{method.text}</p>
      </section>
      <section>
        <h2>{panelRule.middleTitle}</h2>
        <p>{panelRule.middleText}</p>
        <h3>{middle.name}</h3>
        <p>{middle.text}</p>
        {children}
      </section>
      <section>
        <h2>{panelRule.numbersTitle}</h2>
        <ul>
          <li>{say(language, panelRule.reviews, { count: rule.reviews })}</li>
          <li>{say(language, panelRule.quorum, { count: rule.quorum })}</li>
        </ul>
      </section>
    </>
  );
}

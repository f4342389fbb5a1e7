import { Table, When, Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { YourMoney } from '../queries/your-money.server.ts';

/** Who had a group's whole details shown; nothing while nobody has. */
export function PayeeLooks(props: { looks: YourMoney['looks']; timeZone: string }) {
  const { words, language } = useWords();
  const { payee: text } = words;
  if (props.looks.length === 0) return null;
  return (
    <section>
      <h2>{text.looksTitle}</h2>
      <p className="soft">{text.looksLead}</p>
      <Table
        caption={text.looksTitle}
        rows={props.looks}
        quietCaption
        keyOf={(look) => look.id}
        columns={[
          { key: 'who', title: text.looksWho, heading: true, cell: (look) => <bdi>{look.who}</bdi> },
          { key: 'when', title: text.looksWhen, cell: (look) => <When at={look.at} timeZone={props.timeZone} /> },
          { key: 'why', title: text.looksWhy, cell: (look) => <Written as="span" text={look.why} /> },
          {
            key: 'version',
            title: text.looksVersion,
            cell: (look) => say(language, text.looksVersionNumber, { version: look.version }),
          },
        ]}
      />
    </section>
  );
}

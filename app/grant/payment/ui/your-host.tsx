import type { Currency, Minor } from '#app/kernel/money.ts';
import { Button } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Facts, Money } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { YourHost } from '../queries/your-money.server.ts';

/** Who holds a group's money, what it keeps, and what it has said; while it has not, its letter can go once more. */
export function YourHostFacts(props: {
  host: YourHost;
  amountMinor: Minor;
  currency: Currency;
  reply: FormReply | undefined;
}) {
  const { words, language } = useWords();
  const { payee: text } = words;
  const { host, amountMinor, currency } = props;
  const { standing } = host;
  return (
    <>
      <Facts
        facts={[
          [text.yourHost, <bdi key="host">{host.name}</bdi>],
          [text.yourHostKeeps, <Money key="keeps" amount={host.keepsMinor} currency={currency} />],
          [text.yourHostGets, <Money key="gets" amount={amountMinor - host.keepsMinor} currency={currency} />],
          standing !== 'not-needed' && [text.yourHostAnswer, text.hostStandings[standing]],
        ]}
      />
      {standing === 'asked' && (
        <Form reply={props.reply?.typed.intent?.[0] === 'host' ? props.reply : undefined}>
          <Hidden name="intent" value="host" />
          <p className="soft">{say(language, text.askAgainHint, { email: host.email })}</p>
          <Button look="second">{text.askAgain}</Button>
        </Form>
      )}
    </>
  );
}

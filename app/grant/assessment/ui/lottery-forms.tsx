import { Button } from '#app/ui/button.tsx';
import { TextArea, TextField, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { LotteryDesk } from '../queries/lottery.server.ts';
import { THROWS } from '../rules/holding-a-lottery.ts';

type Props = { desk: LotteryDesk; reply: FormReply | undefined };

/** Fixing the list where it can be done, and what it waits for where it cannot. */
export function FixForm({ desk, reply }: Props) {
  const { words, language } = useWords();
  const { panelLotteryDesk } = words;
  if (desk.waitsFor !== null) return <Notice>{panelLotteryDesk.waitsFor[desk.waitsFor]}</Notice>;
  if (!desk.mayFix) return <Notice>{panelLotteryDesk.onlyManager}</Notice>;
  return (
    <section aria-labelledby="fix">
      <h2 id="fix">{panelLotteryDesk.fixTitle}</h2>
      <p>{say(language, panelLotteryDesk.fixLead, { reaching: desk.reaching, places: desk.toChoose })}</p>
      <p>{panelLotteryDesk.fixWhy}</p>
      <Form reply={reply}>
        <Tick name="fixSure" label={panelLotteryDesk.fixSure} />
        <Button name="intent" value="fix" big>
          {panelLotteryDesk.fix}
        </Button>
      </Form>
    </section>
  );
}

/** The numbers as one person read them. What the other typed is not shown: each reads for herself. */
export function ThrowForm({ desk, reply }: Props) {
  const { words, language } = useWords();
  const { panelLotteryDesk } = words;
  const { people, byMe, differs } = desk.typed;
  const standing = byMe ? 'me' : people === 0 ? 'nobody' : 'other';
  return (
    <section aria-labelledby="throw">
      <h2 id="throw">{panelLotteryDesk.throwTitle}</h2>
      <ol>
        {panelLotteryDesk.throwSteps.map((step) => (
          <li key={step}>{say(language, step, { throws: THROWS })}</li>
        ))}
      </ol>
      <Notice tone={differs ? 'warn' : 'plain'} live>
        <p>{differs ? panelLotteryDesk.differs : panelLotteryDesk.typed[standing]}</p>
      </Notice>
      <Form reply={reply}>
        <TextField
          name="thrown"
          label={say(language, panelLotteryDesk.thrown, { throws: THROWS })}
          hint={panelLotteryDesk.thrownHint}
          inputMode="numeric"
          dir="ltr"
          maxLength={80}
        />
        {byMe && <TextArea name="why" label={panelLotteryDesk.why} hint={panelLotteryDesk.whyHint} rows={2} />}
        <Button name="intent" value="type">
          {panelLotteryDesk.send}
        </Button>
      </Form>
    </section>
  );
}

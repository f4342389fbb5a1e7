import type { SerializeFrom } from '@remix-run/node';
import { Button } from '#app/ui/button.tsx';
import { TextArea, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { SignUpPage } from '../queries/sign-up.server.ts';
import { TermsFields } from './terms-fields.tsx';

/** Somebody puts their name down, or changes what they said. */
export function InterestForm({ page, reply }: { page: SerializeFrom<SignUpPage>; reply: FormReply | undefined }) {
  const { words, language, date } = useWords();
  const text = words.panelPeople;
  const mine = page.mine?.state === 'waiting' ? page.mine : null;
  const own = reply?.typed.intent?.[0] === 'take-back' ? undefined : reply;
  return (
    <section aria-labelledby="form">
      <h2 id="form">{mine === null ? text.formTitle : text.mineTitle}</h2>
      <p>
        {mine === null ? text.formLead : say(language, text.mineLead, { when: date(mine.sentAt, page.call.timeZone) })}
      </p>
      <Form
        reply={own}
        action="#form"
        values={
          mine === null
            ? { minutesMax: page.offer?.minutesAsked }
            : { ...mine, minutesMax: String(mine.minutesMax), consent: true }
        }
      >
        <TermsFields
          likelyLanguages={page.likelyLanguages}
          payOffered={page.payOffered}
          minutesMax={mine?.minutesMax ?? page.offer?.minutesAsked ?? null}
        />
        <TextArea name="about" label={text.about} hint={text.aboutHint} rows={3} />
        <Tick name="consent" label={text.interestConsent} />
        <Button big>{mine === null ? text.send : text.sendAgain}</Button>
      </Form>
    </section>
  );
}

/** Takes the name off the list, and everything that was written with it. */
export function TakeBack({ reply }: { reply: FormReply | undefined }) {
  const { panelPeople: text } = useWords().words;
  const own = reply?.typed.intent?.[0] === 'take-back' ? reply : undefined;
  return (
    <details id="take-back" open={own !== undefined}>
      <summary>{text.takeBack}</summary>
      <Form reply={own} action="#take-back" part="take-back">
        <Tick name="takeBackSure" label={text.takeBackSure} />
        <Button look="danger" name="intent" value="take-back">
          {text.takeBack}
        </Button>
      </Form>
    </details>
  );
}

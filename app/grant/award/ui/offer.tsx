import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Hidden, TextField, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { OfferPage } from '../queries/offer-page.server.ts';
import type { AgreementPart } from '../rules/agreement.ts';

type Props = {
  offer: OfferPage;
  agreement: { readonly title: string; readonly parts: readonly AgreementPart[] };
  reply: FormReply | undefined;
};

/** An offer in every state: what to do first, then the agreement, then the answer. */
export function Offer({ offer, agreement, reply }: Props) {
  const { words, language } = useWords();
  const { award } = words;
  return (
    <>
      <Standing offer={offer} />
      <Agreement offer={offer} agreement={agreement} />
      {offer.award.state === 'offered' && !offer.mayAnswer && (
        <Notice>
          <p>{words.team.signersAnswer}</p>
        </Notice>
      )}
      {offer.award.state === 'offered' && offer.mayAnswer && (
        <>
          <Accept offer={offer} reply={wasRefusing(reply) ? undefined : reply} />
          <Refuse reply={wasRefusing(reply) ? reply : undefined} />
        </>
      )}
      <p>{say(language, award.questions, { email: offer.partnerEmail })}</p>
    </>
  );
}

function wasRefusing(reply: FormReply | undefined): boolean {
  return reply?.typed.intent?.[0] === 'refuse';
}

function Standing({ offer }: { offer: OfferPage }) {
  const { words, language, dateTime, deadline } = useWords();
  const { award } = words;
  const { state, respondBy } = offer.award;
  const when = deadline(respondBy, offer.timeZone);
  if (state === 'offered')
    return (
      <Notice tone="warn" title={award.actionNeeded}>
        <p>{say(language, award.answerUntil, { when })}</p>
      </Notice>
    );
  if (state === 'refused') return <Notice>{award.refusedText}</Notice>;
  if (state === 'lapsed')
    return (
      <Notice tone="bad" title={award.lapsedTitle}>
        <p>{say(language, award.lapsedText, { when, email: offer.partnerEmail })}</p>
      </Notice>
    );
  const signed = offer.acceptance;
  return (
    <Notice tone="good">
      {signed !== null && (
        <p>
          {say(language, award.accepted, {
            name: signed.typedName,
            when: dateTime(signed.acceptedAt, offer.timeZone),
          })}
        </p>
      )}
      <h2>{award.acceptedNext}</h2>
      <ul>
        <li>{award.acceptedNextMoney}</li>
        <li>{award.acceptedNextMentor}</li>
      </ul>
      <p className="row no-print">
        {offer.mayAnswer && (
          <ButtonLink to={paths.applyPayment({ applicationId: offer.award.applicationId })}>
            {award.toPayment}
          </ButtonLink>
        )}
        <ButtonLink to={paths.applyMentoring({ applicationId: offer.award.applicationId })} look="second">
          {award.toMentoring}
        </ButtonLink>
      </p>
    </Notice>
  );
}

function Agreement({ offer, agreement }: Omit<Props, 'reply'>) {
  const { words, language } = useWords();
  const { award, common } = words;
  return (
    <article className="card agreement" lang="en">
      <h2>{agreement.title}</h2>
      <p className="soft no-print">{award.agreementLead}</p>
      {agreement.parts.map((part) => (
        <section key={part.heading}>
          <h3>{part.heading}</h3>
          <ul>
            {part.points.map((point) => (
              <li key={point} dir="auto">
                {point}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="row no-print">
        <button type="button" className="button second needs-script" data-print>
          {common.print}
        </button>
        <ButtonLink to={paths.applyAgreement({ applicationId: offer.award.applicationId })} look="second" download>
          {award.download}
        </ButtonLink>
      </p>
      <details>
        <summary>{award.fingerprint}</summary>
        <p className="soft">{say(language, award.fingerprintHint, { version: offer.agreementVersion })}</p>
        <p>
          <code className="fingerprint" dir="ltr">
            {offer.agreementHash}
          </code>
        </p>
      </details>
    </article>
  );
}

function Accept({ offer, reply }: Pick<Props, 'offer' | 'reply'>) {
  const { words } = useWords();
  const { award } = words;
  return (
    <section className="no-print">
      <h2>{award.acceptTitle}</h2>
      <Form reply={reply}>
        <Hidden name="agreementHash" value={offer.agreementHash} />
        <TextField
          name="typedName"
          label={award.typedName}
          hint={award.typedNameHint}
          autoComplete="name"
          spellCheck={false}
        />
        <Tick name="agree" label={award.agree} />
        <Button name="intent" value="accept" big>
          {award.accept}
        </Button>
      </Form>
    </section>
  );
}

function Refuse({ reply }: Pick<Props, 'reply'>) {
  const { words } = useWords();
  const { award } = words;
  return (
    <details className="no-print" open={reply !== undefined}>
      <summary>{award.refuseTitle}</summary>
      <p>{award.refuseText}</p>
      <Form reply={reply}>
        <Tick name="sure" label={award.refuseSure} />
        <Button name="intent" value="refuse" look="danger">
          {award.refuse}
        </Button>
      </Form>
    </details>
  );
}

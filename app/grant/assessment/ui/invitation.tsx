import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { CallText } from '#app/ui/call-text.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Page } from '#app/ui/page.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { ShownOffer } from '../queries/sign-up.server.ts';
import type { MemberKind } from '../rules/composition.ts';
import { OfferFacts } from './offer-facts.tsx';

/** What somebody is asked to do, before she says yes or no. */
export function Invitation(props: {
  call: { id: Id; title: string; slug: string; partnerName: string };
  kind: MemberKind;
  offer: ShownOffer | null;
  reply: FormReply | undefined;
}) {
  const { words, language } = useWords();
  const { assessment, panelPeople } = words;
  const { call } = props;
  return (
    <Page
      back={paths.panel()}
      backLabel={assessment.panelsTitle}
      overline={<CallText text={call.title} />}
      title={assessment.letterInvitationTitle}
      lead={say(language, assessment.invitationLead, {
        partner: call.partnerName,
        kind: assessment.kinds[props.kind],
      })}
    >
      <h2>{assessment.invitationWhat}</h2>
      <ol>
        {assessment.invitationSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{assessment.invitationKnow}</p>
      <p>
        <a href={paths.call({ slug: call.slug })}>{assessment.invitationCall}</a>
      </p>
      {props.offer !== null && <OfferFacts offer={props.offer} />}
      <Form reply={props.reply}>
        <div className="row">
          <ButtonLink to={paths.panelTerms({ callId: call.id })} big>
            {panelPeople.toTerms}
          </ButtonLink>
          <Button name="intent" value="declined" look="second" big describedBy="no-hint">
            {assessment.invitationNo}
          </Button>
        </div>
        <p className="soft" id="no-hint">
          {assessment.invitationNoHint}
        </p>
      </Form>
    </Page>
  );
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { checkEligibility } from '../commands/check-eligibility.server.ts';
import { checkForm } from '../forms/eligibility-form.ts';
import { eligibilityDesk } from '../queries/eligibility.server.ts';
import { CheckHistory } from '../ui/check-history.tsx';
import { findingFaultShown, isFindingFault } from '../ui/finding-fault.ts';
import { FindingFields } from '../ui/finding-fields.tsx';
import { OfCall } from '../ui/of-call.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.eligibilityDesk.checkTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(eligibilityDesk(signedIn(context, request), params.applicationId ?? ''));
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { application } = found(eligibilityDesk(portal, params.applicationId ?? ''));
  const form = await readForm(request, checkForm);
  if (!form.ok) return form.response;
  const { outcome, reasons, note, seen } = form.value;
  const checked = checkEligibility(portal, application.id, seen, { outcome, reasonIds: reasons, note });
  if (checked.ok) throw redirect(`${paths.staffApplication({ applicationId: application.id })}#eligibility`, 303);
  const { reason } = checked;
  if (reason === 'not-found') notFound();
  if (isFindingFault(reason)) return form.refuse(null, findingFaultShown(reason, note));
  return form.refuse(wordsIn('en').words.eligibilityDesk.refusals[reason]);
}

export default function StaffEligibility() {
  const { words } = useWords();
  const { application, call, isScoringOpen, checks } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.eligibilityDesk;
  return (
    <Page
      back={paths.staffApplication({ applicationId: application.id })}
      backLabel={application.title}
      overline={<OfCall title={call.title} reference={application.reference} />}
      title={text.checkTitle}
      lead={text.checkLead}
    >
      {isScoringOpen ? (
        <Notice>
          <p>{text.over}</p>
        </Notice>
      ) : (
        <Form reply={reply}>
          <Hidden name="seen" value={checks.length} />
          <FindingFields items={call.items} />
          <p className="hint">{text.undoable}</p>
          <Button>{text.save}</Button>
        </Form>
      )}
      {checks.length > 0 && (
        <section aria-labelledby="history">
          <h2 id="history">{text.historyTitle}</h2>
          <CheckHistory checks={checks} timeZone={call.timeZone} />
        </section>
      )}
    </Page>
  );
}

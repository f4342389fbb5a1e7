import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Facts, Money, Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { signOffMilestone } from '../commands/sign-off-milestone.server.ts';
import { signOffForm } from '../forms.ts';
import { awardDesk } from '../queries/award-desk.server.ts';
import { AwardPayments } from '../ui/award-payments.tsx';
import { CheckInList } from '../ui/check-in-list.tsx';
import { MilestoneList } from '../ui/milestone-list.tsx';
import { SignOff } from '../ui/sign-off.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(data?.desk.award.groupName ?? wordsIn('en').words.mentoring.awardTitle);

const DONE = ['matched', 'signedOff', 'signedOffReleased'] as const;

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const desk = found(awardDesk(signedIn(context, request), params.awardId ?? ''));
  const asked = new URL(request.url).searchParams.get('done');
  return { desk, done: DONE.find((name) => name === asked) ?? null };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { award, mentoring } = found(awardDesk(portal, params.awardId ?? ''));
  const form = await readForm(request, signOffForm);
  if (!form.ok) return form.response;
  if (!mentoring.milestones.some((milestone) => milestone.id === form.value.milestoneId)) notFound();
  const outcome = signOffMilestone(portal, form.value.milestoneId);
  if (!outcome.ok) {
    if (outcome.reason === 'not-found') notFound();
    return form.refuse(wordsIn('en').words.mentoring.refusals[outcome.reason]);
  }
  const done = outcome.value.trancheId === null ? 'signedOff' : 'signedOffReleased';
  throw redirect(paths.staffAward({ awardId: award.id, done }));
}

export default function StaffAward() {
  const { words } = useWords();
  const { desk, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { mentoring } = words;
  const { award } = desk;
  const isAccepted = award.state === 'accepted';
  return (
    <Page
      back={paths.staffAwards({ callId: award.callId })}
      backLabel={words.award.awardsTitle}
      overline={desk.callTitle}
      title={<span dir="auto">{award.groupName}</span>}
      lead={<span dir="auto">{award.title}</span>}
    >
      {done !== null && (
        <Notice tone="good" live>
          {mentoring[done]}
        </Notice>
      )}
      <Facts
        facts={[
          [mentoring.amount, <Money key="amount" amount={award.amountMinor} currency={award.currency} />],
          [mentoring.state, words.award.states[award.state]],
          [
            mentoring.application,
            <a key="application" href={paths.staffApplication({ applicationId: award.applicationId })}>
              {desk.reference}
            </a>,
          ],
          [mentoring.lead, <LeadLink key="lead" name={desk.leadName} email={desk.leadEmail} />],
          [mentoring.mentor, desk.mentoring.mentorName ?? mentoring.mentorNone],
        ]}
      />
      {!isAccepted && <Notice>{mentoring.notAccepted}</Notice>}
      {isAccepted && (
        <>
          <p>
            <ButtonLink
              to={paths.staffMatch({ awardId: award.id })}
              look={desk.mentoring.mentorName === null ? 'first' : 'second'}
            >
              {desk.mentoring.mentorName === null ? mentoring.chooseMentor : mentoring.changeMentor}
            </ButtonLink>
          </p>
          <AwardPayments tranches={desk.tranches} />
          <h2>{mentoring.milestonesTitle}</h2>
          <MilestoneList milestones={desk.mentoring.milestones} timeZone={desk.timeZone} />
          {desk.maySignOff && (
            <SignOff milestones={desk.mentoring.milestones.filter((row) => row.waitsForSignOff)} reply={reply} />
          )}
          <h2>{mentoring.checkInsTitle}</h2>
          <CheckInList checkIns={desk.mentoring.checkIns} timeZone={desk.timeZone} />
        </>
      )}
    </Page>
  );
}

function LeadLink({ name, email }: { name: string; email: string }) {
  return (
    <>
      <span dir="auto">{name}</span>{' '}
      <a href={`mailto:${email}`} dir="ltr">
        {email}
      </a>
    </>
  );
}

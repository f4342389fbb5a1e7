import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { writeLocalTime } from '#app/ui/local-time.ts';
import { Page } from '#app/ui/page.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { recordCheckIn } from '../commands/record-check-in.server.ts';
import { checkInForm } from '../forms.ts';
import { mentorGroup } from '../queries/mentor-group.server.ts';
import { heldOn } from '../rules/checking-in.ts';
import { CheckInForm } from '../ui/check-in-form.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.mentoring.checkInTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const { award, timeZone, mentoring } = found(mentorGroup(portal, params.awardId ?? ''));
  const again = new URL(request.url).searchParams.get('from');
  const earlier = mentoring.checkIns.find((checkIn) => checkIn.id === again);
  const open = mentoring.milestones.filter((milestone) => milestone.state === 'open');
  return {
    awardId: award.id,
    groupName: award.groupName,
    milestones: open.map(({ id, title }) => ({ id, title })),
    values: {
      heldOn: writeLocalTime(earlier?.heldAt ?? portal.now, timeZone).slice(0, 10),
      promised: earlier?.promised ?? '',
      happened: earlier?.happened ?? '',
      changed: earlier?.changed ?? '',
      helpNeeded: earlier?.helpNeeded ?? '',
      feels: earlier?.feels ?? '',
      milestoneId: open.find((milestone) => milestone.title === earlier?.milestoneTitle)?.id ?? '',
    },
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { award, timeZone } = found(mentorGroup(portal, params.awardId ?? ''));
  const form = await readForm(request, checkInForm(timeZone));
  if (!form.ok) return form.response;
  const { heldOn: day, milestoneId, ...said } = form.value;
  const outcome = recordCheckIn(portal, award.id, {
    ...said,
    heldAt: heldOn(day, portal.now),
    milestoneId: milestoneId === '' ? null : milestoneId,
  });
  if (!outcome.ok) {
    if (outcome.reason === 'not-found') notFound();
    return form.refuse(wordsIn('en').words.mentoring.refusals[outcome.reason]);
  }
  throw redirect(paths.mentorGroup({ awardId: award.id, done: 'recorded' }));
}

export default function MentorCheckIn() {
  const { mentoring } = useWords().words;
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      back={paths.mentorGroup({ awardId: page.awardId })}
      backLabel={page.groupName}
      title={mentoring.checkInTitle}
      lead={mentoring.checkInLead}
    >
      <CheckInForm milestones={page.milestones} values={page.values} reply={reply} />
    </Page>
  );
}

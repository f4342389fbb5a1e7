import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, type SignedIn, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Facts, Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { languageName } from '#app/words/language-name.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { addMilestone } from '../commands/add-milestone.server.ts';
import { removeMilestone } from '../commands/remove-milestone.server.ts';
import { milestoneForm, removeForm } from '../forms.ts';
import { type MentorGroupPage, mentorGroup } from '../queries/mentor-group.server.ts';
import { Agreed } from '../ui/agreed.tsx';
import { CheckInList } from '../ui/check-in-list.tsx';
import { MilestoneForm } from '../ui/milestone-form.tsx';
import { MilestoneList } from '../ui/milestone-list.tsx';
import { RemoveMilestone } from '../ui/remove-milestone.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(data?.group.award.groupName ?? wordsIn('en').words.mentoring.myGroupsTitle);

const DONE = ['milestoneAdded', 'milestoneRemoved', 'recorded'] as const;

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const group = found(mentorGroup(signedIn(context, request), params.awardId ?? ''));
  const asked = new URL(request.url).searchParams.get('done');
  return { group, done: DONE.find((name) => name === asked) ?? null };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const group = found(mentorGroup(portal, params.awardId ?? ''));
  const formData = await request.formData();
  return formData.get('intent') === 'remove' ? remove(portal, group, formData) : add(portal, group, formData);
}

async function add(portal: SignedIn, group: MentorGroupPage, formData: FormData) {
  const form = await readForm(formData, milestoneForm(group.timeZone));
  if (!form.ok) return form.response;
  const { title, dueOn, releasesTranche } = form.value;
  const added = { title, dueAt: dueOn.until, releasesTranche: releasesTranche === 'on' };
  const outcome = addMilestone(portal, group.award.id, added);
  if (!outcome.ok) return form.refuse(refusalWords(outcome.reason));
  throw redirect(paths.mentorGroup({ awardId: group.award.id, done: 'milestoneAdded' }));
}

async function remove(portal: SignedIn, group: MentorGroupPage, formData: FormData) {
  const form = await readForm(formData, removeForm);
  if (!form.ok) return form.response;
  const outcome = removeMilestone(portal, form.value.milestoneId);
  if (!outcome.ok) return form.refuse(refusalWords(outcome.reason));
  throw redirect(paths.mentorGroup({ awardId: group.award.id, done: 'milestoneRemoved' }));
}

type RefusalName = keyof ReturnType<typeof wordsIn>['words']['mentoring']['refusals'];

/** @throws 404 for what is not there, or not this person's */
function refusalWords(reason: RefusalName | 'not-found'): string {
  return reason === 'not-found' ? notFound() : wordsIn('en').words.mentoring.refusals[reason];
}

export default function MentorGroupScreen() {
  const { mentoring: text } = useWords().words;
  const { group, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { award, mentoring } = group;
  return (
    <Page
      back={paths.mentor()}
      backLabel={text.myGroupsTitle}
      overline={group.callTitle}
      title={<span dir="auto">{award.groupName}</span>}
      lead={<span dir="auto">{award.title}</span>}
    >
      {done !== null && (
        <Notice tone="good" live>
          {text[done]}
        </Notice>
      )}
      <p>
        <ButtonLink to={paths.mentorCheckIn({ awardId: award.id })} big>
          {text.checkIn}
        </ButtonLink>
      </p>
      <Facts
        facts={[
          [
            text.goals,
            <span key="goals" dir="auto">
              {group.oneLine}
            </span>,
          ],
          [
            text.lead,
            <span key="lead" dir="auto">
              {group.leadName}
            </span>,
          ],
          [
            text.contact,
            <a key="contact" href={`mailto:${group.leadEmail}`} dir="ltr">
              {group.leadEmail}
            </a>,
          ],
          [
            text.groupLanguage,
            <span key="language" lang={group.language}>
              {languageName(group.language)}
            </span>,
          ],
          [text.city, group.city],
        ]}
      />
      <h2>{text.milestonesTitle}</h2>
      <Agreed mentoring={mentoring} timeZone={group.timeZone} />
      <MilestoneList
        milestones={mentoring.milestones}
        timeZone={group.timeZone}
        emptyText={text.milestonesEmptyMentor}
        action={(milestone) =>
          milestone.state === 'open' && !milestone.isTalkedAbout && <RemoveMilestone milestone={milestone} />
        }
      />
      <MilestoneForm mayReleaseTranche={group.mayReleaseTranche} reply={reply} />
      <h2>{text.checkInsTitle}</h2>
      <CheckInList
        checkIns={mentoring.checkIns}
        timeZone={group.timeZone}
        action={(checkIn) =>
          checkIn.state === 'not-right' && (
            <ButtonLink to={paths.mentorCheckIn({ awardId: award.id, from: checkIn.id })} look="second">
              {text.recordAgain}
            </ButtonLink>
          )
        }
      />
    </Page>
  );
}

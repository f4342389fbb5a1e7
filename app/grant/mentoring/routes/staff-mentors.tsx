import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { Empty, Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { addMentor } from '../commands/add-mentor.server.ts';
import { mentorForm } from '../forms.ts';
import { mentorList } from '../queries/mentor-list.server.ts';
import { MentorForm } from '../ui/mentor-form.tsx';
import { MentorTable } from '../ui/mentor-table.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.mentoring.mentorsTitle);

export function loader({ request, context }: LoaderFunctionArgs) {
  const list = found(mentorList(signedIn(context, request)));
  return { ...list, isJustAdded: new URL(request.url).searchParams.get('done') === 'added' };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  found(mentorList(portal));
  const form = await readForm(request, mentorForm);
  if (!form.ok) return form.response;
  const outcome = addMentor(portal, form.value.partnerId, form.value.mentor);
  if (!outcome.ok) {
    if (outcome.reason === 'not-found') notFound();
    return form.refuse(wordsIn('en').words.mentoring.refusals[outcome.reason]);
  }
  throw redirect(paths.staffMentors({ done: 'added' }));
}

export default function StaffMentors() {
  const { mentoring, reporting } = useWords().words;
  const { partners, mentors, isJustAdded } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      back={paths.staff()}
      backLabel={reporting.boardTitle}
      title={mentoring.mentorsTitle}
      lead={mentoring.mentorsLead}
    >
      {isJustAdded && (
        <Notice tone="good" live>
          {mentoring.added}
        </Notice>
      )}
      {mentors.length === 0 && (
        <Empty title={mentoring.mentorsEmpty}>
          <p>{mentoring.mentorsEmptyText}</p>
        </Empty>
      )}
      {partners.map((partner) => (
        <MentorTable
          key={partner.id}
          partnerName={partner.name}
          mentors={mentors.filter((mentor) => mentor.partnerId === partner.id)}
        />
      ))}
      <h2>{mentoring.addTitle}</h2>
      <MentorForm partners={partners} reply={reply} />
    </Page>
  );
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Facts } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { languageName } from '#app/words/language-name.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { matchMentor } from '../commands/match-mentor.server.ts';
import { matchForm } from '../forms.ts';
import { matchDesk } from '../queries/mentor-list.server.ts';
import { MentorChoice } from '../ui/mentor-choice.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.mentoring.matchTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(matchDesk(signedIn(context, request), params.awardId ?? ''));
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const awardId = params.awardId ?? '';
  found(matchDesk(portal, awardId));
  const form = await readForm(request, matchForm);
  if (!form.ok) return form.response;
  const outcome = matchMentor(portal, awardId, form.value.mentorId);
  if (!outcome.ok) {
    if (outcome.reason === 'not-found') notFound();
    return form.refuse(wordsIn('en').words.mentoring.refusals[outcome.reason]);
  }
  throw redirect(paths.staffAward({ awardId, done: 'matched' }));
}

export default function StaffMatch() {
  const { mentoring } = useWords().words;
  const desk = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      back={paths.staffAward({ awardId: desk.award.id })}
      backLabel={desk.award.groupName}
      title={mentoring.matchTitle}
      lead={mentoring.matchLead}
    >
      <ErrorSummary reply={reply} />
      <section className="card rule">
        <h2 dir="auto">{desk.award.groupName}</h2>
        <p dir="auto">{desk.oneLine}</p>
        <Facts
          facts={[
            [
              mentoring.groupLanguage,
              <span key="language" lang={desk.language}>
                {languageName(desk.language)}
              </span>,
            ],
            [mentoring.city, desk.city],
            [mentoring.groupTheme, desk.theme],
          ]}
        />
      </section>
      {desk.mentors.length === 0 && (
        <Empty title={mentoring.matchEmpty}>
          <ButtonLink to={paths.staffMentors()}>{mentoring.addTitle}</ButtonLink>
        </Empty>
      )}
      <ol className="grid">
        {desk.mentors.map((mentor) => (
          <MentorChoice key={mentor.mentorId} mentor={mentor} />
        ))}
      </ol>
      {desk.mentors.length > 0 && (
        <p>
          <a href={paths.staffMentors()}>{mentoring.addTitle}</a>
        </p>
      )}
    </Page>
  );
}

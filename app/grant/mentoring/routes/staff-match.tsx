import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, type SignedIn, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/form.tsx';
import { NamedNotice } from '#app/ui/named-notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Facts } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { languageName } from '#app/words/language-name.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { answerNamed } from '../../application/commands/answer-named.server.ts';
import { matchMentor } from '../commands/match-mentor.server.ts';
import { matchForm } from '../forms.ts';
import { type MatchDesk, matchDesk } from '../queries/mentor-list.server.ts';
import { MentorChoice } from '../ui/mentor-choice.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.mentoring.matchTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(matchDesk(signedIn(context, request), params.awardId ?? ''));
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const awardId = params.awardId ?? '';
  const desk = found(matchDesk(portal, awardId));
  const posted = await request.formData();
  if (posted.get('intent') === 'named') return sayWho(portal, desk, posted);
  const form = await readForm(posted, matchForm);
  if (!form.ok) return form.response;
  const outcome = matchMentor(portal, awardId, form.value.mentorId);
  if (!outcome.ok) {
    if (outcome.reason === 'not-found') notFound();
    return form.refuse(wordsIn('en').words.mentoring.refusals[outcome.reason]);
  }
  throw redirect(paths.staffAward({ awardId, done: 'matched' }));
}

/** Whether a mentor is the person whom the group has named; only what this page asks about can be answered. */
function sayWho(portal: SignedIn, desk: MatchDesk, posted: FormData) {
  const [hiddenId, personId] = [posted.get('hiddenId'), posted.get('personId')];
  const asked = desk.named.find((one) => one.hiddenId === hiddenId && one.personId === personId);
  if (asked === undefined) return notFound();
  if (!answerNamed(portal, asked.hiddenId, asked.personId, posted.get('answer') === 'yes').ok) notFound();
  throw redirect(paths.staffMatch({ awardId: desk.award.id }), 303);
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
      <NamedNotice named={desk.named} />
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

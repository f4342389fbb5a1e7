import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, type SignedIn, signedIn } from '#app/people/request.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary, Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Notice } from '#app/ui/pieces.tsx';
import { readForm, refusal } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { agreePlan } from '../commands/agree-plan.server.ts';
import { answerCheckIn } from '../commands/answer-check-in.server.ts';
import { answerForm } from '../forms.ts';
import { type GroupMentoring, groupMentoring } from '../queries/group-mentoring.server.ts';
import { Agreed } from '../ui/agreed.tsx';
import { AnswerCheckIn } from '../ui/answer-check-in.tsx';
import { CheckInList } from '../ui/check-in-list.tsx';
import { MilestoneList } from '../ui/milestone-list.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.mentoring.applyTitle);

const DONE = ['agreed', 'confirmed', 'disputeSent'] as const;
type Done = (typeof DONE)[number];

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const applicationId = params.applicationId ?? '';
  const group = found(groupMentoring(signedIn(context, request), applicationId));
  const asked = new URL(request.url).searchParams.get('done');
  return { applicationId, group, done: DONE.find((name) => name === asked) ?? null };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const group = found(groupMentoring(portal, params.applicationId ?? ''));
  const formData = await request.formData();
  const intent = formData.get('intent');
  if (intent === 'agree') return agree(portal, group);
  return answer(portal, group, formData, intent === 'right');
}

function agree(portal: SignedIn, group: GroupMentoring) {
  const outcome = agreePlan(portal, group.award.id);
  return outcome.ok ? back(group, 'agreed') : refusal(refusalWords(outcome.reason));
}

async function answer(portal: SignedIn, group: GroupMentoring, formData: FormData, isRight: boolean) {
  const form = await readForm(formData, answerForm);
  if (!form.ok) return form.response;
  const { checkInId, note } = form.value;
  if (!group.mentoring.checkIns.some((checkIn) => checkIn.id === checkInId)) notFound();
  const outcome = answerCheckIn(portal, checkInId, { isRight, note: isRight ? '' : note });
  if (outcome.ok) return back(group, isRight ? 'confirmed' : 'disputeSent');
  const why = refusalWords(outcome.reason);
  return outcome.reason === 'note-missing' ? form.refuse(null, { note: why }) : form.refuse(why);
}

function back(group: GroupMentoring, done: Done): never {
  throw redirect(paths.applyMentoring({ applicationId: group.award.applicationId, done }));
}

type Reason = 'not-found' | 'no-mentor' | 'already-answered' | 'note-missing' | 'text-too-long';

/** @throws 404 for what is not there, or not this person's */
function refusalWords(reason: Reason): string {
  return reason === 'not-found' ? notFound() : wordsIn('en').words.mentoring.refusals[reason];
}

export default function ApplyMentoring() {
  const { words, language } = useWords();
  const { applicationId, group, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { mentoring: text } = words;
  const { mentoring, timeZone } = group;
  const needsYes =
    mentoring.milestones.length > 0 &&
    mentoring.milestones.some((milestone) => milestone.addedAt > (mentoring.agreedByGroupAt ?? 0));
  return (
    <Page
      back={paths.applyStanding({ applicationId })}
      backLabel={words.standing.standingTitle}
      overline={<span dir="auto">{group.award.title}</span>}
      title={text.applyTitle}
      lead={text.applyLead}
    >
      {done !== null && (
        <Notice tone="good" live>
          {text[done]}
        </Notice>
      )}
      {mentoring.mentorName === null ? (
        <Empty title={text.applyNone}>
          <p>{text.applyNoneText}</p>
        </Empty>
      ) : (
        <section className="card">
          <h2 dir="auto">{mentoring.mentorName}</h2>
          <p dir="auto">{mentoring.mentorAbout}</p>
          <p>
            <ButtonLink to={`mailto:${mentoring.mentorEmail}`} look="second">
              {say(language, text.writeToMentor, { name: mentoring.mentorName })}
            </ButtonLink>
          </p>
          <p className="soft">
            {say(language, text.notTheRight, { partner: group.partnerName, email: group.partnerEmail })}
          </p>
        </section>
      )}
      {reply !== undefined && reply.typed.checkInId === undefined && <ErrorSummary reply={reply} />}
      <h2>{text.milestonesTitle}</h2>
      {mentoring.mentorName !== null && mentoring.milestones.length > 0 && (
        <Agreed mentoring={mentoring} timeZone={timeZone} />
      )}
      <MilestoneList milestones={mentoring.milestones} timeZone={timeZone} />
      {mentoring.mentorName !== null && needsYes && group.mayAnswer && (
        <Form>
          <p>{text.agreeLead}</p>
          <Button name="intent" value="agree" look="second">
            {text.agree}
          </Button>
        </Form>
      )}
      <h2>{text.checkInsTitle}</h2>
      <CheckInList
        checkIns={mentoring.checkIns}
        timeZone={timeZone}
        action={(checkIn) =>
          checkIn.state === 'to-confirm' &&
          group.mayAnswer && (
            <AnswerCheckIn
              checkInId={checkIn.id}
              reply={reply?.typed.checkInId?.[0] === checkIn.id ? reply : undefined}
            />
          )
        }
      />
    </Page>
  );
}

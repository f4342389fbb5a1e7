import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, type SignedIn, signedIn } from '#app/people/request.server.ts';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { closeJudging, openJudging } from '../commands/conduct-judging.server.ts';
import { judgingForm } from '../forms.ts';
import { judgingDesk } from '../queries/judging-desk.server.ts';
import { lackingJudges } from '../rules/judging.ts';
import { JudgingDeskScreen } from '../ui/judging-desk-screen.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.judgingDesk.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(judgingDesk(signedIn(context, request), params.eventId ?? ''));
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const eventId = params.eventId ?? '';
  const words = wordsIn('en').words.judgingDesk;
  found(judgingDesk(portal, eventId));
  const form = await readForm(request, judgingForm);
  if (!form.ok) return form.response;
  const { intent, understood, insteadUnderstood } = form.value;
  if (intent === 'judges' && understood !== 'on') return form.refuse(null, { understood: words.tickFirst });
  if (intent === 'sheets' && insteadUnderstood !== 'on')
    return form.refuse(null, { insteadUnderstood: words.tickFirst });
  const outcome = intent === 'open' ? openJudging(portal, eventId) : closeJudging(portal, eventId, intent);
  if (outcome.ok) throw redirect(paths.staffJudging({ eventId }));
  if (outcome.reason === 'not-found') return notFound();
  return form.refuse(
    outcome.reason === 'judges-missing' ? judgesMissing(portal, eventId) : words.refusals[outcome.reason],
  );
}

/** Names the pitches, so that the facilitator knows whom to ask about. */
function judgesMissing(portal: SignedIn, eventId: string): string {
  const { words, list } = wordsIn('en');
  const desk = judgingDesk(portal, eventId);
  const lacking = desk === null ? [] : lackingJudges(desk.pitches, desk.judgesMin);
  const groups = list(lacking.map(({ title }) => title));
  return say('en', words.judgingDesk.judgesMissing, { groups, count: desk?.judgesMin ?? 0 });
}

export default function StaffJudging() {
  return <JudgingDeskScreen desk={useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}

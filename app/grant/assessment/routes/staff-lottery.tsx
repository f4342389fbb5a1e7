import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, type SignedIn, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { fixLottery } from '../commands/fix-lottery.server.ts';
import { typeThrow } from '../commands/type-throw.server.ts';
import { throwForm } from '../forms/throw-form.ts';
import { sureForm } from '../forms.ts';
import { lotteryDesk } from '../queries/lottery.server.ts';
import { THROWS } from '../rules/holding-a-lottery.ts';
import { LotteryDrawn } from '../ui/lottery-drawn.tsx';
import { LotteryFixed } from '../ui/lottery-fixed.tsx';
import { FixForm, ThrowForm } from '../ui/lottery-forms.tsx';
import { LotteryGivenUp } from '../ui/lottery-given-up.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.panelLotteryDesk.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(lotteryDesk(signedIn(context, request), params.callId ?? ''));
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const callId = params.callId ?? '';
  found(lotteryDesk(portal, callId));
  const posted = await request.formData();
  return posted.get('intent') === 'fix' ? fix(portal, callId, posted) : type(portal, callId, posted);
}

async function fix(portal: SignedIn, callId: string, posted: FormData) {
  const form = await readForm(posted, sureForm('fixSure'));
  if (!form.ok) return form.response;
  const outcome = fixLottery(portal, callId);
  if (!outcome.ok) {
    if (outcome.reason === 'not-found') notFound();
    return form.refuse(wordsIn('en').words.panelLotteryDesk.waitsFor[outcome.reason]);
  }
  throw redirect(paths.staffLottery({ callId }));
}

async function type(portal: SignedIn, callId: string, posted: FormData) {
  const form = await readForm(posted, throwForm);
  if (!form.ok) return form.response;
  const outcome = typeThrow(portal, callId, form.value.thrown, form.value.why);
  if (!outcome.ok) {
    if (outcome.reason === 'not-found') notFound();
    const { language, words } = wordsIn('en');
    const message = say(language, words.panelLotteryDesk.refusals[outcome.reason], { throws: THROWS });
    if (outcome.reason === 'unreadable') return form.refuse(null, { thrown: message });
    return outcome.reason === 'why-missing' ? form.refuse(null, { why: message }) : form.refuse(message);
  }
  throw redirect(paths.staffLottery({ callId }));
}

export default function StaffLottery() {
  const { words } = useWords();
  const desk = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { panelLottery, panelLotteryDesk } = words;
  const { call, lottery } = desk;
  return (
    <Page
      back={paths.staffPanel({ callId: call.id })}
      backLabel={words.assessment.boardTitle}
      overline={call.title}
      title={panelLotteryDesk.title}
      lead={panelLotteryDesk.lead}
    >
      {lottery === null ? (
        <FixForm desk={desk} reply={reply} />
      ) : (
        <div className="sections">
          {desk.hasAged && <Notice tone="warn">{panelLotteryDesk.aged}</Notice>}
          {lottery.drawn === null ? (
            <ThrowForm desk={desk} reply={reply} />
          ) : (
            <>
              <Notice tone="good" live>
                {panelLotteryDesk.drawn}
              </Notice>
              {desk.mayFix && (
                <p>
                  <ButtonLink to={paths.staffShortlist({ callId: call.id })} big>
                    {words.assessment.toShortlist}
                  </ButtonLink>
                </p>
              )}
              <LotteryDrawn drawn={lottery.drawn} places={lottery.places} timeZone={call.timeZone} />
            </>
          )}
          <LotteryGivenUp givenUp={lottery.givenUp} timeZone={call.timeZone} />
          <LotteryFixed lottery={lottery} entries={lottery.references.length} timeZone={call.timeZone} />
          <details>
            <summary>{panelLottery.entries}</summary>
            <ul>
              {lottery.references.map((reference) => (
                <li key={reference}>{reference}</li>
              ))}
            </ul>
          </details>
          <p>
            <a href={paths.callLottery({ slug: call.slug })}>{panelLotteryDesk.seePublic}</a>
          </p>
        </div>
      )}
    </Page>
  );
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { scriptUrl } from '#app/platform/scripts.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Tag } from '#app/ui/pieces.tsx';
import { refusal } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { deskForm } from '../forms.ts';
import { deskOf } from '../queries/desk.server.ts';
import { DeskOrder } from '../ui/desk-order.tsx';
import { DeskPaper } from '../ui/desk-paper.tsx';
import { DeskPlan } from '../ui/desk-plan.tsx';
import { DeskSettle } from '../ui/desk-settle.tsx';
import { DeskSheets } from '../ui/desk-sheets.tsx';
import { pressDesk } from './press-desk.server.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.pitchDay.deskTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const desk = found(deskOf(portal, params.callId ?? ''));
  const { call, ...rest } = desk;
  const { id, title, timeZone, currency, roomPotMinor } = call;
  const shown = { id, title, timeZone, currency, roomPotMinor };
  return { ...rest, now: portal.now, call: shown, script: scriptUrl('running-order') };
}

/** Many small forms on one page; each names its intent. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const callId = params.callId ?? '';
  found(deskOf(portal, callId));
  const formData = await request.formData();
  const intent = deskForm.safeParse(formData.get('intent'));
  if (!intent.success) return refusal(wordsIn('en').words.common.fieldNotChosen);
  const pressed = await pressDesk(portal, callId, intent.data, formData);
  if (pressed === 'not-found') notFound();
  if (pressed !== 'done') return pressed;
  throw redirect(paths.staffPitchDay({ callId }));
}

export default function DeskPage() {
  const { pitchDay } = useWords().words;
  const desk = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { call, event, poll } = desk;
  return (
    <Page
      title={pitchDay.deskTitle}
      overline={call.title}
      lead={pitchDay.deskLead}
      back={paths.staffBoard({ callId: call.id })}
      backLabel={call.title}
    >
      {/* These forms show their own. */}
      {!['count', 'fix'].includes(reply?.typed.intent?.[0] ?? '') && <ErrorSummary reply={reply} />}
      {event === null && desk.shortlisted < 2 ? (
        <Empty title={pitchDay.deskNoShortlist}>
          <p>{pitchDay.deskNoShortlistText}</p>
        </Empty>
      ) : (
        <>
          <p>
            <Tag tone="brand">{pitchDay.deskStateTags[poll?.state ?? 'none']}</Tag>
          </p>
          <DeskPlan desk={desk} />
        </>
      )}
      {event !== null && (
        <>
          <p className="row">
            <ButtonLink to={paths.staffControl({ eventId: event.id })}>{pitchDay.deskOpenControl}</ButtonLink>
            <ButtonLink look="second" to={paths.stage({ eventId: event.id })}>
              {pitchDay.deskOpenStage}
            </ButtonLink>
            {poll !== null && poll.state !== 'draft' && (
              <ButtonLink look="second" to={paths.board({ pollId: poll.pollId })}>
                {pitchDay.deskOpenBoard}
              </ButtonLink>
            )}
          </p>
          <DeskSettle desk={desk} reply={reply} />
          <DeskOrder desk={desk} />
          <DeskPaper desk={desk} reply={reply} />
          <DeskSheets desk={desk} />
          <script type="module" src={desk.script} />
        </>
      )}
    </Page>
  );
}

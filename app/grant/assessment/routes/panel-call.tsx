import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  type SerializeFrom,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { scriptUrl } from '#app/platform/scripts.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { CallText } from '#app/ui/call-text.tsx';
import { Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm, refusal } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { ShowMore, shownIn } from '#app/ui/show-more.tsx';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { answerInvitation } from '../commands/answer-invitation.server.ts';
import { leavePanel } from '../commands/leave-panel.server.ts';
import { sureForm } from '../forms.ts';
import { mySeat } from '../queries/my-seat.server.ts';
import { sheetsToKeep } from '../queries/offline-offer.server.ts';
import { panelWork } from '../queries/panel-work.server.ts';
import { WORK_SHOWN } from '../rules/reading-time.ts';
import { workStage } from '../rules/work-stage.ts';
import { Invitation } from '../ui/invitation.tsx';
import { KeepOffline, OfflineLine } from '../ui/keep-offline.tsx';
import { PhaseNotice } from '../ui/phase-notice.tsx';
import { SeatLinks, TermsMissing } from '../ui/seat-links.tsx';
import { UnsentSheets } from '../ui/unsent-sheets.tsx';
import { WorkLists } from '../ui/work-list.tsx';
import { WorkSteps } from '../ui/work-steps.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.work.call.title ?? '');

const DONE = ['declared', 'passed-on', 'terms'] as const;

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const { searchParams } = new URL(request.url);
  const shown = shownIn(searchParams, WORK_SHOWN);
  const work = found(panelWork(portal, params.callId ?? '', shown));
  const seat = mySeat(portal, work.call.id);
  const asked = searchParams.get('done');
  return {
    work,
    seat,
    shown,
    toKeep: sheetsToKeep(portal, work.call.id),
    keptScript: scriptUrl('kept-pages'),
    done: DONE.find((name) => name === asked) ?? null,
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const callId = params.callId ?? '';
  found(panelWork(portal, callId));
  const posted = await request.formData();
  if (posted.get('intent') === 'leave') return leave(portal, callId, posted);
  if (posted.get('intent') !== 'declined') notFound();
  const outcome = answerInvitation(portal, callId, 'declined');
  if (!outcome.ok) {
    const { reason } = outcome;
    if (reason !== 'panel-closed' && reason !== 'already-answered') notFound();
    return refusal(wordsIn(portal.language).words.panelPeople.seatRefusals[reason]);
  }
  throw redirect(paths.panel({ done: 'saidNo' }));
}

async function leave(portal: Parameters<typeof leavePanel>[0], callId: string, posted: FormData) {
  const { assessment } = wordsIn(portal.language).words;
  const form = await readForm(posted, sureForm('leaveSure', assessment.sureMissing));
  if (!form.ok) return form.response;
  const outcome = leavePanel(portal, callId);
  if (!outcome.ok) {
    if (outcome.reason === 'not-found') notFound();
    return form.refuse(assessment.refusals[outcome.reason]);
  }
  throw redirect(paths.panel({ done: 'leftPanel' }));
}

type Work = SerializeFrom<typeof loader>['work'];

export default function PanelCall() {
  const { words, language } = useWords();
  const { work, seat, shown, toKeep, keptScript, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { assessment, panelReview } = words;
  const isOnlyRead = work.panel === 'scoring' && work.review.rules.allows === 'read';
  if (work.isInvited) return <Invitation call={work.call} kind={work.kind} offer={seat.offer} reply={reply} />;
  return (
    <Page
      back={paths.panel()}
      backLabel={assessment.panelsTitle}
      overline={say(language, assessment.workOverline, { partner: work.call.partnerName })}
      title={<CallText text={work.call.title} />}
      lead={isOnlyRead ? panelReview.readOnly : assessment.workLead[stageOf(work)]}
    >
      <OfflineLine script={keptScript} />
      <UnsentSheets />
      {done !== null && (
        <Notice tone="good" live>
          {done === 'terms'
            ? words.panelPeople.termsSaved
            : done === 'declared'
              ? words.panelTies.saved
              : words.panelTies.closeDone}
        </Notice>
      )}
      {work.isMeeting && (
        <p>
          <ButtonLink to={paths.panelMeeting({ callId: work.call.id })} big>
            {words.panelMeeting.toMeeting}
          </ButtonLink>
        </p>
      )}
      {seat.judges && (
        <p>
          <ButtonLink to={paths.judging({ callId: work.call.id })} big>
            {words.judging.link}
          </ButtonLink>
        </p>
      )}
      {!seat.isAgreed && <TermsMissing callId={work.call.id} />}
      <WorkSteps work={work} />
      <SeatLinks callId={work.call.id} seat={seat} />
      {work.panel === 'scoring' && <PhaseNotice {...work.review} timeZone={work.call.timeZone} />}
      {work.isCallClosed && !work.hasDeclared && (
        <p>
          <ButtonLink to={paths.panelConflicts({ callId: work.call.id })} big>
            {assessment.declareNow}
          </ButtonLink>
        </p>
      )}
      <WorkLists work={work} />
      <ShowMore
        later={Math.max(work.counts.toDo, work.counts.handedIn, work.counts.toRead) - shown}
        to={paths.panelCall({ callId: work.call.id, shown: String(shown + WORK_SHOWN) })}
      />
      {toKeep > 0 && <KeepOffline sheets={toKeep} />}
      {work.hasDeclared && (
        <p>
          <a href={paths.panelConflicts({ callId: work.call.id })}>{assessment.declareMore}</a>
        </p>
      )}
      {work.panel !== 'closed' && <Leave reply={reply} />}
    </Page>
  );
}

function stageOf(work: Work) {
  return workStage({ ...work, ...work.counts, isOpen: work.review.rules.allows !== 'nothing' });
}

function Leave({ reply }: { reply: FormReply | undefined }) {
  const { assessment } = useWords().words;
  const own = reply?.typed.intent?.[0] === 'leave' ? reply : undefined;
  return (
    <details id="leave" open={own !== undefined}>
      <summary>{assessment.leaveTitle}</summary>
      <p>{assessment.leaveText}</p>
      <Form reply={own} action="#leave">
        <Tick name="leaveSure" label={assessment.leaveSure} />
        <Button look="danger" name="intent" value="leave">
          {assessment.leave}
        </Button>
      </Form>
    </details>
  );
}

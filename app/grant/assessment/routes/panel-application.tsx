import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, type SignedIn, signedIn } from '#app/people/request.server.ts';
import { scriptUrl } from '#app/platform/scripts.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { passOn } from '../commands/pass-on.server.ts';
import { saveScores } from '../commands/save-scores.server.ts';
import { submitScores } from '../commands/submit-scores.server.ts';
import { sheetForm, sureForm } from '../forms.ts';
import { panelWork } from '../queries/panel-work.server.ts';
import { whereIPassedOn } from '../queries/passed-on.server.ts';
import { scoringSheet } from '../queries/scoring-sheet.server.ts';
import { ApplicationText } from '../ui/application-text.tsx';
import { OfflineLine } from '../ui/keep-offline.tsx';
import { PhaseNotice } from '../ui/phase-notice.tsx';
import { SeenSheets } from '../ui/seen-sheets.tsx';
import { NotTaken, SheetChanged } from '../ui/sheet-changed.tsx';
import { SheetForm } from '../ui/sheet-form.tsx';
import { SoftTie } from '../ui/soft-tie.tsx';
import { TooClose } from '../ui/too-close.tsx';
import { UnsentSheets } from '../ui/unsent-sheets.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.sheet.application.title ?? '');

const DONE = ['saved', 'submitted'] as const;

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const sheet = found(scoringSheet(portal, params.applicationId ?? ''));
  const asked = new URL(request.url).searchParams.get('done');
  const work = panelWork(portal, sheet.call.id);
  const waiting = work?.work.filter(
    (item) => (item.state === 'to-do' || item.state === 'draft') && item.applicationId !== sheet.application.id,
  );
  const next = sheet.panel === 'scoring' && sheet.review.rules.allows === 'score' ? waiting?.[0] : undefined;
  return {
    sheet,
    scripts: [scriptUrl('autosave'), scriptUrl('score-sheet')],
    keptScript: scriptUrl('kept-pages'),
    done: DONE.find((name) => name === asked) ?? null,
    /** Her minutes for one day, where nothing more fits into them. */
    enoughAfter: work?.today?.applicationIds.length === 0 ? work.today.minutesADay : null,
    next: next === undefined ? null : { applicationId: next.applicationId, title: next.title },
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const applicationId = params.applicationId ?? '';
  const passedOn = whereIPassedOn(portal, applicationId);
  if (passedOn !== null) throw redirect(paths.panelCall({ callId: passedOn, done: 'passed-on' }));
  const { criteria } = found(scoringSheet(portal, applicationId));
  const posted = await request.formData();
  if (posted.get('intent') === 'pass-on') return giveBack(portal, applicationId, posted);
  const intent = posted.get('intent') === 'submit' ? 'submit' : 'save';
  const form = await readForm(posted, sheetForm(criteria, intent, portal.language));
  if (!form.ok) return form.response;
  const outcome = (intent === 'submit' ? submitScores : saveScores)(
    portal,
    applicationId,
    form.value.entries,
    form.value.revision,
  );
  if (!outcome.ok) {
    if (outcome.reason === 'not-found') notFound();
    const { application, assessment } = wordsIn(portal.language).words;
    if (outcome.reason === 'changed-elsewhere') {
      return data({ ...form.refuse(application.changedTitle).data, isChangedElsewhere: true }, { status: 409 });
    }
    return form.refuse(assessment.refusals[outcome.reason]);
  }
  throw redirect(paths.panelApplication({ applicationId, done: intent === 'submit' ? 'submitted' : 'saved' }));
}

async function giveBack(portal: SignedIn, applicationId: string, posted: FormData) {
  const form = await readForm(posted, sureForm('closeSure', wordsIn(portal.language).words.panelTies.closeSureMissing));
  if (!form.ok) return form.response;
  const outcome = passOn(portal, applicationId);
  if (outcome.ok) throw redirect(paths.panelCall({ callId: outcome.value.callId, done: 'passed-on' }));
  if (outcome.reason === 'not-found') return notFound();
  return form.refuse(wordsIn(portal.language).words.panelTies.closeOver);
}

export default function PanelApplication() {
  const { words, language, deadline } = useWords();
  const { sheet, scripts, keptScript, done, next, enoughAfter } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const sheetReply = reply?.typed.intent?.[0] === 'pass-on' ? undefined : reply;
  const { assessment, panelReview } = words;
  const { application, call } = sheet;
  const { review } = sheet;
  const isScoring = sheet.panel === 'scoring' && review.rules.allows === 'score';
  const isWritable = sheet.mayScore && isScoring && (sheet.sheet === null || sheet.sheet.state === 'draft');
  return (
    <Page
      back={paths.panelCall({ callId: call.id })}
      backLabel={assessment.backToWork}
      overline={
        <>
          <bdi>{application.reference}</bdi>
          {application.groupName !== null && (
            <>
              {' · '}
              <bdi>{application.groupName}</bdi>
            </>
          )}
        </>
      }
      title={
        <bdi lang={application.language} dir="auto">
          {application.title}
        </bdi>
      }
      lead={say(language, assessment.sheetMinutes, { minutes: application.minutes })}
    >
      <OfflineLine script={keptScript} />
      {sheet.panel === 'scoring' && <PhaseNotice {...review} timeZone={sheet.timeZone} />}
      {sheet.copyChangedAt !== null && (
        <Notice tone="warn">
          {say(language, panelReview.copyChanged, { changed: deadline(sheet.copyChangedAt, sheet.timeZone) })}
        </Notice>
      )}
      <p className="beside-jump">
        <a href="#scores">{assessment.toScores}</a>
      </p>
      <div className="beside">
        <ApplicationText {...sheet} currency={call.currency} />
        <section aria-label={assessment.scoreTitle} id="scores">
          {done !== null && (
            <Notice tone="good" live>
              <p>{assessment[done]}</p>
              {done === 'submitted' && next !== null && enoughAfter !== null && (
                <p>{say(language, panelReview.todayDone, { perDay: enoughAfter })}</p>
              )}
              {done === 'submitted' && next !== null && (
                <p>
                  <ButtonLink to={paths.panelApplication({ applicationId: next.applicationId })}>
                    {say(language, assessment.nextApplication, { title: next.title })}
                  </ButtonLink>
                </p>
              )}
            </Notice>
          )}
          {isWritable && sheetReply !== undefined && 'isChangedElsewhere' in sheetReply && (
            <SheetChanged criteria={sheet.criteria} sheet={sheet.sheet} />
          )}
          {isWritable && (
            <SheetForm
              applicationId={application.id}
              criteria={sheet.criteria}
              sheet={sheet.sheet}
              scripts={scripts}
              reply={sheetReply}
            />
          )}
          {!isWritable && sheetReply !== undefined && <NotTaken reply={sheetReply} />}
          {!isWritable && <UnsentSheets criteria={sheet.criteria} />}
          {sheet.seen !== null && <SeenSheets criteria={sheet.criteria} seen={sheet.seen} />}
          {!sheet.mayScore && <SoftTie wasScored={sheet.sheet?.state === 'set-aside'} />}
          {sheet.mayScore && !isWritable && sheet.seen === null && (
            <>
              <h2>{assessment.scoreTitle}</h2>
              <Notice>{sheet.panel === 'scoring' ? panelReview.readOnly : assessment.scoringClosed}</Notice>
            </>
          )}
          <TooClose reply={reply} callId={call.id} isScoring={sheet.panel === 'scoring'} />
        </section>
      </div>
    </Page>
  );
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, type SignedIn, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Card, Notice, Tag, TaskList } from '#app/ui/pieces.tsx';
import { readForm, refusal } from '#app/ui/read-form.ts';
import { ShowMore, shownIn } from '#app/ui/show-more.tsx';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { removePhase, savePhase } from '../commands/save-phase.server.ts';
import { phaseForm } from '../forms/phase-form.ts';
import { phaseDesk } from '../queries/phase-desk.server.ts';
import type { PhaseDraft } from '../rules/planning-phases.ts';
import { PhaseFacts } from '../ui/phase-facts.tsx';
import { PhaseForm } from '../ui/phase-form.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.panelPhasesDesk.title);

const DONE = ['saved', 'removed', 'proposed'] as const;
const SHOWN = 100;

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const shown = shownIn(searchParams, SHOWN);
  const desk = found(phaseDesk(signedIn(context, request), params.callId ?? '', shown));
  return { desk, shown, done: DONE.find((name) => name === searchParams.get('done')) ?? null };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const callId = params.callId ?? '';
  const desk = found(phaseDesk(portal, callId, 0));
  const posted = await request.formData();
  const intent = posted.get('intent');
  if (intent === 'propose') return propose(portal, callId, desk.proposal);
  if (intent === 'remove') {
    const outcome = removePhase(portal, callId, String(posted.get('phaseId') ?? ''));
    return planned(callId, outcome, 'removed', (message) => refusal(message));
  }
  const form = await readForm(posted, phaseForm(desk.call.timeZone));
  if (!form.ok) return form.response;
  const outcome = savePhase(portal, callId, form.value.phaseId, form.value.draft);
  return planned(callId, outcome, 'saved', (message) => form.refuse(message));
}

/** Both or none: the second alone would open the applications with their names. */
function propose(portal: SignedIn, callId: string, proposal: readonly PhaseDraft[]) {
  const outcome = portal.transact(() => {
    let last: ReturnType<typeof savePhase> | null = null;
    for (const draft of proposal) {
      last = savePhase(portal, callId, null, draft);
      if (!last.ok) return last;
    }
    return last ?? notFound();
  });
  return planned(callId, outcome, 'proposed', (message) => refusal(message));
}

function planned<Refused>(
  callId: string,
  outcome: ReturnType<typeof savePhase> | ReturnType<typeof removePhase>,
  done: (typeof DONE)[number],
  refuse: (message: string) => Refused,
): Refused {
  if (outcome.ok) throw redirect(`${paths.staffPanelPhases({ callId, done })}#done`);
  if (outcome.reason === 'not-found') return notFound();
  return refuse(wordsIn('en').words.panelPhasesDesk.refusals[outcome.reason]);
}

export default function StaffPanelPhases() {
  const { words, language, deadline } = useWords();
  const { desk, shown, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.panelPhasesDesk;
  const { call, phases } = desk;
  const isOpen = desk.state !== 'closed';
  const typedFor = reply?.typed.phaseId?.[0] ?? (reply?.typed.intent === undefined ? null : 'new');
  const replyTo = (part: string) => (typedFor === part ? reply : undefined);
  return (
    <Page
      back={paths.staffPanel({ callId: call.id })}
      backLabel={words.assessment.boardTitle}
      overline={call.title}
      title={text.title}
      lead={text.lead}
    >
      <div id="done">
        {done !== null && (
          <Notice tone="good" live>
            {text[done]}
          </Notice>
        )}
      </div>
      {reply?.message != null && typedFor === null && <Notice tone="bad">{reply.message}</Notice>}
      {!isOpen && <Notice>{text.closed}</Notice>}
      {phases.length === 0 ? <Notice>{text.none}</Notice> : <p>{text.before}</p>}
      {phases.length === 0 && isOpen && (
        <Card as="section">
          <h2>{text.proposeTitle}</h2>
          <p>{text.proposeText}</p>
          <Form>
            <Button name="intent" value="propose">
              {text.propose}
            </Button>
          </Form>
        </Card>
      )}
      <div className="stack">
        {phases.map((phase) => (
          <Card as="section" key={phase.id}>
            <h2 id={phase.id}>
              {phase.name} <Tag tone={phase.when === 'now' ? 'good' : 'plain'}>{text[phase.when]}</Tag>
            </h2>
            <p>
              {say(language, text.when, {
                starts: deadline(phase.startsAt, call.timeZone),
                ends: deadline(phase.endsAt, call.timeZone),
              })}
            </p>
            <PhaseFacts phase={phase} />
            {isOpen && phase.when !== 'over' && (
              <details open={replyTo(phase.id) !== undefined}>
                <summary>{phase.when === 'now' ? text.changeBegun : text.change}</summary>
                <PhaseForm
                  phase={phase}
                  usual={undefined}
                  timeZone={call.timeZone}
                  hasSound={desk.hasSound}
                  reply={replyTo(phase.id)}
                />
              </details>
            )}
          </Card>
        ))}
      </div>
      {isOpen && (
        <details id="new" open={replyTo('new') !== undefined}>
          <summary>{text.add}</summary>
          <PhaseForm
            phase={null}
            usual={desk.proposal[0]}
            timeZone={call.timeZone}
            hasSound={desk.hasSound}
            reply={replyTo('new')}
          />
        </details>
      )}
      {desk.blind.length > 0 && (
        <section aria-labelledby="blind">
          <h2 id="blind">{text.blindTitle}</h2>
          <p>{text.blindLead}</p>
          <TaskList
            tasks={desk.blind.map((row) => ({
              key: row.applicationId,
              title: <bdi lang={row.language}>{[row.reference, row.title].join(' · ')}</bdi>,
              to: paths.staffBlindCopy({ applicationId: row.applicationId }),
              state: {
                label: say(language, text.blindWritten, { count: row.written }),
                tone: row.written > 0 ? 'good' : 'plain',
              },
            }))}
          />
          <ShowMore
            later={desk.blindCount - shown}
            to={paths.staffPanelPhases({ callId: call.id, shown: String(shown + SHOWN) })}
          />
        </section>
      )}
    </Page>
  );
}

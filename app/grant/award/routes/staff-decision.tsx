import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Notice, Written } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { saveAwardDraft } from '../commands/save-award-draft.server.ts';
import { decisionForm, problemErrors, typedIn } from '../forms.ts';
import { decisionDesk } from '../queries/decision-desk.server.ts';
import { decisionRecord } from '../queries/decision-record.server.ts';
import { decideOutcomes, weighChoices } from '../rules/deciding.ts';
import { DecisionForm } from '../ui/decision-form.tsx';
import { DecisionTable } from '../ui/decision-table.tsx';
import { departureSentences } from '../ui/departures.ts';
import { RuleInWords } from '../ui/rule-in-words.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.award.decisionTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const desk = found(decisionDesk(portal, params.callId ?? ''));
  const record = desk.readiness === 'already-decided' ? decisionRecord(portal, desk.call.id) : null;
  return { desk, record, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const callId = params.callId ?? '';
  const desk = found(decisionDesk(portal, callId));
  const { words, language, money } = wordsIn('en');
  const otherIds = desk.others.map((other) => other.applicationId);
  const rankedIds = desk.ranked.map((entry) => entry.applicationId);
  const form = await readForm(request, decisionForm(rankedIds, desk.others, desk.call));
  if (!form.ok) return form.response;
  const saved = saveAwardDraft(portal, callId, typedIn(form.formData));
  if (!saved.ok) {
    if (saved.reason === 'not-found') notFound();
    return form.refuse(words.award.refusals[saved.reason]);
  }
  if (form.formData.get('intent') === 'save') throw redirect(paths.staffDecision({ callId, done: 'saved' }));
  const weighing = weighChoices(desk.ranked, otherIds, desk.call, form.value.choices);
  const decision = decideOutcomes(weighing, desk.call, form.value, portal.now);
  if (decision.ok) throw redirect(paths.staffConfirmDecision({ callId }));
  const why = words.award.refusals[decision.reason];
  if (decision.reason === 'pot-exceeded') {
    const { currency, potMinor } = desk.call;
    const sum = { sum: money(weighing.sumMinor, currency), pot: money(potMinor, currency) };
    return form.refuse(`${why} ${say(language, words.award.potDetail, sum)}`);
  }
  if (decision.reason === 'public-reason-missing')
    return form.refuse([why, ...departureSentences(weighing.departures, desk.ranked)].join(' '), { publicReason: why });
  if (decision.reason === 'reserve-date-missing' || decision.reason === 'reserve-date-past')
    return form.refuse(why, { reserveUntil: why });
  return form.refuse(why, problemErrors(weighing.problems));
}

export default function StaffDecision() {
  const { words, language, dateTime } = useWords();
  const { desk, record, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { award } = words;
  const { call, readiness } = desk;
  return (
    <Page
      back={paths.staffBoard({ callId: call.id })}
      backLabel={call.title}
      title={record === null ? award.decisionTitle : award.recordTitle}
      lead={readiness === 'ready' ? award.decisionLead : undefined}
    >
      {done === 'saved' && (
        <Notice tone="good" live>
          {award.draftSaved}
        </Notice>
      )}
      {readiness !== 'ready' && record === null && (
        <Empty title={award.waits[readiness]}>
          {readiness === 'throw-missing' ? (
            <ButtonLink to={paths.staffPitchDay({ callId: call.id })}>{award.toPitchDay}</ButtonLink>
          ) : (
            <ButtonLink to={paths.staffShortlist({ callId: call.id })} look="second">
              {award.toShortlist}
            </ButtonLink>
          )}
        </Empty>
      )}
      {desk.formula !== null && <RuleInWords formula={desk.formula} currency={call.currency} />}
      {desk.formula !== null && desk.formula.poll !== null && (
        <p>
          <a href={paths.staffWhatIf({ callId: call.id })}>{words.whatIf.open}</a>
        </p>
      )}
      {desk.formula !== null && desk.isLocked && (
        <Empty title={award.isLocked}>
          <ButtonLink to={paths.staffConfirmDecision({ callId: call.id })}>{award.toLock}</ButtonLink>
        </Empty>
      )}
      {desk.formula !== null && !desk.isLocked && (
        <DecisionForm desk={desk} ballots={desk.formula.ballots} reply={reply} />
      )}
      {record !== null && (
        <>
          <p>
            {say(language, award.decidedBy, {
              name: record.decidedBy,
              when: dateTime(record.decidedAt, call.timeZone),
            })}
          </p>
          <p>
            <ButtonLink to={paths.staffAwards({ callId: call.id })}>{award.toAwards}</ButtonLink>
          </p>
          <RuleInWords formula={record.formula} currency={call.currency} />
          {record.publicReason !== '' && (
            <Notice title={award.publicReason}>
              <Written text={record.publicReason} />
            </Notice>
          )}
          <DecisionTable record={record} currency={call.currency} />
        </>
      )}
    </Page>
  );
}

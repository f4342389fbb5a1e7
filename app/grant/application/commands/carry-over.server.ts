import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { type CallFacts, callById } from '../../call/queries/call-facts.server.ts';
import { carryFacts } from '../queries/carry-facts.server.ts';
import { type CarryRefusal, decideCarry, mapAnswers } from '../rules/carrying.ts';
import { type Details, detailsOf } from '../rules/details.ts';
import { takenBy, takes } from '../rules/media.ts';
import { insertCarriedOver, insertCarriedWords, isCarriedOver } from '../store/carrying.server.ts';
import { findReadyOf } from '../store/media.server.ts';
import { type Application, findAnswers, findApplication } from '../store.server.ts';
import { promiseRecording } from './bring-recording.server.ts';
import { saveAnswer } from './save-answer.server.ts';
import { saveDetails } from './save-details.server.ts';
import { type StartRefusal, startApplication } from './start-application.server.ts';

type LeftOver = { readonly label: string; readonly text: string; readonly language: string };

/**
 * Begins an application to another call with the words of an earlier one, or adds them to a draft that is begun there.
 * What is written in the draft stays; what finds no empty place is kept beside it as "earlier words". Recordings come
 * along to a question that takes them and has none; the others are where they were, for their owner to download.
 *
 * @param typedCode  an access code, where the call asks for one
 */
export function carryOver(
  context: Context,
  fromId: Id,
  toCallId: Id,
  typedCode = '',
): Outcome<{ applicationId: Id }, CarryRefusal | StartRefusal> {
  return context.transact<{ applicationId: Id }, CarryRefusal | StartRefusal>((tx) => {
    const facts = carryFacts(context, fromId);
    const to = callById(context, toCallId);
    if (facts === null || to === null || to.id === facts.call.id) return refused('not-found');
    const decision = decideCarry(facts.found, facts.window, context.now);
    if (!decision.ok) return decision;
    const started = startApplication(context, toCallId, {}, typedCode);
    if (!started.ok) return started;
    const { applicationId } = started.value;
    // The same button twice, or a page that was open for a week: the words are there already.
    if (isCarriedOver(tx, applicationId, fromId)) return done({ applicationId });
    const leftOver = [
      ...carryDetails(tx, context, facts, applicationId, to),
      ...carryAnswers(tx, context, { ...facts, applicationId, to }),
    ];
    insertCarriedWords(tx, applicationId, leftOver);
    insertCarriedOver(tx, applicationId, fromId, context.now);
    return done({ applicationId });
  });
}

function carryDetails(
  tx: Tx,
  context: Context,
  { found: from, call }: { found: Application; call: CallFacts },
  applicationId: Id,
  to: CallFacts,
): LeftOver[] {
  const draft = findApplication(tx, applicationId);
  invariant(draft !== null, 'a draft that was just begun can be found');
  const earlier = detailsOf(from);
  const { whole } = wordsIn('en').words.application;
  const taken: { -readonly [Name in keyof Details]?: Details[Name] } = {};
  const leftOver: LeftOver[] = [];
  for (const name of ['groupName', 'title', 'oneLine', 'theme', 'city'] as const) {
    const text = earlier[name];
    const fits = name !== 'theme' || to.themes.includes(text);
    if (text === '' || draft[name] === text) continue;
    if (draft[name] === '' && fits) taken[name] = text;
    else leftOver.push({ label: whole[name], text, language: from.language });
  }
  const { amountMinor } = earlier;
  if (amountMinor !== null && amountMinor !== draft.amountMinor) {
    // Five thousand pounds are not five thousand euros.
    if (draft.amountMinor === null && to.currency === call.currency) taken.amountMinor = amountMinor;
    else leftOver.push({ label: whole.amount, text: wordsIn('en').money(amountMinor, call.currency), language: 'en' });
  }
  const { moneyHolder, hostName } = earlier;
  if (draft.moneyHolder === '') Object.assign(taken, { moneyHolder, hostName });
  else if (hostName !== '' && hostName !== draft.hostName)
    leftOver.push({ label: whole.hostName, text: hostName, language: from.language });
  if (draft.detailsRevision === 0) taken.language = earlier.language;
  saveDetails(context, applicationId, taken);
  return leftOver;
}

function carryAnswers(
  tx: Tx,
  context: Context,
  about: { found: Application; call: CallFacts; to: CallFacts; applicationId: Id },
): LeftOver[] {
  const { found, call, to, applicationId } = about;
  const written = findAnswers(tx, found.id);
  const answered = new Set(
    findAnswers(tx, applicationId)
      .filter(({ text }) => text !== '')
      .map(({ questionId }) => questionId),
  );
  const { answers, leftOver } = mapAnswers(
    call.questions.map((question) => ({
      ...question,
      text: written.find(({ questionId }) => questionId === question.id)?.text ?? '',
    })),
    to.questions.filter(({ id }) => !answered.has(id)),
    call.currency === to.currency,
  );
  const [sent, there] = [findReadyOf(tx, found.id), findReadyOf(tx, applicationId)];
  for (const { questionId, fromId, text } of answers) {
    if (text !== '') saveAnswer(context, applicationId, questionId, text);
    const recording = sent.get(fromId);
    const asked = to.questions.find(({ id }) => id === questionId);
    const isTaken = recording?.kind != null && asked !== undefined && takes(takenBy(asked), recording.kind);
    if (isTaken && !there.has(questionId))
      promiseRecording(tx, context, recording, { draftId: applicationId, questionId });
  }
  const kindOf = new Map(call.questions.map(({ id, kind }) => [id, kind]));
  return leftOver.map(({ fromId, label, text }) => ({
    label: kindOf.get(fromId) === 'money-table' ? `${label} (${call.currency})` : label,
    text,
    language: written.find(({ questionId }) => questionId === fromId)?.language ?? found.language,
  }));
}

import type { ActionFunctionArgs } from '@remix-run/node';
import { notFound } from '#app/people/request.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type AutosaveAnswer, autosaveResponse } from '#app/ui/autosave-answer.ts';
import { readForm } from '#app/ui/read-form.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { saveAnswer } from '../commands/save-answer.server.ts';
import { saveDetails } from '../commands/save-details.server.ts';
import { answerForm, answerTextIn, answerTooLong, detailsForm, detailsFrom } from '../forms.ts';
import { type MyApplication, type MyQuestion, myApplication } from '../queries/my-application.server.ts';
import { hasLeft } from '../queries/team.server.ts';
import { plainAmount } from '../rules/plain-amount.ts';
import { answerValues } from '../ui/answer-values.ts';

type ByField = Readonly<Record<string, string>>;

/** Saves one form while it is being written: the details, or the text of the question that `what` names. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const { portal } = context;
  if (portal.actor === null) return autosaveResponse({ state: 'signed-out' });
  const mine = myApplication(portal, params.applicationId ?? '');
  if (mine === null)
    return autosaveResponse({ state: hasLeft(portal, params.applicationId ?? '') ? 'left-team' : 'not-found' });
  const form = await request.formData();
  const what = form.get('what');
  if (what === 'details') return autosaveResponse(await autosaveDetails(portal, mine, form));
  const question = mine.questions.find((asked) => asked.id === what);
  return autosaveResponse(
    question === undefined ? { state: 'not-found' } : await autosaveText(portal, mine, question, form),
  );
}

export function loader() {
  notFound();
}

async function autosaveDetails(portal: Context, mine: MyApplication, form: FormData): Promise<AutosaveAnswer> {
  const read = await readForm(form, detailsForm(portal.language));
  if (!read.ok) return { state: 'refused', errors: read.reply.errors };
  const { details, errors } = detailsFrom(read.value, portal.language, mine.call);
  const outcome = saveDetails(portal, mine.id, details, read.value.revision);
  if (outcome.ok) return { state: 'saved', revision: outcome.value.revision, errors };
  if (outcome.reason !== 'changed-elsewhere') return { state: outcome.reason };
  const { amountMinor, ...texts } = mine.details;
  const stored = { ...texts, amount: plainAmount(amountMinor, mine.call.currency) };
  return {
    state: 'changed-elsewhere',
    revision: mine.detailsRevision,
    stored,
    by: savedBy(mine.detailsSaved, mine, portal.language),
  };
}

async function autosaveText(
  portal: Context,
  mine: MyApplication,
  question: MyQuestion,
  form: FormData,
): Promise<AutosaveAnswer> {
  const read = await readForm(form, answerForm);
  if (!read.ok) return { state: 'refused', errors: read.reply.errors };
  const text = answerTextIn(question.kind, read.typed);
  if (text === null) return { state: 'refused', errors: { text: answerTooLong(portal.language) } };
  const outcome = saveAnswer(portal, mine.id, question.id, text, read.value.revision);
  if (outcome.ok) return { state: 'saved', revision: outcome.value.revision, errors: {} };
  if (outcome.reason !== 'changed-elsewhere') return { state: outcome.reason };
  const by = savedBy(question.saved, mine, portal.language);
  return { state: 'changed-elsewhere', revision: question.revision, stored: storedValues(question), by };
}

/** As the fields of the page would send it: what is ticked of one name, one a line. */
function storedValues(question: MyQuestion): ByField {
  const values = Object.entries(answerValues(question));
  return Object.fromEntries(values.map(([name, value]) => [name, [value].flat().join('\n')]));
}

/** Who saved the other text, if it was somebody else of the team. */
function savedBy({ byOther, at }: MyQuestion['saved'], mine: MyApplication, spoken: string): string | null {
  if (byOther === null || at === null) return null;
  const { words, language, time } = wordsIn(spoken);
  return say(language, words.team.changedBy, { name: byOther, time: time(at, mine.call.timeZone) });
}

import { data, redirect } from '@remix-run/node';
import type { Id } from '#app/kernel/id.ts';
import { notFound, type SignedIn } from '#app/people/request.server.ts';
import type { FormReply } from '#app/ui/form-reply.ts';
import { readForm, refusal } from '#app/ui/read-form.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { approveTranslation } from '../commands/approve-translation.server.ts';
import { draftTranslation } from '../commands/draft-translation.server.ts';
import { removeTranslation } from '../commands/remove-translation.server.ts';
import { setAnswerLanguage } from '../commands/set-answer-language.server.ts';
import { dropCorrection, takeOverCorrection } from '../commands/take-over-correction.server.ts';
import { writeTranslationOf } from '../commands/write-translation.server.ts';
import {
  answerLanguageForm,
  machineDraftForm,
  shownTranslationForm,
  translationForm,
} from '../forms/translation-form.ts';

type Place = { readonly applicationId: Id; readonly questionId: Id };
type Refused = { readonly ok: false; readonly reason: keyof ReturnType<typeof refusalsIn> | 'not-found' };

const refusalsIn = (reader: string) => wordsIn(reader).words.translations.refusals;

/**
 * Does what a button on the page of translations asks for; who may is decided by each command.
 *
 * @param here    the page it stands on
 * @param reader  BCP 47 tag of the language of its refusals
 */
export async function pressTranslation(portal: SignedIn, form: FormData, at: Place, here: string, reader: string) {
  const intent = form.get('intent');
  if (intent === 'draft') return pressDraft(portal, form, at, reader);
  const refused =
    intent === 'language'
      ? await pressLanguage(portal, form, at, reader)
      : isAboutShown(intent)
        ? await pressShown(portal, form, at, intent, reader)
        : await pressWrite(portal, form, at, reader);
  if (refused !== null) return refused;
  throw redirect(`${here}#translations`, 303);
}

/** The draft is in this one answer and nowhere else: what was not saved is gone with the page. */
async function pressDraft(portal: SignedIn, form: FormData, at: Place, reader: string) {
  const read = await readForm(form, machineDraftForm(reader));
  if (!read.ok) return read.response;
  const { language, text: typed, ofRevision } = read.value;
  const outcome = await draftTranslation(portal, at.applicationId, at.questionId, { language, typed, ofRevision });
  if (outcome.ok) {
    const shown: FormReply = {
      message: null,
      errors: {},
      typed: { ...read.typed, text: [outcome.value], machine: ['on'], read: [] },
    };
    return data(shown);
  }
  const { refusals, machineFaults } = wordsIn(reader).words.translations;
  if (outcome.reason === 'not-found') notFound();
  const known: Readonly<Record<string, string>> = { ...refusals, ...machineFaults };
  return read.refuse(known[outcome.reason] ?? '');
}

async function pressLanguage(portal: SignedIn, form: FormData, at: Place, reader: string) {
  const read = await readForm(form, answerLanguageForm(reader));
  if (!read.ok) return read.response;
  const set = setAnswerLanguage(portal, at.applicationId, at.questionId, read.value);
  return set.ok ? null : refusal(said(set, reader));
}

const ABOUT_SHOWN = {
  approve: approveTranslation,
  remove: removeTranslation,
  'take-over': takeOverCorrection,
  drop: dropCorrection,
} as const;

function isAboutShown(intent: unknown): intent is keyof typeof ABOUT_SHOWN {
  return typeof intent === 'string' && Object.hasOwn(ABOUT_SHOWN, intent);
}

async function pressShown(
  portal: SignedIn,
  form: FormData,
  at: Place,
  intent: keyof typeof ABOUT_SHOWN,
  reader: string,
) {
  const read = await readForm(form, shownTranslationForm(reader));
  if (!read.ok) return read.response;
  const { language, revision } = read.value;
  const outcome = ABOUT_SHOWN[intent](portal, at.applicationId, at.questionId, language, revision);
  return outcome.ok ? null : refusal(said(outcome, reader));
}

async function pressWrite(portal: SignedIn, form: FormData, at: Place, reader: string) {
  const read = await readForm(form, translationForm(reader));
  if (!read.ok) return read.response;
  const base = Number(form.get(`base-${read.value.language}`) ?? 0);
  const baseRevision = Number.isSafeInteger(base) ? base : 0;
  const outcome = writeTranslationOf(portal, at.applicationId, at.questionId, { ...read.value, baseRevision });
  if (outcome.ok) return null;
  const words = said(outcome, reader);
  return outcome.reason === 'same-language' ? read.refuse(null, { language: words }) : read.refuse(words);
}

/** @throws 404 when it is none of theirs */
function said({ reason }: Refused, reader: string): string {
  return reason === 'not-found' ? notFound() : refusalsIn(reader)[reason];
}

import { saveAnswer } from '#app/grant/application/commands/save-answer.server.ts';
import { startApplication } from '#app/grant/application/commands/start-application.server.ts';
import { submitApplication } from '#app/grant/application/commands/submit-application.server.ts';
import { publishCall } from '#app/grant/call/commands/publish-call.server.ts';
import { setQuestions } from '#app/grant/call/commands/set-questions.server.ts';
import { type CallFacts, callById } from '#app/grant/call/queries/call-facts.server.ts';
import { PLAIN_QUESTION, QUESTION_KINDS, type QuestionDraft } from '#app/grant/call/rules/questions.ts';
import type { Id } from '#app/kernel/id.ts';
import { HOUR } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { TestWorld } from '#test/world/test-world.ts';
import { draftCall } from '#test/world/trial-call.ts';

/** Who sends requests. Dua sends none: her draft must be at the end as it was. */
export const FUZZERS = ['a visitor', 'Amina', 'Bo', 'Chidi', 'Grace', 'Esra'] as const;
export type Fuzzer = (typeof FUZZERS)[number];

export type FuzzWorld = {
  readonly cookies: Readonly<Record<Fuzzer, string>>;
  /** Whose application is which. */
  readonly owners: ReadonlyMap<Id, Fuzzer | 'Dua'>;
  /** Amina's draft, and what it is asked. */
  readonly draft: { readonly id: Id; readonly questions: CallFacts['questions'] };
  /** Ids and names that lead somewhere, by the parameter they stand for. */
  readonly known: Readonly<Record<string, readonly string[]>>;
};

/**
 * One open call with a question of every kind, Amina's and Dua's drafts in it, Bo's application, which was sent, and a
 * call that Grace is still writing. Esra manages at another partner.
 */
export async function prepareFuzzWorld(
  world: TestWorld,
  cookieOf: (personId: string) => Promise<string>,
): Promise<FuzzWorld> {
  world.moveTo(Date.now() - 2 * HOUR);
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager', 'finance'] });
  const { staff: others } = world.partner('elsewhere', { Esra: ['manager'] });
  const grace = staff.Grace ?? '';
  const written = draftCall(world, grace, partnerId, { slug: 'not-yet', title: 'A call to come' });
  const call = openWithEveryKind(world, grace, partnerId);
  const draftOf = (name: string) => begin(world, call, name);
  const [amina, dua, bo] = [draftOf('Amina'), draftOf('Dua'), draftOf('Bo')];
  told('sending', submitApplication(world.as(bo.personId), bo.applicationId));
  return {
    cookies: {
      'a visitor': '',
      Amina: await cookieOf(amina.personId),
      Bo: await cookieOf(bo.personId),
      Chidi: await cookieOf(world.person('Chidi')),
      Grace: await cookieOf(grace),
      Esra: await cookieOf(others.Esra ?? ''),
    },
    owners: new Map([
      [amina.applicationId, 'Amina'],
      [dua.applicationId, 'Dua'],
      [bo.applicationId, 'Bo'],
    ]),
    draft: { id: amina.applicationId, questions: call.questions },
    known: {
      applicationId: [amina.applicationId, dua.applicationId, bo.applicationId],
      callId: [call.id, written.id, written.id],
      slug: [call.slug, written.slug],
      questionId: [...call.questions, ...written.questions].map(({ id }) => id),
      criterionId: written.criteria.map(({ id }) => id),
      termId: written.terms.map(({ id }) => id),
      itemId: written.checkItems.map(({ id }) => id),
    },
  };
}

function openWithEveryKind(world: TestWorld, managerId: Id, partnerId: Id): CallFacts {
  const draft = draftCall(world, managerId, partnerId, { slug: 'every-kind', title: 'A call of every kind' });
  told('asking', setQuestions(world.as(managerId), draft.id, QUESTION_KINDS.map(questionOf)));
  told('publishing', publishCall(world.as(managerId), draft.id));
  world.moveTo(draft.opensAt);
  const call = callById(world.as(null), draft.id);
  invariant(call !== null, 'a call that was made can be found');
  return call;
}

function questionOf(kind: (typeof QUESTION_KINDS)[number]): QuestionDraft {
  const hasWords = kind === 'text' || kind === 'line';
  const isSpoken = kind === 'recording' || kind === 'text';
  const options = kind === 'choice' || kind === 'choices' ? ['A kitchen', 'A garden', 'Something else'] : [];
  const shared = { ...PLAIN_QUESTION, guidance: 'Say it as you would to a friend.', required: kind === 'text' };
  return {
    ...shared,
    kind,
    label: `A question of the kind ${kind}`,
    wordsMax: hasWords ? 300 : 0,
    byVideo: isSpoken,
    options,
  };
}

function begin(world: TestWorld, call: CallFacts, name: string): { personId: Id; applicationId: Id } {
  const personId = world.person(name);
  const details = {
    title: 'A kitchen that listens',
    oneLine: 'Every Thursday we cook together.',
    groupName: `The table of ${name}`,
    theme: call.themes[0] ?? '',
    city: 'Coventry',
    amountMinor: 250_000,
    language: 'en' as const,
  };
  const started = startApplication(world.as(personId), call.id, details);
  invariant(started.ok, 'the call is open');
  const { applicationId } = started.value;
  for (const question of call.questions.filter(({ kind }) => kind === 'text' || kind === 'line')) {
    told('answering', saveAnswer(world.as(personId), applicationId, question.id, `What ${name} wrote.`));
  }
  return { personId, applicationId };
}

function told(what: string, outcome: { ok: true } | { ok: false; reason: string }): void {
  invariant(outcome.ok, `${what} must be possible: ${outcome.ok ? '' : outcome.reason}`);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { saveAnswer } from '#app/grant/application/commands/save-answer.server.ts';
import { startApplication } from '#app/grant/application/commands/start-application.server.ts';
import { submitApplication } from '#app/grant/application/commands/submit-application.server.ts';
import type { Details } from '#app/grant/application/rules/details.ts';
import type { CallFacts } from '#app/grant/call/queries/call-facts.server.ts';
import type { QuestionKind } from '#app/grant/call/rules/questions.ts';
import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { TestWorld } from './test-world.ts';

/** What Amina asks for, whole. */
export function trialDetails(call: CallFacts): Details {
  return {
    title: 'A kitchen that listens',
    oneLine: 'Every Thursday we cook together and help each other with letters.',
    groupName: 'Thursday Table',
    theme: call.themes[0] ?? '',
    city: 'Coventry',
    amountMinor: 250_000,
    moneyHolder: '',
    hostName: '',
    language: 'en',
  };
}

/** These words where a question takes words, and a cost where it takes costs: what the templates ask. */
export function trialAnswer({ kind }: { readonly kind: QuestionKind }, text: string): string {
  return kind === 'money-table' ? 'Rice and pots\t2,500' : text;
}

/** A draft with every question answered in writing. */
export function writtenDraft(world: TestWorld, applicantId: Id, call: CallFacts, changes: Partial<Details> = {}): Id {
  const started = startApplication(world.as(applicantId), call.id, { ...trialDetails(call), ...changes });
  invariant(started.ok, `the trial draft must be possible: ${started.ok ? '' : started.reason}`);
  for (const question of call.questions) {
    const answer = trialAnswer(question, `About ${question.label}`);
    saveAnswer(world.as(applicantId), started.value.applicationId, question.id, answer);
  }
  return started.value.applicationId;
}

/** The same, submitted: the call must be open. */
export function submitted(world: TestWorld, applicantId: Id, call: CallFacts, changes: Partial<Details> = {}): Id {
  const applicationId = writtenDraft(world, applicantId, call, changes);
  const outcome = submitApplication(world.as(applicantId), applicationId);
  invariant(outcome.ok, `the trial application must be submittable: ${outcome.ok ? '' : outcome.reason}`);
  return applicationId;
}

/** A folder for files that goes away with the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'common-pot-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

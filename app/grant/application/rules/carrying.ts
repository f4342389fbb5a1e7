import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { QuestionKind } from '../../call/rules/questions.ts';
import { type Window, windowOf } from '../../call/rules/window.ts';
import { linesIn } from './answer-text.ts';
import type { ApplicationState } from './state.ts';

export type CarryRefusal = 'settled' | 'still-open';

/**
 * Decides whether the words of an application may begin another one: when nothing can come of it where it is, or its
 * call is closed and nothing rests on it. The first refusal wins.
 */
export function decideCarry(
  found: { readonly state: ApplicationState; readonly settledAt: Instant | null },
  ownWindow: Window,
  now: Instant,
): Outcome<'carry', CarryRefusal> {
  if (found.settledAt !== null) return refused('settled');
  if (found.state !== 'withdrawn' && windowOf(ownWindow, now) !== 'closed') return refused('still-open');
  return done('carry');
}

type Question = {
  readonly id: Id;
  readonly kind: QuestionKind;
  readonly label: string;
  readonly options: readonly string[];
};

export type Carried = {
  /** Answers by the question of the new call that asks the same. */
  readonly answers: readonly { readonly questionId: Id; readonly fromId: Id; readonly text: string }[];
  /** What no question of the new call asks for, as it was written. */
  readonly leftOver: readonly { readonly fromId: Id; readonly label: string; readonly text: string }[];
};

/**
 * Lays earlier answers to the questions of another call: the same kind, asked in the same words, whatever the capitals,
 * spaces and stops. A choice goes along when all that was chosen can be chosen there. Whatever finds no place is left
 * over, and nothing is lost.
 *
 * @param isSameCurrency  of both calls: a list of costs counts in one, and goes along only within it
 */
export function mapAnswers(
  earlier: readonly (Question & { readonly text: string })[],
  asked: readonly Question[],
  isSameCurrency: boolean,
): Carried {
  const free = new Set(asked);
  const answers: Carried['answers'][number][] = [];
  const leftOver: Carried['leftOver'][number][] = [];
  for (const { id: fromId, kind, label, text } of earlier) {
    const same = [...free].find((question) => question.kind === kind && isSameLabel(question.label, label));
    const isCounted = kind !== 'money-table' || isSameCurrency;
    const fits = same !== undefined && isCounted && (same.options.length === 0 || canChoose(same, text));
    if (same !== undefined && fits) {
      free.delete(same);
      answers.push({ questionId: same.id, fromId, text });
    } else if (text.trim() !== '') leftOver.push({ fromId, label, text });
  }
  return { answers, leftOver };
}

function canChoose(question: Question, text: string): boolean {
  return linesIn(text).every((line) => question.options.includes(line));
}

function isSameLabel(one: string, other: string): boolean {
  const bare = (label: string) =>
    (
      label
        .toLowerCase()
        .normalize('NFKC')
        .match(/[\p{L}\p{N}]+/gu) ?? []
    ).join(' ');
  return bare(one) === bare(other);
}

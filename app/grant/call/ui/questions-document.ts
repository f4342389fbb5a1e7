import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import type { CallPage } from '../queries/call-page.server.ts';
import { linesOf, paragraphsOf } from '../rules/lines.ts';
import { minutesFor } from '../rules/minutes.ts';
import { hasWords } from '../rules/questions.ts';
import type { Block } from '../rules/rich-text.ts';
import { sectionsOf } from '../rules/sections.ts';
import { answerWay } from './answer-way.ts';
import { moneyLine, windowLine } from './offer-text.ts';

type Question = CallPage['questions'][number];

/**
 * A call and all its questions as a document to read and to write in, away from the portal.
 *
 * @param url     where the answers go in the end
 * @param reader  BCP 47 tag of what the portal says in it; the call speaks for itself
 */
export function questionsDocument(call: CallPage, url: string, reader: string): Block[] {
  const { words, language } = wordsIn(reader);
  const ours = inLanguage(language);
  const theirs = inLanguage(call.language);
  const lines = (typed: string) => linesOf(typed).map((line) => theirs('point', line));
  return [
    theirs('title', call.title),
    ours('plain', `${call.partnerName} · ${words.call.strands[call.strand]}`),
    theirs('plain', call.summary),
    ours('plain', words.plan.fileLead),
    ours('plain', `${words.plan.fileNoSend} ${say(language, words.plan.fileSend, { url })}`),
    ours('heading', words.plan.timelineTitle),
    ours('plain', windowLine(call, reader)),
    ...call.timeline
      .filter(({ kind }) => kind !== 'opens' && kind !== 'closes')
      .map(dateLine(call.timeZone, reader))
      .map((line) => ours('point', line)),
    ours('heading', words.call.offered),
    ours('plain', moneyLine(call, reader)),
    ...paragraphsOf(call.about).map((paragraph) => theirs('plain', paragraph)),
    ...(call.themes.length === 0
      ? []
      : [ours('plain', words.call.themes), ...call.themes.map((theme) => theirs('point', theme))]),
    ours('heading', words.call.who),
    ...lines(call.whoCanApply),
    ours('point', words.call.noPapers),
    ours('heading', words.call.support),
    ...lines(call.support),
    ...(call.terms.length === 0
      ? []
      : [
          ours('heading', words.glossary.publicTitle),
          ...call.terms.map(({ term, meaning }) => theirs('point', `${term}: ${meaning}`)),
        ]),
    ours('heading', words.call.questionsTitle),
    ...sectionsOf(call.questions).flatMap(({ title, questions }) => [
      ...(title === '' ? [] : [theirs('heading', title)]),
      ...questions.flatMap((question) => questionBlocks(question, call, reader)),
    ]),
    ours('heading', words.call.criteria),
    ...call.criteria.map(({ name, question }) => theirs('point', `${name}: ${question}`)),
  ];
}

function inLanguage(language: string) {
  return (kind: Exclude<Block['kind'], 'space'>, text: string): Block => ({ kind, text, language });
}

function dateLine(timeZone: string, reader: string) {
  const { words, language, deadline, time } = wordsIn(reader);
  return (date: CallPage['timeline'][number]): string => {
    const from = deadline(date.startsAt, timeZone);
    const when =
      date.endsAt === null
        ? from
        : say(language, words.plan.timelineUntil, { from, until: time(date.endsAt, timeZone) });
    return [say(language, words.plan.letterLine, { what: words.plan.kinds[date.kind], when }), date.place]
      .filter((part) => part !== '')
      .join('\n');
  };
}

function questionBlocks(question: Question, call: CallPage, reader: string): Block[] {
  const ours = inLanguage(reader);
  const theirs = inLanguage(call.language);
  return [
    theirs('subheading', `${question.position}. ${question.label}`),
    ...onlyIf(question, call.questions, reader).map((line) => ours('small', line)),
    ...(question.guidance === '' ? [] : [theirs('small', question.guidance)]),
    ours('small', termsOf(question, reader)),
    ...(question.options.length === 0 ? [] : [ours('small', wordsIn(reader).words.call.questionOptions)]),
    ...question.options.map((option) => theirs('choice', option)),
    ...(question.options.length === 0 ? [{ kind: 'space', lines: linesFor(question) } as const] : []),
  ];
}

function onlyIf({ onlyIf: condition }: Question, all: readonly Question[], reader: string): string[] {
  if (condition === null) return [];
  const { words, language, list } = wordsIn(reader);
  const label = all.find(({ id }) => id === condition.questionId)?.label ?? '';
  return [say(language, words.call.questionOnlyIf, { options: list(condition.anyOf, 'or'), label })];
}

/** How it may be answered, how long, and whether it has to be. */
function termsOf(question: Question, reader: string): string {
  const { words, language } = wordsIn(reader);
  return [
    say(language, words.plan.fileHow, { ways: answerWay(words, question) }),
    ...(question.wordsMax === 0 ? [] : [say(language, words.call.questionWords, { max: question.wordsMax })]),
    say(language, words.call.questionMinutes, { minutes: minutesFor(question) }),
    question.required ? words.call.questionNeeded : words.call.questionOptional,
  ].join(' · ');
}

/** Handwriting has about eight words on a line; the box grows for those who type. */
function linesFor({ kind, wordsMax }: Question): number {
  if (!hasWords(kind)) return kind === 'money-table' || kind === 'links' ? 6 : 2;
  return Math.min(18, Math.max(2, Math.ceil(wordsMax / 8)));
}

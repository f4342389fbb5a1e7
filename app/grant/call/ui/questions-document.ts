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
  const plain = (text: string): Block => ({ kind: 'plain', text });
  const heading = (text: string): Block => ({ kind: 'heading', text });
  const points = (lines: readonly string[]) => lines.map((text): Block => ({ kind: 'point', text }));
  return [
    { kind: 'title', text: call.title },
    plain(`${call.partnerName} · ${words.call.strands[call.strand]}`),
    plain(call.summary),
    plain(words.plan.fileLead),
    plain(`${words.plan.fileNoSend} ${say(language, words.plan.fileSend, { url })}`),
    heading(words.plan.timelineTitle),
    plain(windowLine(call, reader)),
    ...points(
      call.timeline.filter(({ kind }) => kind !== 'opens' && kind !== 'closes').map(dateLine(call.timeZone, reader)),
    ),
    heading(words.call.offered),
    plain(moneyLine(call, reader)),
    ...paragraphsOf(call.about).map(plain),
    ...(call.themes.length === 0 ? [] : [plain(words.call.themes), ...points(call.themes)]),
    heading(words.call.who),
    ...points(linesOf(`${call.whoCanApply}\n${words.call.noPapers}`)),
    heading(words.call.support),
    ...points(linesOf(call.support)),
    ...(call.terms.length === 0
      ? []
      : [heading(words.glossary.publicTitle), ...points(call.terms.map(({ term, meaning }) => `${term}: ${meaning}`))]),
    heading(words.call.questionsTitle),
    ...sectionsOf(call.questions).flatMap(({ title, questions }) => [
      ...(title === '' ? [] : [heading(title)]),
      ...questions.flatMap((question) => questionBlocks(question, call.questions, reader)),
    ]),
    heading(words.call.criteria),
    ...points(call.criteria.map(({ name, question }) => `${name}: ${question}`)),
  ];
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

function questionBlocks(question: Question, all: readonly Question[], reader: string): Block[] {
  const small = (text: string): Block => ({ kind: 'small', text });
  return [
    { kind: 'subheading', text: `${question.position}. ${question.label}` },
    ...onlyIf(question, all, reader).map(small),
    ...(question.guidance === '' ? [] : [small(question.guidance)]),
    small(termsOf(question, reader)),
    ...(question.options.length === 0 ? [] : [small(wordsIn(reader).words.call.questionOptions)]),
    ...question.options.map((text): Block => ({ kind: 'choice', text })),
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

import { paths } from '#app/paths.ts';
import { letterFoot } from '#app/people/queries/contact.server.ts';
import { type Person, peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type Letter, writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper, Promised } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { DraftUnfinishedLetter } from '#emails/application/draft-unfinished.tsx';
import { neutralLetter } from '../queries/neutral-letter.server.ts';
import { numberForTexts } from '../queries/number-for-texts.server.ts';
import { unfinishedDraft } from '../queries/unfinished-draft.server.ts';

type Unfinished = NonNullable<ReturnType<typeof unfinishedDraft>>;

/** A letter is no task list: the first few, and how many more. */
const LINES_MAX = 6;

/** Reminds everybody who writes a draft, unless it was sent, taken back or too late in the meantime. */
export const sendDraftUnfinished: Keeper = async (context, promised) => {
  const unfinished = unfinishedDraft(context, promised.subjectId);
  if (unfinished === null) return () => undefined;
  const writers = peopleById(context, unfinished.writerIds);
  const letters = await Promise.all(
    [...writers.values()].map((writer) =>
      writeLetter(context, promised, letterTo(context, promised, writer, unfinished)),
    ),
  );
  return (tx) => {
    for (const write of letters) write(tx);
  };
};

function letterTo(context: Context, promised: Promised, writer: Person, unfinished: Unfinished): Letter {
  const { call, minutes } = unfinished;
  const { words, language, deadline } = wordsIn(writer.language);
  const { reminders } = words;
  const lines = linesOf(unfinished, language, reminders);
  const when = deadline(call.closesAt, call.timeZone);
  const href = new URL(paths.applyApplication({ applicationId: promised.subjectId }), context.env.PUBLIC_URL).href;
  const { title } = call;
  return {
    to: writer.email,
    neutral: neutralLetter(context, promised.subjectId, writer.language),
    short: {
      to: numberForTexts(context, promised.subjectId, writer.id),
      words: say(language, reminders.text, { product: words.common.product, title, when, url: href }),
    },
    subject: say(language, reminders.subject, { title }),
    body: DraftUnfinishedLetter({
      language,
      title: reminders.title,
      sender: letterFoot(context, call.partnerId, language),
      before: [say(language, reminders.hello, { name: writer.name, title }), say(language, reminders.closes, { when })],
      todo: lines.length === 0 ? reminders.todoReady : say(language, reminders.todo, { minutes: Math.max(minutes, 1) }),
      lines,
      after: [reminders.next, reminders.leave, promised.detail.kind === 'two-days' ? reminders.last : reminders.first],
      button: { label: reminders.button, href },
    }),
  };
}

/** Names questions and never answers: somebody else may see the letter. */
function linesOf(
  { gaps, call }: Unfinished,
  language: string,
  reminders: ReturnType<typeof wordsIn>['words']['reminders'],
): string[] {
  const lines = gaps.map((gap) => {
    if (gap.kind === 'details-missing') return reminders.todoDetails;
    if (gap.kind === 'amount-too-high') return reminders.todoAmount;
    const question = call.questions.find(({ id }) => id === gap.questionId);
    return say(language, reminders.todoQuestion, { position: question?.position ?? 0, label: question?.label ?? '' });
  });
  const different = [...new Set(lines)];
  if (different.length <= LINES_MAX) return different;
  const more = say(language, reminders.todoMore, { count: different.length - LINES_MAX + 1 });
  return [...different.slice(0, LINES_MAX - 1), more];
}

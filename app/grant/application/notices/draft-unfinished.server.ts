import { paths } from '#app/paths.ts';
import { personById, phoneOf } from '#app/people/queries/people.server.ts';
import { writeLetter } from '#app/platform/messages.server.ts';
import type { Keeper } from '#app/platform/outbox.server.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { DraftUnfinishedLetter } from '#emails/application/draft-unfinished.tsx';
import { unfinishedDraft } from '../queries/unfinished-draft.server.ts';

type Unfinished = NonNullable<ReturnType<typeof unfinishedDraft>>;

/** A letter is no task list: the first few, and how many more. */
const LINES_MAX = 6;

/** Reminds the writer of a draft, unless it was sent, taken back or too late in the meantime. */
export const sendDraftUnfinished: Keeper = async (context, promised) => {
  const unfinished = unfinishedDraft(context, promised.subjectId);
  const writer = unfinished && personById(context, unfinished.applicantId);
  if (unfinished === null || writer === null) return () => undefined;
  const { call, minutes } = unfinished;
  const { words, language, deadline } = wordsIn(writer.language);
  const { reminders } = words;
  const lines = linesOf(unfinished, language, reminders);
  const when = deadline(call.closesAt, call.timeZone);
  const href = new URL(paths.applyApplication({ applicationId: promised.subjectId }), context.env.PUBLIC_URL).href;
  return writeLetter(context, promised, {
    to: writer.email,
    short: {
      to: phoneOf(context, writer.id),
      words: say(language, reminders.text, { product: words.common.product, title: call.title, when, url: href }),
    },
    subject: say(language, reminders.subject, { title: call.title }),
    partnerId: call.partnerId,
    body: DraftUnfinishedLetter({
      language,
      title: reminders.title,
      sender: call.partnerName,
      before: [
        say(language, reminders.hello, { name: writer.name, title: call.title }),
        say(language, reminders.closes, { when }),
      ],
      todo: lines.length === 0 ? reminders.todoReady : say(language, reminders.todo, { minutes: Math.max(minutes, 1) }),
      lines,
      after: [reminders.next, reminders.leave, promised.detail.kind === 'two-days' ? reminders.last : reminders.first],
      button: { label: reminders.button, href },
    }),
  });
};

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

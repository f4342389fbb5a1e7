import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationAnswers, type ReadableAnswer } from '../../application/queries/application-answers.server.ts';
import { applicationCard } from '../../application/queries/application-card.server.ts';
import { hiddenFromMe } from '../../application/queries/hidden-from.server.ts';
import { isInsider } from '../../application/queries/team.server.ts';
import { type BlindPart, blindCopies } from './blind-copies.server.ts';
import { runPanel } from './run-panel.server.ts';
import { spokenText } from './seen-answers.server.ts';

export type BlindDesk = {
  readonly call: { readonly id: Id; readonly title: string };
  readonly application: {
    readonly id: Id;
    readonly reference: string;
    readonly title: string;
    readonly language: string;
  };
  readonly parts: readonly {
    readonly part: BlindPart;
    /** The question it answers; null for the title and the line below it. */
    readonly question: string | null;
    readonly own: string;
    /** What the portal makes of it by itself. */
    readonly proposed: string;
    /** A name may still stand in that: somebody should read it. */
    readonly isUnsure: boolean;
    /** What somebody wrote instead; null where nobody has. */
    readonly written: string | null;
  }[];
};

/**
 * An application beside what is read of it while names are hidden; null unless she may run the panel and see it. Nobody
 * writes what the panel reads of an application of her own team.
 */
export function blindDesk(context: Context, applicationId: Id): BlindDesk | null {
  const card = applicationCard(context, applicationId);
  const run = card?.state === 'submitted' ? runPanel(context, card.callId) : null;
  if (card === null || run === null || hiddenFromMe(context, [applicationId]).size > 0) return null;
  if (isInsider(context, applicationId, run.managerId)) return null;
  const copy = blindCopies(context, [applicationId]).get(applicationId);
  if (copy === undefined) return null;
  const answers = applicationAnswers(context, applicationId);
  const parts: { part: BlindPart; question: string | null; own: string }[] = [
    { part: 'title', question: null, own: card.title },
    { part: 'oneLine', question: null, own: card.oneLine },
    ...answers.flatMap((answer) => partsOf(answer)),
  ];
  return {
    call: { id: run.call.id, title: run.call.title },
    application: { id: card.id, reference: card.reference, title: card.title, language: card.language },
    parts: parts.map((row) => {
      const written = copy.written(row.part);
      return {
        ...row,
        proposed: copy.masked(row.own),
        isUnsure: written === null && copy.mayName(row.own),
        written,
      };
    }),
  };
}

/** Words that somebody wrote, and words that somebody said; a recording without any waits for them. */
function partsOf({ questionId, label, shown, media }: ReadableAnswer) {
  const written = shown.as === 'text' ? [{ part: questionId, question: label, own: shown.text }] : [];
  const isSpoken = media !== null && media.kind !== 'file';
  const spoken = isSpoken
    ? [{ part: `spoken:${questionId}` as const, question: label, own: spokenText(media)?.text ?? '' }]
    : [];
  return [...written, ...spoken];
}

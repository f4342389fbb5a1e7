import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationAnswers, type ReadableAnswer } from '../../application/queries/application-answers.server.ts';
import { applicationCard } from '../../application/queries/application-card.server.ts';
import { hiddenFromMe } from '../../application/queries/hidden-from.server.ts';
import { isInsider } from '../../application/queries/team.server.ts';
import { hasSheetBegun, sheetCopiesOf, versionsOf } from '../store/blind-copies.server.ts';
import { type BlindPart, blindCopies } from './blind-copies.server.ts';
import { runPanel } from './run-panel.server.ts';
import { spokenText } from './seen-answers.server.ts';

export type BlindDesk = {
  readonly call: { readonly id: Id; readonly title: string; readonly timeZone: string };
  readonly application: {
    readonly id: Id;
    readonly reference: string;
    readonly title: string;
    readonly language: string;
  };
  /** Somebody scores it already: from then on names are taken out, and nothing else is changed. */
  readonly hasBegun: boolean;
  /** What stands for each thing that is taken out. */
  readonly mask: string;
  /** Every version that members could read, newest first. */
  readonly versions: readonly {
    readonly version: number;
    readonly writtenAt: Instant;
    readonly by: string;
    /** By heading: what staff had written. */
    readonly texts: readonly { readonly part: string; readonly question: string | null; readonly text: string }[];
    /** How many sheets were begun beside it. */
    readonly begunBeside: number;
  }[];
  /** How many sheets were begun beside what the portal makes of it by itself. */
  readonly begunBesideNone: number;
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
  const parts: OwnPart[] = [
    { part: 'title', question: null, own: card.title },
    { part: 'oneLine', question: null, own: card.oneLine },
    ...answers.flatMap((answer) => partsOf(answer)),
  ];
  return {
    call: { id: run.call.id, title: run.call.title, timeZone: run.call.timeZone },
    application: { id: card.id, reference: card.reference, title: card.title, language: card.language },
    hasBegun: hasSheetBegun(context.db, applicationId),
    mask: copy.mask,
    ...versionsShown(context, applicationId, parts),
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

type OwnPart = { readonly part: BlindPart; readonly question: string | null; readonly own: string };

function versionsShown(
  context: Context,
  applicationId: Id,
  parts: readonly OwnPart[],
): Pick<BlindDesk, 'versions' | 'begunBesideNone'> {
  const versions = versionsOf(context.db, applicationId);
  const people = peopleById(
    context,
    versions.map(({ writtenBy }) => writtenBy),
  );
  // The lowest of each sheet comes first: beside that it was begun.
  const begun = new Map(
    sheetCopiesOf(context.db, applicationId)
      .toReversed()
      .map(({ sheetId, version }) => [sheetId, version]),
  );
  const begunBeside = (version: number) => [...begun.values()].filter((one) => one === version).length;
  return {
    begunBesideNone: begunBeside(0),
    versions: versions.toReversed().map(({ version, writtenAt, writtenBy, texts }) => ({
      version,
      writtenAt,
      by: people.get(writtenBy)?.name ?? '',
      begunBeside: begunBeside(version),
      texts: parts.flatMap(({ part, question }) => {
        const text = texts[part];
        return text === undefined ? [] : [{ part, question, text }];
      }),
    })),
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

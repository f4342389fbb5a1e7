import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { MediaKind } from '../rules/media.ts';
import type { Media } from '../store/media.server.ts';
import { findCopies, findPictured, findTexts, type MediaText } from '../store/recordings.server.ts';

/** What is said in a recording, in writing. */
export type SpokenText = {
  readonly language: string;
  readonly text: string;
  readonly revision: number;
  readonly writtenBy: Id;
  readonly approvedAt: Instant | null;
};

/** A recording or a file that is ready to be opened, with all that belongs to it. */
export type Recorded = {
  readonly id: Id;
  readonly kind: MediaKind;
  readonly mime: string;
  /** 0 for what is not played. */
  readonly seconds: number;
  readonly fileName: string;
  readonly bytes: number;
  readonly hasPoster: boolean;
  /** How far its copy is that everything plays; null where none is being made. */
  readonly copy: { readonly state: 'waiting' | 'transcoding' | 'ready' | 'failed'; readonly percent: number } | null;
  readonly captions: SpokenText | null;
  readonly transcript: SpokenText | null;
};

/** What others see of what is ready among these: three queries however many. The caller has checked who asks. */
export function recordedAmong(context: Pick<Context, 'db'>, media: readonly Media[]): ReadonlyMap<Id, Recorded> {
  const ready = media.filter(({ state }) => state === 'ready');
  if (ready.length === 0) return new Map();
  const ids = ready.map(({ id }) => id);
  const copies = new Map(findCopies(context.db, ids).map((copy) => [copy.mediaId, copy]));
  const pictured = findPictured(context.db, ids);
  const texts = findTexts(context.db, ids);
  const textOf = (mediaId: Id, kind: MediaText['kind']): SpokenText | null => {
    const found = texts.find((text) => text.mediaId === mediaId && text.kind === kind);
    if (found === undefined) return null;
    const { language, text, revision, writtenBy, approvedAt } = found;
    return { language, text, revision, writtenBy, approvedAt };
  };
  return new Map(
    ready.map(({ id, kind, mime, seconds, fileName, bytes }) => {
      const copy = copies.get(id);
      return [
        id,
        {
          id,
          kind: kind ?? 'file',
          mime: mime ?? '',
          seconds: seconds ?? 0,
          fileName,
          bytes,
          hasPoster: pictured.has(id),
          copy: copy === undefined ? null : { state: copy.state, percent: copy.percent },
          captions: textOf(id, 'captions'),
          transcript: textOf(id, 'transcript'),
        },
      ];
    }),
  );
}

/** The same as those who judge see it: only what the applicant has approved. */
export function onlyApproved(recorded: Recorded): Recorded {
  const approved = (text: SpokenText | null) => (text?.approvedAt == null ? null : text);
  return { ...recorded, captions: approved(recorded.captions), transcript: approved(recorded.transcript) };
}

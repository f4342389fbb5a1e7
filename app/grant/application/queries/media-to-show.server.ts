import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { findMediaOf } from '../store/media.server.ts';
import { findMediaAmong } from '../store/recordings.server.ts';
import { type Recorded, recordedAmong } from './recorded.server.ts';

/** What a group sent with its application and could show to everybody, if it says so. */
export type MediaToShow = {
  /** Pictures that every browser opens, and films that have a picture standing for them. */
  readonly pictures: readonly Recorded[];
  readonly films: readonly Recorded[];
};

const PICTURES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** Of what stands in an application. The caller has checked who asks. */
export function mediaToShow(context: Pick<Context, 'db'>, applicationId: Id): MediaToShow {
  const recorded = [...recordedAmong(context, findMediaOf(context.db, applicationId)).values()];
  const films = recorded.filter(({ kind }) => kind === 'video');
  const pictures = recorded.filter(({ kind, mime }) => kind === 'file' && PICTURES.has(mime));
  return { pictures: [...pictures, ...films.filter(({ hasPoster }) => hasPoster)], films };
}

/** Films that groups show everybody, by their ids: the same few queries however many. The caller has checked that they do. */
export function filmsShown(context: Pick<Context, 'db'>, mediaIds: readonly Id[]): ReadonlyMap<Id, Recorded> {
  return recordedAmong(context, findMediaAmong(context.db, mediaIds));
}

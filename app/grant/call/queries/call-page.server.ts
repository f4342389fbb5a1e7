import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { mayReadCall } from '../rules/access.ts';
import { timelineOf } from '../rules/timeline.ts';
import { daysLeft, type WindowState, windowOf } from '../rules/window.ts';
import { type CallFacts, callBySlug, publicationOfCall } from './call-facts.server.ts';

/** What anybody may read of a call, and how it stands now. */
export type CallPage = Omit<CallFacts, 'partnerId' | 'createdAt' | 'createdBy'> & {
  readonly window: WindowState;
  readonly timeline: ReturnType<typeof timelineOf>;
  readonly daysLeft: number;
  /** The draft its manager looks at before publishing; null for everybody else. */
  readonly previewOf: Id | null;
  readonly factsHash: string | null;
  /** When it last changed after it was published; null if it never did. */
  readonly changedAt: Instant | null;
};

/** The public page of a published call; of a draft, for its own managers only. */
export function callPage(context: Context, slug: string): CallPage | null {
  const call = callBySlug(context, slug);
  if (call === null || !mayReadCall(context.actor, call)) return null;
  const { partnerId, createdAt, createdBy, ...told } = call;
  const publication = publicationOfCall(context, call.id);
  return {
    ...told,
    window: windowOf(call, context.now),
    timeline: timelineOf(call, context.now),
    daysLeft: daysLeft(call, context.now),
    previewOf: call.state === 'draft' ? call.id : null,
    factsHash: publication?.factsHash ?? null,
    changedAt: publication === null || publication.version === 1 ? null : publication.publishedAt,
  };
}

/** The frozen text of a published call, exactly as it was hashed. */
export function publishedText(context: Context, slug: string): { facts: string; factsHash: string } | null {
  const call = callBySlug(context, slug);
  return call === null ? null : publicationOfCall(context, call.id);
}

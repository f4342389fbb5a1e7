import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { differences, toldIn } from '../rules/differences.ts';
import { findVersion, findVersions } from '../store/changes.server.ts';
import { findCallBySlug, type Publication } from '../store.server.ts';
import { type ToldChange, toldChanges } from './told-changes.server.ts';

export type CallVersion = {
  readonly version: number;
  readonly publishedAt: Instant;
  /** Empty for the first. */
  readonly reason: string;
  readonly factsHash: string;
  /** Against the version before; none for the first. */
  readonly changes: readonly ToldChange[];
};

/** Every version of a published call with what it changed, the newest first; null for a draft, whoever asks. */
export function callVersions(context: Context, slug: string) {
  const call = findCallBySlug(context.db, slug);
  if (call === null || call.state !== 'published') return null;
  const publications = findVersions(context.db, call.id);
  const versions: CallVersion[] = publications.map((publication, place) => ({
    version: publication.version,
    publishedAt: publication.publishedAt,
    reason: publication.reason,
    factsHash: publication.factsHash,
    changes: changesSince(publications[place + 1], publication, call.timeZone, context.language),
  }));
  return { slug: call.slug, title: call.title, timeZone: call.timeZone, versions };
}

function changesSince(
  before: Publication | undefined,
  after: Publication,
  timeZone: string,
  language: string,
): ToldChange[] {
  if (before === undefined) return [];
  return toldChanges(differences(toldIn(before.facts), toldIn(after.facts)), timeZone, language);
}

/** The text of one version, exactly as it was hashed. */
export function versionText(
  context: Context,
  slug: string,
  version: number,
): { facts: string; factsHash: string } | null {
  const call = findCallBySlug(context.db, slug);
  return call === null ? null : findVersion(context.db, call.id, version);
}

/** What one version changed, and why, for the letter that says so. The caller knows its reader. */
export function changesOfVersion(context: Pick<Context, 'db'>, callId: string, version: number) {
  const after = findVersion(context.db, callId, version);
  const before = findVersion(context.db, callId, version - 1);
  if (after === null || before === null) return null;
  return {
    reason: after.reason,
    publishedAt: after.publishedAt,
    changes: differences(toldIn(before.facts), toldIn(after.facts)),
  };
}

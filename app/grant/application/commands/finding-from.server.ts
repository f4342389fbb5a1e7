import type { Id } from '#app/kernel/id.ts';
import type { CallCheckItem } from '../../call/queries/call-facts.server.ts';
import { type Finding, type FindingName, tidiedFinding } from '../rules/eligibility.ts';

/** What a form says: which sentences of the call, by their ids. */
export type FindingDraft = {
  readonly outcome: FindingName;
  readonly reasonIds: readonly Id[];
  readonly note: string;
};

/** The finding with the sentences as they stand today: a later change of the call does not rewrite it. */
export function findingFrom({ outcome, reasonIds, note }: FindingDraft, items: readonly CallCheckItem[]): Finding {
  const reasons = items
    .filter((item) => reasonIds.includes(item.id))
    .map(({ statement, route, advice, link, otherSlug }) => ({ statement, route, advice, link, otherSlug }));
  return tidiedFinding({ outcome, reasons, note });
}

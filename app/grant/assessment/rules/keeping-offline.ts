import { DAY, type Instant } from '#app/kernel/instant.ts';

/** A phone that never comes back to the portal keeps what others wrote no longer than this. */
export const KEPT_DAYS = 3;

/** So much one page of a queue or a sheet is on a phone, as text: 25 of them and their frame were 0.5 MB in the demonstration. */
const PAGE_BYTES = 20_000;

/** Style and scripts, once for all pages. */
const FRAME_BYTES = 200_000;

/** What a phone may keep now: two versions are equal as long as the page shows the same. */
export type OfferedPage = { readonly url: string; readonly version: string; readonly isSheet: boolean };

/** What the portal says that this person may keep. */
export type Offer = {
  readonly personId: string;
  /** Changes with every build and with the language: pages and scripts of two builds do not belong together. */
  readonly build: string;
  /** From now on, in milliseconds: the phone's clock may be wrong, and is compared with itself only. */
  readonly keepForMs: number;
  readonly pages: readonly OfferedPage[];
};

export type KeptPage = OfferedPage & { readonly keptAt: Instant };

/** What is on the phone. */
export type Kept = {
  readonly personId: string;
  readonly build: string;
  readonly until: Instant;
  readonly pages: readonly KeptPage[];
};

/** How long copies may be served without asking the portal again: some days, and never past the end of scoring. */
export function keptForMs(now: Instant, scoringEnds: readonly (Instant | null)[]): number {
  const longest = KEPT_DAYS * DAY;
  // Of several panels the first to end decides: until the portal was asked again, one limit holds for all.
  return Math.max(0, Math.min(longest, ...scoringEnds.map((end) => (end === null ? longest : end - now))));
}

/** Whether copies may be shown without asking: to the person they were kept for, until they are too old. */
export function mayServe(kept: Kept | null, now: Instant): kept is Kept {
  return kept !== null && kept.pages.length > 0 && now < kept.until;
}

/**
 * What goes and what is fetched, after the portal has said what may be kept.
 *
 * @param kept  null before anything was kept
 */
export function planKeeping(kept: Kept | null, offer: Offer) {
  const offered = new Map(offer.pages.map((page) => [page.url, page]));
  const isHers = kept !== null && kept.personId === offer.personId;
  // Of another build or language everything is fetched anew, and the old copies stay until then: they still work.
  const isCurrent = isHers && kept.build === offer.build;
  const stays = isHers ? kept.pages.filter(({ url }) => offered.has(url)) : [];
  const versions = new Map(stays.map((page) => [page.url, page.version]));
  return {
    drop: (kept?.pages ?? []).filter((page) => !stays.includes(page)).map(({ url }) => url),
    stays,
    fetch: offer.pages.filter((page) => !isCurrent || versions.get(page.url) !== page.version),
  };
}

/** Roughly, before anything is fetched; in millions of bytes, rounded up to tenths. */
export function megabytesOf(pages: number): number {
  return Math.ceil((FRAME_BYTES + pages * PAGE_BYTES) / 100_000) / 10;
}

/** What somebody typed into a form that is no longer theirs to save: shown once more, so that nothing is lost. */
export type KeptWords = { readonly title: string; readonly lead: string; readonly texts: readonly string[] };

/** An answer that says so instead of a page; the page of faults shows it. */
export function keptWordsResponse(kept: KeptWords, status: number): Response {
  return Response.json({ kept }, { status });
}

/** The words in what a fault carries; null when it carries none. */
export function keptWordsIn(carried: unknown): KeptWords | null {
  if (typeof carried !== 'object' || carried === null || !('kept' in carried)) return null;
  return carried.kept as KeptWords;
}

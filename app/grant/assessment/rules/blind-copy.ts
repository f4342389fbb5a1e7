/** One text of an application: what members could read of it so far, and what they are to read from now on. */
export type RewrittenPart = { readonly before: string; readonly after: string };

/**
 * Whether a change only takes something out: whatever is gone, the mask stands in its place, and no other word is
 * different. Words where nothing could be read are allowed: they take nothing from what was judged.
 *
 * @param mask  stands for each thing that was taken out
 */
export function onlyTakesOut({ before, after }: RewrittenPart, mask: string): boolean {
  const [from, to] = [plain(before), plain(after)];
  if (from === '' || from === to) return true;
  const kept = to.split(mask);
  const [first = '', ...rest] = kept;
  const last = rest.pop();
  // Without a mask nothing says that something is missing.
  if (last === undefined || !from.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = from.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return from.length - last.length >= at && from.endsWith(last);
}

/** White space is no word. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

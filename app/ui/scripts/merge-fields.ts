import type { ByField } from './form-controls.ts';

/**
 * What two windows have made of one form since they last agreed, field by field: what only one of them has changed is
 * taken from it, and what both made the same is no difference.
 *
 * @param base    what both began with
 * @returns       `merged` with this window's words where both wrote something else, and the names of those fields
 */
export function mergeFields(
  base: ByField,
  here: ByField,
  there: ByField,
): { readonly merged: ByField; readonly both: readonly string[] } {
  const merged: Record<string, string> = {};
  const both: string[] = [];
  for (const name of new Set([...Object.keys(here), ...Object.keys(there)])) {
    const [was, mine, theirs] = [base[name] ?? '', here[name] ?? '', there[name] ?? ''];
    merged[name] = mine === was ? theirs : mine;
    if (mine !== was && theirs !== was && mine !== theirs) both.push(name);
  }
  return { merged, both };
}

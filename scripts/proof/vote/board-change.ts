import { canonicalJson } from '#app/grant/pitch-day/rules/canonical-json.ts';
import type { Seeded } from '../seeded.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Container = Json[] | { [key: string]: Json };

/**
 * What a board says and cannot prove: that it is final, how many sheets two people counted, what was thrown. Checks hold
 * these to what is possible; who was in the room knows the rest.
 */
const UNPROVABLE = /^(?:state|revealed\.paper|revealed\.randomness)(?:\.|$)/;

/**
 * Changes one thing on a board, anywhere: a letter, a number, a kind, an item taken out, doubled or swapped, or something
 * of another board put in its place.
 *
 * @returns  the changed board and what was done; null where the change says the same in other words
 */
export function changeBoard(
  text: string,
  other: string,
  chance: Seeded,
): { readonly text: string; readonly what: string } | null {
  const board = JSON.parse(text) as { [key: string]: Json };
  const path: string[] = [];
  let at: Container = board;
  let key = chance.one(Object.keys(at));
  for (;;) {
    path.push(key);
    const inner: Json = childOf(at, key);
    if (typeof inner !== 'object' || inner === null || Object.keys(inner).length === 0 || chance.inHundred(12)) break;
    at = inner;
    key = chance.one(Object.keys(at));
  }
  if (UNPROVABLE.test(path.join('.'))) return null;
  const how = Array.isArray(at) && chance.inHundred(35) ? changeList(at, Number(key), chance) : null;
  const what = how ?? changeValue(at, key, strangeValue(other, path), chance);
  const changed = JSON.stringify(board);
  const isSame = sameWords(text) === sameWords(changed) || (path[1] === 'voidTokens' && areFewerLost(text, changed));
  return isSame ? null : { text: changed, what: `${what} at ${path.join('.')}` };
}

/** A lost sheet that is not called lost: nobody voted with it all the same, or it would be among the used ones. */
function areFewerLost(before: string, after: string): boolean {
  const lost: Json = JSON.parse(after).revealed.voidTokens;
  const known: Json[] = JSON.parse(before).revealed.voidTokens;
  return Array.isArray(lost) && lost.every((hash) => known.includes(hash)) && new Set(lost).size === lost.length;
}

function childOf(at: Container, key: string): Json {
  return (Array.isArray(at) ? at[Number(key)] : at[key]) ?? null;
}

function changeList(list: Json[], place: number, chance: Seeded): string {
  const kind = chance.one(['taken out', 'doubled', 'swapped']);
  const item = list[place] ?? null;
  if (kind === 'taken out') list.splice(place, 1);
  else if (kind === 'doubled') list.splice(place, 0, item);
  else {
    const elsewhere = chance.below(list.length);
    list[place] = list[elsewhere] ?? null;
    list[elsewhere] = item;
  }
  return kind;
}

function changeValue(at: Container, key: string, strange: Json | undefined, chance: Seeded): string {
  const value = childOf(at, key);
  const put = (changed: Json) => Object.assign(at, { [key]: changed });
  const kind = chance.below(10);
  if (kind === 0 && !Array.isArray(at)) {
    delete at[key];
    return 'left out';
  }
  if (kind === 1) put(chance.one<Json>([null, 0, '', [], {}, true, -1, '0']));
  else if (kind === 2 && strange !== undefined) put(strange);
  else if (typeof value === 'string') put(changeText(value, chance));
  else if (typeof value === 'number') put(value + chance.one([1, -1, 10, 1_000, 0.5, -value - 1]));
  else if (typeof value === 'boolean') put(!value);
  else put(chance.one<Json>([1, 'x', [null], { a: 1 }]));
  return 'another value';
}

function changeText(text: string, chance: Seeded): string {
  const place = chance.below(text.length + 1);
  const rest = text.slice(place + 1);
  const symbol = chance.one([...'0123456789abcdef', 'A', '"', '\\', ' ', '\n', 'é', '\u202e']);
  return chance.one([
    () => text.slice(0, place) + symbol + rest,
    () => text.slice(0, place) + rest,
    () => text.slice(0, place) + symbol + text.slice(place),
    () => text.slice(0, place),
    () => text.toUpperCase(),
  ])();
}

/** What stands at the same place on another board. */
function strangeValue(other: string, path: readonly string[]): Json | undefined {
  let at: Json | undefined = JSON.parse(other);
  for (const key of path) at = typeof at === 'object' && at !== null ? childOf(at, key) : undefined;
  return at;
}

/** The order of the levels, each with its list, says nothing. */
function sameWords(text: string): string {
  const byLevel = (list: Json) =>
    Array.isArray(list)
      ? list.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
      : (list ?? null);
  const board = JSON.parse(text);
  const said = { ...board, issued: byLevel(board.issued) };
  if (said.revealed) said.revealed = { ...said.revealed, issuedTokens: byLevel(said.revealed.issuedTokens) };
  try {
    return canonicalJson(said);
  } catch {
    // Fractions have no canonical form, and an honest board has none.
    return text.length.toString() + JSON.stringify(said);
  }
}

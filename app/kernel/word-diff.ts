export type WordChange = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string };

/** Two texts with more words than this, multiplied, are shown one after the other: comparing them would take seconds. */
const COMPARED_MOST = 4_000_000;

/**
 * How one text became another, word by word: put together without what is new it is the first, without what is gone
 * the second. What went stands before what came in its place.
 *
 * A change of spaces alone is no change to see; line breaks come out as they are in the second.
 *
 * @returns  runs of words; neighbours are of different kinds, and none is empty
 * @source   Wagner & Fischer, The String-to-String Correction Problem (1974): the longest common subsequence
 */
export function wordChanges(before: string, after: string): WordChange[] {
  const [old, now] = [tokensOf(before), tokensOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && isSame(old[start], now[start])) start += 1;
  let [oldEnd, nowEnd] = [old.length, now.length];
  while (oldEnd > start && nowEnd > start && isSame(old[oldEnd - 1], now[nowEnd - 1])) {
    oldEnd -= 1;
    nowEnd -= 1;
  }
  return joined([
    ...now.slice(0, start).map((text) => ({ kind: 'same', text }) as const),
    ...middle(old.slice(start, oldEnd), now.slice(start, nowEnd)),
    ...now.slice(nowEnd).map((text) => ({ kind: 'same', text }) as const),
  ]);
}

/** Each word with the space before it, the first one too: so that words stay apart wherever they end up. */
function tokensOf(text: string): string[] {
  return ` ${text.trim()}`.match(/\s+\S+/g) ?? [];
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one?.trim() === other?.trim();
}

function middle(old: readonly string[], now: readonly string[]): WordChange[] {
  if (old.length * now.length > COMPARED_MOST) {
    return [
      ...old.map((text) => ({ kind: 'gone', text }) as const),
      ...now.map((text) => ({ kind: 'new', text }) as const),
    ];
  }
  const lengths = commonLengths(old, now);
  const width = now.length + 1;
  const lengthAt = (one: number, other: number) => lengths[one * width + other] ?? 0;
  const changes: WordChange[] = [];
  let [one, other] = [0, 0];
  while (one < old.length || other < now.length) {
    const [was, is] = [old[one], now[other]];
    if (was !== undefined && is !== undefined && isSame(was, is)) {
      changes.push({ kind: 'same', text: is });
      one += 1;
      other += 1;
    } else if (was !== undefined && (is === undefined || lengthAt(one + 1, other) >= lengthAt(one, other + 1))) {
      changes.push({ kind: 'gone', text: was });
      one += 1;
    } else if (is !== undefined) {
      changes.push({ kind: 'new', text: is });
      other += 1;
    }
  }
  return changes;
}

/** For every two places, how many words what follows them has in common; row by row, from the end. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint16Array {
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  for (let one = old.length - 1; one >= 0; one -= 1) {
    for (let other = now.length - 1; other >= 0; other -= 1) {
      const at = one * width + other;
      const both = (lengths[at + width + 1] ?? 0) + 1;
      lengths[at] = isSame(old[one], now[other]) ? both : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
    }
  }
  return lengths;
}

function joined(changes: readonly WordChange[]): WordChange[] {
  const runs: WordChange[] = [];
  for (const change of changes) {
    const last = runs.at(-1);
    if (last?.kind === change.kind) runs[runs.length - 1] = { kind: last.kind, text: last.text + change.text };
    else runs.push(change);
  }
  return runs.map((run, place) => (place === 0 ? { ...run, text: run.text.trimStart() } : run));
}

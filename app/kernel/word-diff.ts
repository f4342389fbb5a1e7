/** A stretch of a text that stayed, went or came. */
export type Stretch = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string };

/** Above this a comparison of words takes seconds, and nobody could read it anyway. */
const CELLS_MAX = 4_000_000;

/**
 * Compares two texts word by word: joined, "same" and "gone" are the earlier text, "same" and "new" the later one.
 *
 * @source Hunt & McIlroy, An Algorithm for Differential File Comparison (1976): the longest common subsequence
 */
export function wordDiff(earlier: string, later: string): Stretch[] {
  const [before, after] = [wordsWithSpaces(earlier), wordsWithSpaces(later)];
  let head = 0;
  while (head < Math.min(before.length, after.length) && before[head] === after[head]) head += 1;
  let tail = 0;
  const shorter = Math.min(before.length, after.length) - head;
  while (tail < shorter && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const middle = compare(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  return joined([
    ...before.slice(0, head).map((text) => ({ kind: 'same' as const, text })),
    ...middle,
    ...before.slice(before.length - tail).map((text) => ({ kind: 'same' as const, text })),
  ]);
}

/** Words and what stands between them: put together they are the text again. */
function wordsWithSpaces(text: string): string[] {
  return text.match(/\s+|[^\s]+/gu) ?? [];
}

function compare(before: readonly string[], after: readonly string[]): Stretch[] {
  const replaced = [
    ...before.map((text) => ({ kind: 'gone' as const, text })),
    ...after.map((text) => ({ kind: 'new' as const, text })),
  ];
  if (before.length * after.length > CELLS_MAX || before.length === 0 || after.length === 0) return replaced;
  const width = after.length + 1;
  const common = new Uint16Array((before.length + 1) * width);
  const at = (row: number, column: number) => common[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      common[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const stretches: Stretch[] = [];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    const [gone, came] = [before[row], after[column]];
    if (gone !== undefined && gone === came) {
      stretches.push({ kind: 'same', text: gone });
      row += 1;
      column += 1;
    } else if (gone !== undefined && (came === undefined || at(row + 1, column) >= at(row, column + 1))) {
      stretches.push({ kind: 'gone', text: gone });
      row += 1;
    } else {
      stretches.push({ kind: 'new', text: came ?? '' });
      column += 1;
    }
  }
  return stretches;
}

/** Neighbours of one kind become one stretch, and what went stands before what came in its place. */
function joined(words: readonly Stretch[]): Stretch[] {
  const stretches: Stretch[] = [];
  let [gone, came] = ['', ''];
  const flush = () => {
    if (gone !== '') stretches.push({ kind: 'gone', text: gone });
    if (came !== '') stretches.push({ kind: 'new', text: came });
    [gone, came] = ['', ''];
  };
  for (const [place, { kind, text }] of words.entries()) {
    if (kind === 'gone') gone += text;
    else if (kind === 'new') came += text;
    else if ((gone !== '' || came !== '') && isBetweenChanges(words, place)) {
      // A single space between two changed words changes with them: one stretch is easier to read than three.
      gone += text;
      came += text;
    } else {
      flush();
      const last = stretches.at(-1);
      if (last?.kind === 'same') stretches[stretches.length - 1] = { kind: 'same', text: last.text + text };
      else stretches.push({ kind: 'same', text });
    }
  }
  flush();
  return stretches;
}

function isBetweenChanges(words: readonly Stretch[], place: number): boolean {
  const next = words[place + 1];
  return /^\s+$/u.test(words[place]?.text ?? '') && next !== undefined && next.kind !== 'same';
}

import { proveTheBooks } from './money/model.ts';
import type { Proved } from './promise.ts';

/** What is promised of grant money, one proof after another: each takes a whole processor. */
export function proveMoney(isShort: boolean, seed: number, tell: (line: string) => void): (() => Promise<Proved>)[] {
  return [() => proveTheBooks(isShort ? 3_000 : 1_000_000, seed, tell)];
}

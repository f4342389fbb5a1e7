import { proveMoneyCrashes } from './money/crashes.ts';
import { proveIllegalSql } from './money/illegal.ts';
import { proveTheBooks } from './money/model.ts';
import { proveStatements } from './money/statements.ts';
import { proveTwoPeople } from './money/two-people.ts';
import type { Proved } from './promise.ts';

/** What is promised of grant money, one proof after another: each takes a whole processor. */
export function proveMoney(isShort: boolean, seed: number, tell: (line: string) => void): (() => Promise<Proved>)[] {
  return [
    () => proveTheBooks(isShort ? 3_000 : 1_000_000, seed, tell),
    () => proveMoneyCrashes(isShort ? 13 : 500, seed, tell),
    () => proveIllegalSql(tell),
    () => proveTwoPeople(tell),
    () => proveStatements(500, seed, tell),
  ];
}

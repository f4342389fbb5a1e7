/** One line of a proof: how often a promise was put to the test, and how often it was broken. */
export type Proved = {
  readonly promise: string;
  readonly tried: number;
  readonly failed: number;
  readonly seconds: number;
};

/**
 * @param prove  puts the promise to the test, and tells of everything that broke it
 * @param tell   hears each break in words
 */
export async function proved(
  promise: string,
  tell: (line: string) => void,
  prove: (broken: (how: string) => void) => Promise<number>,
): Promise<Proved> {
  const startedAt = performance.now();
  let failed = 0;
  const tried = await prove((how) => {
    failed += 1;
    tell(how);
  });
  return { promise, tried, failed, seconds: Number(((performance.now() - startedAt) / 1000).toFixed(1)) };
}

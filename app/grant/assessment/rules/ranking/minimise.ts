import { invariant } from '#app/kernel/invariant.ts';

type Corner = { readonly point: readonly number[]; readonly value: number };

const STEPS_MAX = 2_000;

/**
 * Finds where a smooth function of a few numbers is smallest, by a simplex that turns over downhill.
 *
 * @param start      where to begin
 * @param tolerance  ends when the values at all corners differ by less than this share of them
 * @throws           when it does not end within 2,000 steps
 * @source           Nelder and Mead (1965), begun once more where it ends (Press et al., Numerical Recipes, 10.5)
 */
export function minimise(
  of: (point: readonly number[]) => number,
  start: readonly number[],
  tolerance: number,
): readonly number[] {
  return descend(of, descend(of, start, tolerance), tolerance);
}

function descend(of: (point: readonly number[]) => number, start: readonly number[], tolerance: number) {
  const corner = (point: readonly number[]): Corner => ({ point, value: of(point) });
  let corners = [start, ...start.map((_, axis) => start.map((x, at) => (at === axis ? x + 0.5 : x)))].map(corner);
  for (let step = 0; step < STEPS_MAX; step += 1) {
    corners = corners.toSorted((one, other) => one.value - other.value);
    const best = corners[0] as Corner;
    const worst = corners.at(-1) as Corner;
    if (worst.value - best.value <= tolerance * (1 + Math.abs(best.value))) return best.point;
    const others = corners.slice(0, -1);
    const middle = start.map((_, axis) => others.reduce((sum, { point }) => sum + (point[axis] as number), 0));
    const through = (factor: number) =>
      corner(
        middle.map((sum, axis) => {
          const centre = sum / others.length;
          return centre + factor * ((worst.point[axis] as number) - centre);
        }),
      );
    const next = turned(through, best, others.at(-1) as Corner, worst);
    corners =
      next === null
        ? [best, ...corners.slice(1).map(({ point }) => corner(point.map((x, axis) => halfway(x, best.point, axis))))]
        : [...others, next];
  }
  invariant(false, 'a likelihood of two ratios has one top');
}

/** The worst corner's new place; null where only shrinking helps. */
function turned(through: (factor: number) => Corner, best: Corner, second: Corner, worst: Corner): Corner | null {
  const mirrored = through(-1);
  if (mirrored.value < best.value) {
    const further = through(-2);
    return further.value < mirrored.value ? further : mirrored;
  }
  if (mirrored.value < second.value) return mirrored;
  const nearer = through(mirrored.value < worst.value ? -0.5 : 0.5);
  return nearer.value < Math.min(mirrored.value, worst.value) ? nearer : null;
}

function halfway(x: number, towards: readonly number[], axis: number): number {
  return (x + (towards[axis] as number)) / 2;
}

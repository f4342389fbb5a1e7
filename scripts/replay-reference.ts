import { existsSync, readFileSync } from 'node:fs';

type Reference = {
  readonly ballots: number;
  readonly approval_count?: Record<string, number>;
  /** What choose-one files call the same. */
  readonly ballots_naming_project?: Record<string, number>;
  readonly rules: Record<string, { readonly selected_in_order: readonly string[] } | undefined>;
};

/** Whether ballots, approvals and winners are those of the reference beside the file; null when there is none. */
export function matchesReference(
  file: string,
  ballots: number,
  approvals: Record<string, number>,
  winners: readonly string[],
): boolean | null {
  const beside = file.replace(/\.pb$/, '.reference.json');
  if (beside === file || !existsSync(beside)) return null;
  const reference = JSON.parse(readFileSync(beside, 'utf8')) as Reference;
  const expected = reference.approval_count ?? reference.ballots_naming_project ?? {};
  const rule = reference.rules.greedy_cost ?? reference.rules.greedy_points;
  return (
    ballots === reference.ballots &&
    Object.entries(approvals).every(([id, count]) => count === (expected[id] ?? 0)) &&
    winners.join() === rule?.selected_in_order.join()
  );
}

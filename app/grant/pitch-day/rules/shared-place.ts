/** Equal approvals share a place, counted from 1; whoever follows has as many before her as have more. */
export function sharedPlace(
  options: readonly { readonly approvals: number }[],
  { approvals }: { readonly approvals: number },
): number {
  return 1 + options.filter((other) => other.approvals > approvals).length;
}

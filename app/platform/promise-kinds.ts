/**
 * Everything a commit may promise to do afterwards, in story order.
 * `wiring.server.ts` must name who keeps each: a missing keeper does not compile.
 */
export type PromiseKind =
  // people
  'sign-in-code-requested';

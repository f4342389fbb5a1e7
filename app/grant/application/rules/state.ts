import { done, type Outcome, refused } from '#app/kernel/outcome.ts';

export type ApplicationState = 'draft' | 'submitted' | 'withdrawn';

const MOVES: Readonly<Record<ApplicationState, readonly ApplicationState[]>> = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['withdrawn'],
  withdrawn: [],
};

/** Says whether an application may go from one state to another; it never goes back. */
export function move(from: ApplicationState, to: ApplicationState): Outcome<ApplicationState, 'not-from-here'> {
  return MOVES[from].includes(to) ? done(to) : refused('not-from-here');
}

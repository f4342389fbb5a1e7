import type { PanelState } from './panel-state.ts';

export type WorkStage = 'wait' | 'conflicts' | 'ready' | 'scoring' | 'done' | 'none' | 'closed';

/** What a member has to do next, as her page says it first. Whoever came after the giving out has nothing, and has done nothing. */
export function workStage(facts: {
  readonly panel: PanelState;
  readonly isCallClosed: boolean;
  readonly hasDeclared: boolean;
  readonly isOpen: boolean;
  readonly toDo: number;
  readonly handedIn: number;
}): WorkStage {
  if (facts.panel === 'closed') return 'closed';
  if (!facts.isCallClosed) return 'wait';
  if (!facts.hasDeclared) return 'conflicts';
  if (facts.panel === 'preparing' || !facts.isOpen) return 'ready';
  if (facts.toDo > 0) return 'scoring';
  return facts.handedIn > 0 ? 'done' : 'none';
}

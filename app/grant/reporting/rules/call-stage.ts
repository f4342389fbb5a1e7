/** Where a call is in its year, as its manager sees it. */
export type CallStage =
  | 'draft'
  | 'coming'
  | 'open'
  | 'reading'
  | 'scoring'
  | 'shortlisting'
  | 'pitching'
  | 'deciding'
  | 'granting';

export type CallStageFacts = {
  readonly state: 'draft' | 'published';
  readonly window: 'not-yet' | 'open' | 'closed';
  readonly panel: 'preparing' | 'scoring' | 'closed';
  readonly isShortlisted: boolean;
  readonly hasPitchDay: boolean;
  readonly pitchDay: 'planned' | 'running' | 'over' | null;
  readonly isDecided: boolean;
};

/** The first thing that is not finished yet names the stage. */
export function callStageOf(facts: CallStageFacts): CallStage {
  if (facts.state === 'draft') return 'draft';
  if (facts.window === 'not-yet') return 'coming';
  if (facts.window === 'open') return 'open';
  if (facts.panel === 'preparing') return 'reading';
  if (facts.panel === 'scoring') return 'scoring';
  if (!facts.isShortlisted) return 'shortlisting';
  if (facts.hasPitchDay && facts.pitchDay !== 'over') return 'pitching';
  return facts.isDecided ? 'granting' : 'deciding';
}

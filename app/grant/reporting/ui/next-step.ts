import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import type { CallStage } from '../rules/call-stage.ts';

type Step = {
  readonly to: string;
  readonly words:
    | 'linkCall'
    | 'linkApplications'
    | 'linkPanel'
    | 'linkShortlist'
    | 'linkPitchDay'
    | 'linkDecision'
    | 'linkAwards';
};

/** The page where a call's manager does what its stage waits for. */
export function nextStepOf(stage: CallStage, callId: Id): Step {
  switch (stage) {
    case 'draft':
      return { to: paths.staffCall({ callId }), words: 'linkCall' };
    case 'coming':
    case 'open':
    case 'reading':
    case 'scoring':
      return { to: paths.staffPanel({ callId }), words: 'linkPanel' };
    case 'shortlisting':
      return { to: paths.staffShortlist({ callId }), words: 'linkShortlist' };
    case 'pitching':
      return { to: paths.staffPitchDay({ callId }), words: 'linkPitchDay' };
    case 'deciding':
      return { to: paths.staffDecision({ callId }), words: 'linkDecision' };
    case 'granting':
      return { to: paths.staffAwards({ callId }), words: 'linkAwards' };
  }
}

import type { Id } from '#app/kernel/id.ts';
import { HOUR } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { ffmpegIn } from '#app/platform/ffmpeg.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { applicationsUnderReview } from '../../application/queries/application-card.server.ts';
import { hiddenFromMe } from '../../application/queries/hidden-from.server.ts';
import { windowOf } from '../../call/rules/window.ts';
import type { PanelState } from '../rules/panel-state.ts';
import { type PhaseDraft, proposedPhases } from '../rules/planning-phases.ts';
import type { Phase } from '../rules/review-phases.ts';
import { copiesOf } from '../store/blind-copies.server.ts';
import { phasesOf } from '../store/phases.server.ts';
import { runPanel } from './run-panel.server.ts';

export type PhaseDesk = {
  readonly call: { readonly id: Id; readonly title: string; readonly timeZone: string };
  readonly state: PanelState;
  readonly phases: readonly (Phase & { readonly when: 'over' | 'now' | 'next' })[];
  /** What is proposed while there are none. */
  readonly proposal: readonly PhaseDraft[];
  /** Whether this machine can take the sound out of a recording. */
  readonly hasSound: boolean;
  /** What is read without names, in order of reference; empty while people can still apply. */
  readonly blind: readonly {
    readonly applicationId: Id;
    readonly reference: string;
    readonly title: string;
    readonly language: string;
    /** How many of its texts somebody has written anew. */
    readonly written: number;
  }[];
  readonly blindCount: number;
};

/** The phases of a panel and the texts that are read without names; null unless she may run the panel. */
export function phaseDesk(context: Context, callId: Id, shown: number): PhaseDesk | null {
  const run = runPanel(context, callId);
  if (run === null) return null;
  const { call } = run;
  const all = windowOf(call, context.now) === 'closed' ? applicationsUnderReview(context, callId) : [];
  const hidden = hiddenFromMe(
    context,
    all.map(({ id }) => id),
  );
  const open = all.filter(({ id }) => !hidden.has(id));
  const cards = open.slice(0, shown);
  const ids = cards.map(({ id }) => id);
  const written = new Map(copiesOf(context.db, ids).map((row) => [row.applicationId, row.texts]));
  const from = Math.ceil(Math.max(context.now + 1, call.closesAt) / HOUR) * HOUR;
  return {
    call: { id: call.id, title: call.title, timeZone: call.timeZone },
    state: run.state,
    phases: phasesOf(context.db, callId).map((phase) => ({ ...phase, when: whenIs(phase, context.now) })),
    proposal: proposedPhases(from, wordsIn('en').words.panelPhasesDesk.proposedNames),
    hasSound: ffmpegIn(context.env) !== null,
    blind: cards.map(({ id, reference, title, language }) => ({
      applicationId: id,
      reference,
      title,
      language,
      written: Object.keys(written.get(id) ?? {}).length,
    })),
    blindCount: open.length,
  };
}

function whenIs({ startsAt, endsAt }: Phase, now: number): 'over' | 'now' | 'next' {
  if (endsAt <= now) return 'over';
  return startsAt <= now ? 'now' : 'next';
}

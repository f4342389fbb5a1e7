import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type ApplicationCard, applicationCard } from '../../application/queries/application-card.server.ts';
import { findingsOf } from '../../application/queries/eligibility.server.ts';
import { isHiddenFrom } from '../../application/queries/hidden-from.server.ts';
import { mediaOwner } from '../../application/queries/media-file.server.ts';
import { isInsider } from '../../application/queries/team.server.ts';
import { mayReadApplication, mayScoreApplication, type Reading } from '../rules/access.ts';
import type { PanelState } from '../rules/panel-state.ts';
import type { ReviewRules } from '../rules/review-phases.ts';
import { assignedTo } from '../store/assignments.server.ts';
import { findConflict, findMember, type MemberRow, panelStateOf } from '../store/panel.server.ts';
import { activePhase } from './active-phase.server.ts';

export type OpenReading = {
  readonly card: ApplicationCard;
  readonly member: MemberRow;
  readonly panel: PanelState;
  /** What the phase lets her do and see now. */
  readonly review: ReviewRules;
  /** Where a soft tie binds her to it she reads and talks, and does not score. */
  readonly mayScore: boolean;
};

/** An application that is open to the signed-in panel member; null for anybody and anything else. */
export function openReading(context: Context, applicationId: Id): OpenReading | null {
  const card = applicationCard(context, applicationId);
  if (context.actor === null || card === null) return null;
  const { personId } = context.actor;
  const member = findMember(context.db, card.callId, personId);
  if (member === null) return null;
  if (isHiddenFrom(context, applicationId, personId)) return null;
  const panel = panelStateOf(context.db, card.callId);
  const review = activePhase(context, card.callId).rules;
  const reading: Reading = {
    seat: member.state,
    panel,
    allows: review.allows,
    isStanding:
      card.state === 'submitted' && findingsOf(context, [applicationId]).get(applicationId) !== 'not-eligible',
    isOwn: isInsider(context, applicationId, personId),
    isInScope: review.scope === 'all' || (assignedTo(context.db, member.id)?.has(applicationId) ?? true),
    declared: findConflict(context.db, member.id, applicationId)?.level ?? null,
  };
  if (!mayReadApplication(reading)) return null;
  return { card, member, panel, review, mayScore: mayScoreApplication(reading) };
}

/**
 * How much of a recording or a file the signed-in panel member may fetch, where she may read its application: a phase
 * may send the sound only, and no picture and no file then; while names are hidden nothing is sent, because people say and show who they are.
 */
export function watchable(context: Context, mediaId: Id): 'all' | 'sound' | null {
  const owner = mediaOwner(context, mediaId);
  const reading = owner === null ? null : openReading(context, owner.applicationId);
  if (owner === null || reading === null || reading.review.names === 'hidden') return null;
  const { recordings } = reading.review;
  // A file may be a photograph, or hold some.
  if (owner.kind === 'file') return recordings === 'all' ? 'all' : null;
  return recordings === 'transcript' ? null : recordings;
}

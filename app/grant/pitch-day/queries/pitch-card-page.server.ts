import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { ApplicationHead } from '../../application/queries/application-card.server.ts';
import { type MediaToShow, mediaToShow } from '../../application/queries/media-to-show.server.ts';
import { isInsider } from '../../application/queries/team.server.ts';
import { callSummary } from '../../call/queries/call-facts.server.ts';
import type { Card } from '../rules/pitch-card.ts';
import { findCards } from '../store/pitch-cards.server.ts';
import type { PitchEvent } from '../store.server.ts';
import { pitchOfStaff, pitchOfTeam } from './pitch-of.server.ts';

/** The page on which a group, or staff for it, says what it pitches. */
export type PitchCardPage = {
  readonly applicationId: Id;
  readonly callId: Id;
  readonly title: string;
  readonly groupName: string;
  readonly eventTitle: string;
  readonly startsAt: Instant;
  readonly timeZone: string;
  readonly partnerName: string;
  readonly isVoteOpen: boolean;
  /** As it is saved; before that, what the application says already. */
  readonly card: Card;
  /** When somebody who is not of the group changed it last; null where the group did. */
  readonly mendedAt: Instant | null;
  readonly media: MediaToShow;
};

/** For somebody of the team, with what they may do; null for anybody else, and without a place in a running order. */
export function myPitchPage(
  context: Context,
  applicationId: Id,
): (PitchCardPage & { readonly as: 'speaks' | 'writes' | 'reads' }) | null {
  const own = pitchOfTeam(context, applicationId);
  return own && { ...pageOf(context, own), as: own.as };
}

/** For whoever runs the pitch day. */
export function staffPitchPage(context: Context, callId: Id, applicationId: Id): PitchCardPage | null {
  const own = pitchOfStaff(context, callId, applicationId);
  return own && pageOf(context, own);
}

type Own = { readonly application: ApplicationHead; readonly event: PitchEvent; readonly isVoteOpen: boolean };

function pageOf(context: Context, { application, event, isVoteOpen }: Own): PitchCardPage {
  const { id: applicationId, title, groupName, oneLine, language } = application;
  const row = findCards(context.db, [applicationId]).get(applicationId);
  const call = callSummary(context, event.callId);
  const nothing = { captionsUrl: '', transcriptUrl: '', pictureId: null, filmId: null };
  return {
    applicationId,
    callId: event.callId,
    title,
    groupName,
    eventTitle: event.title,
    startsAt: event.startsAt,
    timeZone: call?.timeZone ?? 'UTC',
    partnerName: call?.partnerName ?? '',
    isVoteOpen,
    card:
      row === undefined
        ? { ...nothing, oneLine, language, isShown: false, revision: 0 }
        : { ...row, isShown: row.shownSince !== null },
    mendedAt: row === undefined || isInsider(context, applicationId, row.savedBy) ? null : row.savedAt,
    media: mediaToShow(context, applicationId),
  };
}

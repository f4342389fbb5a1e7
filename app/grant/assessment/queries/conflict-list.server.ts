import type { Id } from '#app/kernel/id.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { insidersOf } from '../../application/queries/team.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { windowOf } from '../../call/rules/window.ts';
import { mayDeclareConflicts } from '../rules/access.ts';
import type { ConflictLevel } from '../rules/conflicts.ts';
import { type ConflictRow, conflictsOf, findMember } from '../store/panel.server.ts';
import { activePhase } from './active-phase.server.ts';
import { tabledFor } from './tabled.server.ts';

export type ConflictList = {
  /** Names are hidden now: what was declared is not listed again. */
  readonly isBlind: boolean;
  readonly call: { readonly id: Id; readonly title: string };
  readonly hasDeclared: boolean;
  readonly applications: readonly {
    readonly applicationId: Id;
    readonly reference: string;
    /** Empty, like the names, where a hard tie keeps her away: it stands there by its reference. */
    readonly title: string;
    readonly language: string;
    readonly groupName: string;
    readonly applicantName: string;
    /** Who would hold its money, where an organisation would: she may work there. */
    readonly hostName: string;
    readonly isOwn: boolean;
    /** Null before she has said anything about it. */
    readonly declared: ConflictLevel | null;
    readonly reason: string;
    /** Who wrote it down; null before anybody has. */
    readonly raisedBy: ConflictRow['raisedBy'] | null;
  }[];
};

/** Titles and names of everything on the table that is not shut to her, and nothing else; null unless she may declare now. */
export function conflictList(context: Context, callId: Id): ConflictList | null {
  const call = callById(context, callId);
  const member = context.actor === null ? null : findMember(context.db, callId, context.actor.personId);
  if (call === null || member === null) return null;
  const isCallClosed = windowOf(call, context.now) === 'closed';
  if (!mayDeclareConflicts({ seat: member.state, isCallClosed })) return null;
  const cards = tabledFor(context, callId, member.personId);
  const names = peopleById(context, [...new Set(cards.map((card) => card.applicantId))]);
  const insiders = insidersOf(
    context,
    cards.map((card) => card.id),
  );
  const declared = new Map(conflictsOf(context.db, member.id).map((row) => [row.applicationId, row]));
  // While names are hidden, a list of who applied beside what is read would undo it: only what is not declared is in it.
  const isBlind = activePhase(context, callId).rules.names === 'hidden';
  const listed = isBlind ? cards.filter((card) => !declared.has(card.id)) : cards;
  return {
    isBlind,
    call: { id: call.id, title: call.title },
    hasDeclared: cards.length > 0 && cards.every((card) => declared.has(card.id)),
    applications: listed.map((card) => {
      const tie = declared.get(card.id);
      const isOwn = insiders.get(card.id)?.has(member.personId) ?? false;
      const isKeptAway = tie?.level === 'hard' && !isOwn;
      // Who chose another name for the public does not want to be found by their own.
      const isOpen = card.publicName === card.groupName && !isKeptAway;

      return {
        applicationId: card.id,
        reference: card.reference,
        title: isKeptAway ? '' : card.title,
        language: card.language,
        groupName: isKeptAway ? '' : card.publicName,
        applicantName: isOpen ? (names.get(card.applicantId)?.name ?? '') : '',
        hostName: isOpen ? card.hostName : '',
        isOwn,
        declared: tie?.level ?? null,
        reason: tie?.reason ?? '',
        raisedBy: tie?.raisedBy ?? null,
      };
    }),
  };
}

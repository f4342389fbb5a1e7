import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { idsUnderReview } from '../../application/queries/application-card.server.ts';
import { entriesEndAt } from '../../application/queries/entries-end.server.ts';
import { windowOf } from '../../call/rules/window.ts';
import { type Composition, compositionOf, type MemberKind, type MemberState } from '../rules/composition.ts';
import type { PanelState } from '../rules/panel-state.ts';
import { countDeclarations } from '../store/panel.server.ts';
import { countScored, countSheets } from '../store/sheets.server.ts';
import { missingSheets } from './missing-sheets.server.ts';
import { isShortlistDecided } from './panel-ranking.server.ts';
import { panelRule } from './panel-rule.server.ts';
import { runPanel } from './run-panel.server.ts';
import { type ShortOfReaders, shortOfReaders } from './short-of-readers.server.ts';

export type BoardMember = {
  readonly memberId: Id;
  readonly name: string;
  readonly email: string;
  readonly kind: MemberKind;
  readonly state: MemberState;
  readonly hasDeclared: boolean;
  /** Applications she is to score: what is on her desk, or all less her ties where nothing was given out. */
  readonly assigned: number;
  readonly started: number;
  readonly submitted: number;
  readonly conflicts: number;
  /** Sheets that a conflict declared later has taken out of the count. */
  readonly setAside: number;
};

export type PanelBoard = {
  readonly call: {
    readonly id: Id;
    readonly slug: string;
    readonly title: string;
    readonly closesAt: Instant;
    readonly timeZone: string;
  };
  readonly state: PanelState;
  readonly isCallClosed: boolean;
  /** From when on nobody can apply any more, with or without a code for late entry. */
  readonly entriesEndAt: Instant;
  readonly isEntryOver: boolean;
  readonly isShortlistDecided: boolean;
  /** Whether the call announced lots where the scores cannot tell. */
  readonly drawsLots: boolean;
  readonly applications: number;
  readonly composition: Composition;
  /** If everybody who was asked says yes. */
  readonly expected: Composition;
  readonly members: readonly BoardMember[];
  /** Sheets that seated members have still to hand in. */
  readonly sheetsMissing: number;
  /** Applications that nobody has handed a sheet in for. */
  readonly unscored: number;
  /** Which applications would lack readers if scoring ended now; null while nobody scores. */
  readonly short: ShortOfReaders | null;
};

/** Who sits on the panel and how far each has come, without a single score; null unless she may run it. */
export function panelBoard(context: Context, callId: Id): PanelBoard | null {
  const run = runPanel(context, callId);
  if (run === null) return null;
  const { call, members } = run;
  const endsAt = entriesEndAt(context, callId) ?? call.closesAt;
  const applicationIds = idsUnderReview(context, callId);
  const people = peopleById(
    context,
    members.map((member) => member.personId),
  );
  const declarations = countDeclarations(context.db, callId, applicationIds);
  const sheets = countSheets(context.db, callId, applicationIds);
  const left = new Map(missingSheets(context, callId).map((member) => [member.memberId, member]));
  const rows = members.map((member): BoardMember => {
    const declared = (level: 'soft' | 'hard') =>
      declarations.find((row) => row.memberId === member.id && row.level === level)?.count ?? 0;
    const counted = (state: 'draft' | 'submitted' | 'set-aside') =>
      sheets.find((row) => row.memberId === member.id && row.state === state)?.count ?? 0;
    return {
      memberId: member.id,
      name: people.get(member.personId)?.name ?? '',
      email: people.get(member.personId)?.email ?? '',
      kind: member.kind,
      state: member.state,
      hasDeclared: left.get(member.id)?.hasDeclared ?? false,
      assigned: left.get(member.id)?.toScore ?? 0,
      started: counted('draft'),
      submitted: counted('submitted'),
      conflicts: declared('soft') + declared('hard'),
      setAside: counted('set-aside'),
    };
  });
  const asked = members.map((member) =>
    member.state === 'invited' ? ({ ...member, state: 'accepted' } as const) : member,
  );
  return {
    call: { id: call.id, slug: call.slug, title: call.title, closesAt: call.closesAt, timeZone: call.timeZone },
    state: run.state,
    isCallClosed: windowOf(call, context.now) === 'closed',
    entriesEndAt: endsAt,
    isEntryOver: context.now >= endsAt,
    isShortlistDecided: isShortlistDecided(context, callId),
    drawsLots: panelRule(context.db, callId).middle === 'lottery',
    applications: applicationIds.length,
    composition: run.composition,
    expected: compositionOf(asked, call.participantShareMinPercent),
    members: rows.toSorted((one, other) => one.name.localeCompare(other.name, 'en')),
    short: run.state === 'scoring' ? shortOfReaders(context, run) : null,
    unscored: applicationIds.length - countScored(context.db, applicationIds),
    sheetsMissing: [...left.values()].reduce((sum, { missing }) => sum + missing, 0),
  };
}

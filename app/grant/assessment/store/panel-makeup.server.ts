import { and, eq } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { panelMember } from '#db/schema/assessment.ts';
import type { MemberKind } from '../rules/composition.ts';

const seated = prepared((tx) =>
  tx
    .select({ callId: panelMember.callId, kind: panelMember.kind, state: panelMember.state })
    .from(panelMember)
    .where(and(isAmong(panelMember.callId, 'callIds'), eq(panelMember.state, 'accepted')))
    .prepare(),
);

/** Everybody who has a seat on one of these panels, without who they are. */
export function seatedOn(tx: Tx, callIds: readonly Id[]): { callId: Id; kind: MemberKind; state: 'accepted' }[] {
  return seated(tx)
    .all({ callIds: listed(callIds) })
    .map((row) => ({ ...row, state: 'accepted' }));
}

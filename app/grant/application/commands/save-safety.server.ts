import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { myRole } from '../queries/team.server.ts';
import { mayManageTeam } from '../rules/team.ts';
import { findSafety, isNameOnPaper, type SafetyRow, writeSafety } from '../store/safety.server.ts';
import { findApplication } from '../store.server.ts';

export type SafetySettings = Pick<SafetyRow, 'publicName' | 'contactWay' | 'contactNote' | 'neutralSubject'>;

/**
 * Keeps how an applicant wants to be called by others and how it is safe to reach them, in any state of the
 * application. It is the owner's alone: somebody in the team may be the reason for it.
 *
 * @param baseRevision  the revision the writer saw, 0 for none yet
 */
export function saveSafety(
  context: Context,
  applicationId: Id,
  settings: SafetySettings,
  baseRevision: number,
): Outcome<'saved', 'not-found' | 'changed-elsewhere' | 'name-on-paper'> {
  return context.transact((tx) => {
    const found = findApplication(tx, applicationId);
    if (found === null || !mayManageTeam(myRole(context, found))) return refused('not-found');
    const stored = findSafety(tx, [applicationId]).get(applicationId);
    const names = Object.keys(settings) as (keyof SafetySettings)[];
    if (stored !== undefined && names.every((name) => stored[name] === settings[name])) return done('saved');
    if ((stored?.revision ?? 0) !== baseRevision) return refused('changed-elsewhere');
    if (settings.publicName !== (stored?.publicName ?? '') && isNameOnPaper(tx, applicationId)) {
      return refused('name-on-paper');
    }
    writeSafety(tx, { applicationId, ...settings, revision: baseRevision + 1, savedAt: context.now });
    return done('saved');
  });
}

import { sha256Hex } from '#app/kernel/digest.ts';
import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import type { Context } from '#app/platform/context.server.ts';
import { keptForMs, type Offer } from '../rules/keeping-offline.ts';
import { myPanels } from './my-panels.server.ts';
import { type PanelWork, panelWork } from './panel-work.server.ts';
import { scoringSheet } from './scoring-sheet.server.ts';

/** What of the signed-in person's panels her phone may keep now: her queues, and each sheet that she is still to hand in. */
export function offlineOffer(context: Context): Omit<Offer, 'build'> {
  const works = myPanels(context).flatMap(({ callId }) => panelWork(context, callId) ?? []);
  const open = works.filter(maySheetsBeKept);
  const sheets = open.flatMap((work) => toScore(work)).flatMap((id) => sheetPage(context, id) ?? []);
  const queues = open.map((work) => ({
    url: paths.panelCall({ callId: work.call.id }),
    version: sha256Hex(JSON.stringify(work)),
    isSheet: false,
  }));
  const panels = { url: paths.panel(), version: sha256Hex(JSON.stringify(myPanels(context))), isSheet: false };
  return {
    personId: context.actor?.personId ?? '',
    keepForMs: keptForMs(
      context.now,
      open.map(({ review }) => review.phase?.endsAt ?? null),
    ),
    pages: sheets.length === 0 ? [] : [panels, ...queues, ...sheets],
  };
}

/** How many sheets are to be kept of one queue, however much of it a page shows. */
export function sheetsToKeep(context: Context, callId: Id): number {
  const work = panelWork(context, callId);
  return work !== null && maySheetsBeKept(work) ? toScore(work).length : 0;
}

function maySheetsBeKept({ isInvited, panel, review }: PanelWork): boolean {
  return !isInvited && panel === 'scoring' && review.rules.allows === 'score';
}

function toScore({ work }: PanelWork): Id[] {
  return work.filter(({ state }) => state === 'to-do' || state === 'draft').map(({ applicationId }) => applicationId);
}

/** By what the page shows: a name that is hidden since, or a score saved elsewhere, makes it another version. */
function sheetPage(context: Context, applicationId: Id) {
  const sheet = scoringSheet(context, applicationId);
  if (sheet === null || !sheet.mayScore) return null;
  return { url: paths.panelApplication({ applicationId }), version: sha256Hex(JSON.stringify(sheet)), isSheet: true };
}

import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type ApplicationHead, applicationsUnderReview } from '../../application/queries/application-card.server.ts';
import { mayWeigh, type RunPanel, runPanel } from './run-panel.server.ts';

/** Somebody who may lead a panel through its applications, and those that are under review. */
export type Chair = { readonly run: RunPanel; readonly cards: readonly ApplicationHead[] };

/** Whoever runs a panel chairs its meetings, unless an applicant among them has named her; null for everybody else. */
export function chairOf(context: Context, callId: Id): Chair | null {
  const run = runPanel(context, callId);
  if (run === null) return null;
  const cards = applicationsUnderReview(context, callId);
  return mayWeigh(context, cards) ? { run, cards } : null;
}

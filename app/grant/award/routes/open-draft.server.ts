import { found, type SignedIn } from '#app/people/request.server.ts';
import { readForm } from '#app/ui/read-form.ts';
import { decisionForm, formDataOf } from '../forms.ts';
import { checkedDesk } from '../queries/decision-desk.server.ts';
import { decideOutcomes, weighChoices } from '../rules/deciding.ts';

/**
 * The saved draft as a decision, for whoever makes or confirms it.
 *
 * @returns `chosen` is null when there is no draft, or none that could be recorded as it stands
 * @throws  404 for anybody else
 */
export async function openDraft(portal: SignedIn, callId: string) {
  const desk = found(checkedDesk(portal, callId));
  const nothing = { desk, chosen: null, weighing: null, savedAt: desk.draft?.savedAt ?? null };
  if (desk.readiness !== 'ready' || desk.draft === null) return nothing;
  const rankedIds = desk.ranked.map((entry) => entry.applicationId);
  const form = await readForm(formDataOf(desk.draft.typed), decisionForm(rankedIds, desk.others, desk.call));
  if (!form.ok) return nothing;
  const otherIds = desk.others.map((other) => other.applicationId);
  const weighing = weighChoices(desk.ranked, otherIds, desk.call, form.value.choices);
  // Once it is locked, its reserve date may have passed: that is for the second person to see.
  const decision = decideOutcomes(weighing, desk.call, form.value, desk.isLocked ? 0 : portal.now);
  return decision.ok ? { desk, chosen: form.value, weighing, savedAt: desk.draft.savedAt } : nothing;
}

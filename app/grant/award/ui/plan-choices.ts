import { wordsIn } from '#app/words/use-words.ts';
import { TRANCHE_PLAN_NAMES } from '../rules/tranche-plan.ts';

/** The ways an award can be paid, to choose from. */
export function planChoices(): { value: string; label: string }[] {
  const { tranchePlans } = wordsIn('en').words.award;
  return TRANCHE_PLAN_NAMES.map((value) => ({ value, label: tranchePlans[value] }));
}

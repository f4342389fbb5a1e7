import { type Currency, currencyExponent, type Minor } from '#app/kernel/money.ts';
import { writeLocalTime } from '#app/ui/local-time.ts';
import type { CallDraft } from '../rules/draft.ts';
import { USUAL_DECISION } from '../rules/templates.ts';

/** A new call before anybody typed: the usual way to decide, and nothing invented about money or dates. */
export const NEW_CALL_VALUES = {
  ...USUAL_DECISION,
  strand: 'social-innovation',
  currency: 'GBP',
  timeZone: 'Europe/London',
} as const;

/** A draft as the form's fields show it. */
export function factsValues(draft: CallDraft) {
  return {
    ...draft,
    themes: draft.themes.join('\n'),
    potMinor: typedAmount(draft.potMinor, draft.currency),
    awardMaxMinor: typedAmount(draft.awardMaxMinor, draft.currency),
    opensAt: writeLocalTime(draft.opensAt, draft.timeZone),
    closesAt: writeLocalTime(draft.closesAt, draft.timeZone),
  };
}

/** Whole amounts without decimals, grouped as a person would type them; `parseMinor` reads it back. */
function typedAmount(amount: Minor, currency: Currency): string {
  const exponent = currencyExponent(currency);
  const unit = 10 ** exponent;
  const digits = amount % unit === 0 ? 0 : exponent;
  return new Intl.NumberFormat('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    amount / unit,
  );
}

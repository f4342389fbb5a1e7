import type { Instant } from '#app/kernel/instant.ts';
import { type Currency, currencyExponent, type Minor } from '#app/kernel/money.ts';
import { writeLocalTime } from '#app/ui/local-time.ts';
import { laterByWeeks, weeksUntilAfter } from '../rules/copying.ts';
import type { CallDraft, Strand } from '../rules/draft.ts';
import { TEMPLATE_TEXTS } from '../rules/template-texts.ts';
import { USUAL_DECISION } from '../rules/usual-decision.ts';

/** A new call before anybody typed: the usual texts and way to decide, and nothing invented about money or dates. */
export function newCallValues(strand: Strand) {
  const texts = TEMPLATE_TEXTS[strand];
  return {
    ...USUAL_DECISION,
    ...texts,
    roomPotMinor: '',
    judgesMin: '',
    themes: texts.themes.join('\n'),
    strand,
    language: 'en',
    currency: 'GBP',
    timeZone: 'Europe/London',
  } as const;
}

/** A draft as the form's fields show it. */
export function factsValues(draft: CallDraft) {
  return {
    ...draft,
    themes: draft.themes.join('\n'),
    potMinor: typedAmount(draft.potMinor, draft.currency),
    awardMaxMinor: typedAmount(draft.awardMaxMinor, draft.currency),
    roomPotMinor: draft.roomPotMinor === 0 ? '' : typedAmount(draft.roomPotMinor, draft.currency),
    judgesMin: draft.judgesMin === 0 ? '' : draft.judgesMin,
    opensAt: writeLocalTime(draft.opensAt, draft.timeZone),
    closesAt: writeLocalTime(draft.closesAt, draft.timeZone),
  };
}

/**
 * An earlier call as the form of a new one shows it: without title and address, and opening on the same weekday
 * of a coming week. One that is still to come keeps its days.
 */
export function copiedValues(source: CallDraft, now: Instant) {
  const values = factsValues(source);
  const today = writeLocalTime(now, source.timeZone);
  const weeks = weeksUntilAfter(dayOf(values.opensAt), dayOf(today));
  return {
    ...values,
    title: '',
    slug: '',
    opensAt: laterByWeeks(values.opensAt, weeks),
    closesAt: laterByWeeks(values.closesAt, weeks),
  };
}

function dayOf(localTime: string): string {
  return localTime.slice(0, 10);
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

/** Adds up a list of costs while it is being written; without scripts the sum comes with the saved page. */

import { type Currency, currencyExponent, parseMinor } from '#app/kernel/money.ts';

for (const list of document.querySelectorAll<HTMLElement>('[data-costs]')) {
  const currency = list.dataset.costs as Currency;
  const unit = 10 ** currencyExponent(currency);
  const amounts = [...list.querySelectorAll<HTMLInputElement>('[name^="amount-"]')];
  const total = list.querySelector<HTMLElement>('[data-costs-total]');
  list.addEventListener('input', () => {
    if (total === null) return;
    const minor = amounts.reduce((sum, { value }) => sum + (parseMinor(value, currency) ?? 0), 0);
    const digits = minor % unit === 0 ? 0 : currencyExponent(currency);
    const words = new Intl.NumberFormat(document.documentElement.lang, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(minor / unit);
    total.textContent = (total.dataset.costsTotal ?? '').replace('{total}', words);
  });
}

/**
 * The sum of a sheet while it is being filled in, as the server would say it, and scores by number key: inside a
 * question 1 to 5 choose a sentence, and 0 says "I cannot judge this".
 */
import { sheetMeanMilli } from '#app/grant/assessment/rules/panel-score.ts';

const CANNOT_JUDGE_KEY = '0';

for (const line of document.querySelectorAll<HTMLElement>('[data-total]')) runningTotal(line);

function runningTotal(line: HTMLElement): void {
  const form = line.closest('form');
  if (form === null) return;
  const sentences = JSON.parse(line.dataset.words ?? '{}') as { total: string; none: string };
  const number = new Intl.NumberFormat(`${document.documentElement.lang}-u-nu-latn`, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const groups = [...form.querySelectorAll<HTMLElement>('[data-weight]')];

  form.addEventListener('input', add);
  for (const group of groups) group.addEventListener('keydown', (event) => choose(group, event));
  add();

  function add(): void {
    const chosen = groups.map((group) => ({
      weight: Number(group.dataset.weight),
      value: group.querySelector<HTMLInputElement>('input:checked')?.value ?? null,
    }));
    const answered = chosen.filter(({ value }) => value !== null).length;
    const mean = sheetMeanMilli(
      chosen.map(({ weight, value }) => ({ weight, score: /^[1-5]$/.test(value ?? '') ? Number(value) : null })),
    );
    const sentence = mean === null ? sentences.none : sentences.total.replace('{mean}', number.format(mean / 1_000));
    line.textContent = sentence.replace('{answered}', String(answered));
  }

  function choose(group: HTMLElement, event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const choices = [...group.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
    const wanted =
      event.key === CANNOT_JUDGE_KEY
        ? choices.find(({ value }) => !/^\d$/.test(value))
        : choices.find(({ value }) => value === event.key);
    if (wanted === undefined) return;
    event.preventDefault();
    wanted.click();
    wanted.focus();
  }
}

import { factRow } from './fact-row.ts';
import { type UnsentSheet, unsentCopy } from './send-unsent-sheets.ts';

type Sentences = Record<UnsentSheet['why'] | 'chosen' | 'open' | 'dropWords' | 'dropSure' | 'dropped', string>;

/**
 * Shows what was written on this device and could not be sent, each with the way to what can still be done. On a sheet
 * that takes no scores now it is what was written on that sheet.
 *
 * @param elsewhere  those whose own page is not open here
 */
export function showUnsentSheets(elsewhere: readonly UnsentSheet[]): void {
  const box = document.querySelector<HTMLElement>('[data-unsent]');
  const list = box?.querySelector<HTMLElement>('[data-unsent-list]');
  const status = box?.querySelector<HTMLElement>('[data-unsent-status]');
  if (!box || !list || !status) return;
  const sentences = JSON.parse(box.dataset.words ?? '{}') as Sentences;
  const labels = JSON.parse(box.dataset.labels ?? '[]') as [name: string, label: string][];
  const prefix = box.dataset.scorePrefix ?? '';
  const [cannotJudge, cannotJudgeLabel] = JSON.parse(box.dataset.cannotJudge ?? '[]') as [string, string];
  const here = unsentCopy(location.pathname).read();
  const shown =
    here === null ? elsewhere : [{ sheet: location.pathname, why: 'frozen', copy: here } satisfies UnsentSheet];
  list.replaceChildren(...shown.map(item));
  // What was deleted just now is still said.
  box.hidden = shown.length === 0 && status.textContent === '';

  function item({ sheet, why, copy }: UnsentSheet): HTMLElement {
    const place = document.createElement('li');
    const words = document.createElement('dl');
    words.className = 'facts';
    for (const [name, label] of labels) {
      const value = copy.values[name] ?? '';
      if (value !== '') words.append(factRow(label, value === cannotJudge ? cannotJudgeLabel : value));
    }
    // Where the criteria are not known here, it is said how many scores there are.
    const scores = Object.keys(copy.values).filter((name) => copy.values[name] && name.startsWith(prefix));
    const unnamed = scores.filter((name) => labels.every(([known]) => known !== name)).length;
    if (unnamed > 0) words.append(factRow(sentences.chosen, String(unnamed)));
    place.append(paragraph(sentences[why]), words);
    if (why !== 'not-open' && sheet !== location.pathname) place.append(paragraph(link(sheet)));
    if (why !== 'waits') place.append(paragraph(dropButton(sheet, place)));
    return place;
  }

  function link(sheet: string): HTMLElement {
    const open = document.createElement('a');
    open.href = sheet;
    open.textContent = sentences.open;
    return open;
  }

  function dropButton(sheet: string, place: HTMLElement): HTMLElement {
    const drop = document.createElement('button');
    drop.type = 'button';
    drop.className = 'button second';
    drop.textContent = sentences.dropWords;
    drop.addEventListener('click', () => {
      if (!window.confirm(sentences.dropSure)) return;
      unsentCopy(sheet).drop();
      place.remove();
      if (status) status.textContent = sentences.dropped;
    });
    return drop;
  }
}

function paragraph(content: string | HTMLElement): HTMLElement {
  const made = document.createElement('p');
  made.append(content);
  return made;
}

import { factRow } from './fact-row.ts';
import type { ByField, Entry } from './form-controls.ts';

/**
 * The box that shows what another window has saved beside what was written here. Nothing is saved until somebody has
 * chosen between the two.
 */
export function twoVersions(
  box: HTMLElement,
  entries: readonly Entry[],
  tell: { keep(): void; take(stored: ByField): void },
) {
  let shown: ByField = {};
  part('keep').addEventListener('click', () => {
    box.hidden = true;
    tell.keep();
  });
  part('take').addEventListener('click', () => {
    box.hidden = true;
    tell.take(shown);
  });

  function part(name: string): HTMLElement {
    return box.querySelector<HTMLElement>(`[data-save-${name}]`) ?? box;
  }

  return {
    isOpen: () => !box.hidden,
    /** @param stored  what the other window has saved, of the fields to choose between */
    show(stored: ByField, by: string | null): void {
      shown = stored;
      const who = part('by');
      who.textContent = by;
      who.hidden = by === null;
      const different = entries.filter((entry) => entry.name in stored && stored[entry.name] !== entry.read());
      part('theirs').replaceChildren(
        ...different.map((entry) => factRow(entry.label, entry.shown(stored[entry.name] ?? ''))),
      );
      box.hidden = false;
    },
    focus: () => box.focus(),
  };
}

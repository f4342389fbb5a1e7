/** One line of a list of facts, in words that somebody wrote: in whatever direction they run. */
export function factRow(label: string, text: string): HTMLElement {
  const group = document.createElement('div');
  const term = document.createElement('dt');
  const value = document.createElement('dd');
  term.textContent = label;
  value.textContent = text;
  value.className = 'prewrap';
  value.dir = 'auto';
  group.append(term, value);
  return group;
}

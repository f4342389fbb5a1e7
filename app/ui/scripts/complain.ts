/** Puts words above a field, or takes them away. */
export function complain(field: HTMLElement | null | undefined, words: string | null): void {
  const frame = field?.closest('.field');
  frame?.querySelector('.field-error')?.remove();
  frame?.classList.toggle('wrong', words !== null);
  if (!field || !frame || words === null) return;
  const error = document.createElement('p');
  error.className = 'field-error';
  error.setAttribute('role', 'alert');
  error.textContent = words;
  (frame.querySelector('.hint') ?? frame.firstElementChild)?.after(error);
  field.focus();
}

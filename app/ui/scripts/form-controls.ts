/** The fields of a form by name. */
export type ByField = Readonly<Record<string, string>>;

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Whether somebody writes in it; ticks and files save themselves otherwise. */
export function isTextControl(element: unknown): element is Control {
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return element.name !== '';
  return element instanceof HTMLInputElement && ['text', 'email', 'tel'].includes(element.type) && element.name !== '';
}

/** What the server had put into it. */
export function defaultOf(control: Control): string {
  if (!(control instanceof HTMLSelectElement)) return control.defaultValue;
  return [...control.options].find((option) => option.defaultSelected)?.value ?? control.options[0]?.value ?? '';
}

export function labelOf(control: Control): string {
  return control.labels?.[0]?.textContent ?? control.name;
}

/** Browsers and servers end lines differently. */
export function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Two sets of values are the same when they read the same, in whatever order. */
export function textOf(fields: ByField): string {
  return JSON.stringify(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** One entry a line, as a list is typed: without empty lines, each entry once. */
export function linesOf(typed: string): string[] {
  const lines = typed.split(/\r?\n/).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}

/** Paragraphs with empty lines between them. */
export function paragraphsOf(typed: string): string[] {
  return typed
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

/** Digits in groups of five, so that somebody can read them aloud and compare. */
export function inFives(thrown: string): string {
  return thrown.replaceAll(/(\d{5})(?=\d)/g, '$1 ');
}

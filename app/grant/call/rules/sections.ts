import { type Direction, moved } from './order.ts';

export type Section<Q> = { readonly title: string; readonly questions: readonly Q[] };

/** Questions under their headings. A section stands where its first question stands; its own order is kept. */
export function sectionsOf<Q extends { readonly section: string }>(questions: readonly Q[]): Section<Q>[] {
  const titles = [...new Set(questions.map((question) => question.section))];
  return titles.map((title) => ({ title, questions: questions.filter((question) => question.section === title) }));
}

/** The same questions, with those of one section next to each other. */
export function bySection<Q extends { readonly section: string }>(questions: readonly Q[]): Q[] {
  return sectionsOf(questions).flatMap((section) => section.questions);
}

/** The list with one question a place further within its section; at the section's edge the whole section moves. */
export function movedInSections<Q extends { readonly section: string }>(
  questions: readonly Q[],
  place: number,
  direction: Direction,
): Q[] {
  const sections = sectionsOf(questions);
  const question = questions[place];
  const at = sections.findIndex((section) => section.title === question?.section);
  const home = sections[at];
  if (question === undefined || home === undefined) return [...questions];
  const inside = home.questions.indexOf(question);
  const isAtEdge = inside === (direction === 'up' ? 0 : home.questions.length - 1);
  const next = isAtEdge
    ? moved(sections, at, direction)
    : sections.with(at, { ...home, questions: moved(home.questions, inside, direction) });
  return next.flatMap((section) => section.questions);
}

/**
 * The equality questions as they are asked now. Codes are those of the harmonised standards; the sentences a person
 * reads stand with the other words. Asked of whoever answers for a group, about themselves, in broad groups only: what
 * could point at one person, a nationality or anybody's papers, is not asked.
 *
 * @source GOV.UK Design System, pattern "Equality information", and the Government Statistical Service harmonised
 *         standards it rests on; the age bands are ten years wide instead of a date of birth. Crown copyright, Open
 *         Government Licence v3.0
 */
export const EQUALITY_SET_VERSION = '2026-11';

export const PREFER_NOT = 'prefer_not';

export const EQUALITY_QUESTIONS = [
  { id: 'age_band', codes: ['u18', '18_24', '25_34', '35_44', '45_54', '55_64', '65_74', '75_plus', PREFER_NOT] },
  { id: 'sex', codes: ['female', 'male', PREFER_NOT] },
  { id: 'disability_condition', codes: ['yes', 'no', PREFER_NOT] },
  { id: 'disability_effect', codes: ['a_lot', 'a_little', 'no', PREFER_NOT] },
  { id: 'ethnic_group', codes: ['asian', 'black', 'mixed', 'white', 'other', PREFER_NOT] },
  { id: 'english_proficiency', codes: ['very_well', 'well', 'not_well', 'not_at_all', PREFER_NOT] },
] as const;

export type EqualityQuestionId = (typeof EQUALITY_QUESTIONS)[number]['id'];
export type EqualityAnswers = Readonly<Partial<Record<EqualityQuestionId, string>>>;

/** Keeps the answers that are codes of the set: nothing that was typed by hand can get in. */
export function coarseAnswers(given: Readonly<Record<string, string | undefined>>): EqualityAnswers {
  const known = EQUALITY_QUESTIONS.flatMap(({ id, codes }) => {
    const code = given[id];
    return code !== undefined && (codes as readonly string[]).includes(code) ? [[id, code] as const] : [];
  });
  return Object.fromEntries(known);
}

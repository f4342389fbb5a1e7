/** In characters: far above what anybody reads, far below what could hurt. */
export const LETTER_SUBJECT_MAX = 200;
export const LETTER_BODY_MAX = 6000;
export const LETTER_FEEDBACK_MAX = 12_000;

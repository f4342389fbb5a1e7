/** The ways to make an order of scores; apart from the calculation, so that a page can name them without carrying it. */
export const METHODS = ['mean', 'trimmed', 'z', 'bayes'] as const;
export type Method = (typeof METHODS)[number];

/** What a route may say about the frame around it: `export const handle: ScreenHandle`. */
export type ScreenHandle = {
  /** The whole window is the screen's: no masthead, no footer. */
  readonly isBare?: boolean;
  /** Every part of its words is there in each language that the portal speaks; others are read in English. */
  readonly isTranslated?: boolean;
  /** Where scripts do not run, the page loads itself again after so many seconds. */
  readonly reloadSeconds?: number;
};

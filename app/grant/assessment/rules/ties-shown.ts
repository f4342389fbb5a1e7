/** So many ties, and so many questions, are shown at first. */
export const TIES_SHOWN = 100;

/** So many ties are listed on a page, until more are asked for. */
export const TIES_SHOWN = 100;

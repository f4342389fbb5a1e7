/** What members of a panel read about their ties to groups. */
export const panelTies = {
  sheetSoft: 'Something ties you to this group. You can read this and talk about it, but you do not score it.',
  sheetSetAside: 'You scored this before the tie was known. Your scores are kept, and they do not count.',
};

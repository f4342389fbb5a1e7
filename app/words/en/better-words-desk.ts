/** Words of the staff who read how their words could be better. */
export const betterWordsDesk = {
  title: 'Better sentences',
  lead: 'What readers suggest for languages they grew up with. Nobody has checked these.',
  caption: 'Open suggestions, newest first',
  empty: 'Nobody has suggested anything that is still open',
  columns: { language: 'Language', page: 'Page', sentence: 'Now', better: 'Suggested', when: 'When', settle: 'Done' },
  settle: 'Done with it',
} as const;

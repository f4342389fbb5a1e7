/** Words of starting a call from an earlier one. */
export const copying = {
  title: 'Start from',
  template: 'The usual questions',
  templateHint: 'Six short questions and four criteria for each kind of call.',
  earlier: '{title}',
  earlierHint: '{partner}, closes {closes}',
  draftHint: '{partner}, draft',
  chosen: 'Chosen',
  copyTitle: 'A new call like “{title}”',
  copyLead:
    'Everything is copied but the title and the address. The days are moved to the coming weeks. Change what you like.',
  copyDo: 'Make the draft',
} as const;

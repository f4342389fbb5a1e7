/** Words of starting a call from an earlier one. */
export const copying = {
  title: 'Start from',
  template: '{strand}: the usual texts and questions',
  earlier: '{title} ({state})',
  copyTitle: 'A new call like “{title}”',
  copyLead:
    'Its facts, questions, criteria, agreed words and self-check are copied. The days are moved to coming weeks. Give it a new title.',
  strandHint: 'The questions and criteria are copied, whatever you choose here.',
} as const;

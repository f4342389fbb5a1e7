/** Words of the public register of awards. */
export const register = {
  // the public register
  registerNav: 'Awards',
  registerTitle: 'Who was awarded what',
  registerLead: 'Every award that was accepted, from every call on this portal.',
  registerCaption: 'Awards from {call}',
  registerSum: '{count, plural, one {# award} other {# awards}}, {sum} in all, {paid} paid so far.',
  registerVote: 'How the room voted: see it, and count it yourself',
  registerGroup: 'Group',
  registerIdea: 'Idea',
  registerCity: 'City',
  registerAmount: 'Award',
  registerPaid: 'Paid so far',
  registerEmpty: 'No awards have been made yet.',
  registerDownload: 'Download as a table (CSV)',
  registerAccepted: 'Accepted on',
} as const;

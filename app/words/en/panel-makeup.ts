/** Who decided, in numbers: printed beside every public result of a call. */
export const panelMakeup = {
  title: 'Who was on the panel',
  says: '{participants} of the {accepted, plural, one {# person} other {# people}} on the panel {participants, plural, one {is a participant} other {are participants}}: people like those who apply. That is {share}%. The call promised at least {min}%.',
  kept: 'The promise was kept.',
  notKept: 'The promise was not kept.',
} as const;

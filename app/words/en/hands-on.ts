/** Who had a hand in an application, for those who decide about it. */
export const handsOn = {
  writtenBy: 'Written down for them by {who}.',
  helpedBy: 'Helped by {who}.',
} as const;

/** Words for staff who tell earlier applicants of a new call. */
export const carryingDesk = {
  title: 'Ask earlier groups again',
  lead: 'Groups whose earlier application ended may agree that you write to them about a new call.',
  waiting:
    '{count, plural, =0 {Nobody is waiting for a letter.} one {# group agreed and was not told yet.} other {# groups agreed and were not told yet.}}',
  invited: '{count, plural, =0 {Nobody was told yet.} one {# group was told.} other {# groups were told.}}',
  send: 'Write to them now',
  sendText: 'Each group gets one letter about this call, and never a second one.',
  notOpen: 'You can write to them while the call is open.',
} as const;

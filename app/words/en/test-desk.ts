/** Trying out a call before it is published. */
export const testDesk = {
  tag: 'Test',
  partTitle: 'Try it out',
  partHint: 'Fill in a pretend application yourself. Nobody else sees it.',
  title: 'Try out this call',
  lead: 'Fill in a pretend application on the same pages as an applicant. Then throw it away.',
  how: [
    'Everything works as it will: saving, recording, sending and the letter that says it has arrived.',
    'Letters about it come to you alone.',
    'It is in no list and no count, and no panel gets it.',
    'When you publish the call, all pretend applications are thrown away.',
  ],
  start: 'Fill in a pretend application',
  goOn: 'Go on with it',
  listTitle: 'Pretend applications',
  listReference: 'Reference',
  listBy: 'Filled in by',
  listState: 'State',
  states: { draft: 'Being filled in', submitted: 'Sent', withdrawn: 'Taken back' },
  throwAway: 'Throw all of them away',
  throwAwayText:
    '{count, plural, one {# pretend application goes} other {# pretend applications go}} for good, with recordings and files.',
  throwAwayDo: 'Yes, throw them away',
  noticeTitle: 'This is a test',
  notice: 'This pretend application is in no list, and it goes when the call is published.',
  back: 'Back to trying out the call',
  letterSubject: 'Test: {subject}',
} as const;

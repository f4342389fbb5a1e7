/** Words of calls by invitation, and of codes that let people in late or by invitation. */
export const entry = {
  tag: 'By invitation',
  publicTitle: 'This call is by invitation',
  publicText: 'Everybody can read it. To start, you need a code from {partner}.',
  startWithCode: 'Start with your code',

  codeSummary: 'I was given a code',
  code: 'Your code',
  codeHint: 'Twelve letters and digits. Small or capital letters, with or without hyphens.',
  useCode: 'Start with this code',
  useCodeForDraft: 'Use this code for your draft',
  closedText: 'The call is closed. With a code for late entry you can still start.',
  draftClosedText: 'The call is closed. With a code for late entry you can still send your draft.',
  lateUntil: 'With your code you can send it until {when}.',
  haveCode: 'I was given a code for late entry',
  refusals: {
    'code-needed': 'This call is by invitation. Enter the code that you were given.',
    'code-unreadable': 'This is not a whole code. Look for a letter or digit that is missing or wrong.',
    'code-unknown': 'No code of this call looks like this. Ask the people who gave it to you.',
    'code-revoked': 'This code was taken back. Ask the people who gave it to you.',
    'code-expired': 'This code has ended. Ask the people who gave it to you.',
    'code-used-up': 'This code was used as often as it can be. Ask the people who gave it to you.',
    'too-many-tries': 'Too many codes were wrong. Please wait one hour and try again.',
  },
} as const;

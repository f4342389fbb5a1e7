/** The pitch day: plan, stage, booth and board. Castings and promises are in plain words, numbers in figures. */
export const pitchDay = {
  fieldAtMost: 'Enter {max} or less.',
  tickFirst: 'Please tick this first.',

  castRefusals: {
    'unknown-poll': 'We cannot find this vote.',
    'unknown-token': 'We do not know this code. Please compare it with your sheet, letter by letter.',
    'already-used': 'This code has been used already. Each sheet votes once.',
    'void-token': 'This sheet is no longer valid. Please ask a helper for a new one.',
    'not-open': 'The vote is not open now.',
    'bad-ballot': 'This ballot cannot be read. Please load the page again and choose once more.',
    'leaf-taken': 'This ballot was made twice. Please send it once more.',
    'too-many-wrong-codes': 'Many wrong codes arrived just now. Please wait a minute and try again.',
    'post-only': 'Ballots are sent with POST.',
    'ballot-too-large': 'This is too long for a ballot.',
    'not-json': 'Ballots are sent as JSON.',
    'our-fault': 'Something went wrong on our side. Please send it again: it can only count once.',
  },

  letterSealSubject: 'The vote is closed: {event}',
  letterSealTitle: 'The vote is closed and sealed',
  letterSealLead: 'Nobody knows the result of {event} yet. These eight words seal all ballots:',
  letterSealKeep: 'Please keep this letter. If anybody changed a ballot later, the words would be different.',
  letterSealInFull: 'The seal in full:',
  letterSealButton: 'Look at the board of the vote',
} as const;

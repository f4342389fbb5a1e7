/** People whom nobody chose: a code by e-mail (level C) or by one press (level D), counted apart from what decides. */
export const openVote = {
  toSignUp: 'No code? Ask for one by e-mail.',
  toStraw: 'No code? Join the straw poll.',

  signUpTitle: 'Get a code by e-mail',
  signUpLead: 'You are not in the room, and on no list? Then you can still say what you would choose.',
  signUpWorth:
    'These ballots are counted apart and decide nothing: anybody can have one for each e-mail address. They are shown beside the result.',
  signUpEmail: 'Your e-mail address',
  signUpEmailHint: 'We send the code there. We use it for nothing else, and delete it when the pitch day is over.',
  signUpEmailWrong: 'Type an e-mail address, such as name@example.org.',
  signUpSend: 'Send me a code',
  signUpReceivedTitle: 'Look into your e-mail',
  signUpReceived:
    'A letter is on its way. Each mailbox has one code: asked for again, the same one comes. When none is left, the letter says so.',
  signUpReceivedNothing: 'Nothing came after ten minutes? Look into the spam folder, and compare the address.',
  signUpEmptyTitle: 'All codes are given out',

  strawTitle: 'Straw poll',
  strawLead: 'One press, and this browser has a code.',
  strawWorth:
    'These ballots are counted apart and decide nothing: whoever has two browsers has two. They show a mood, not more.',
  strawCookie: 'The browser keeps the code in a cookie, for this page alone. Who you are is written down nowhere.',
  strawGet: 'Give me a code',
  strawHaveTitle: 'This browser has a code',
  strawHave: 'It votes once. Without JavaScript, copy it and type it on the next page.',
  strawToBooth: 'Go to the vote',
  strawEmptyTitle: 'All codes are given out',
  strawEmpty: 'The straw poll has as many codes as were announced, and all are with somebody.',

  notYetTitle: 'The vote is not open yet',
  notYet: 'Codes are given out while it is open, on {date}. Groups pitch first.',
  overTitle: 'The vote is closed',
  over: 'No more codes are given out.',
  toBoard: 'See the board of this vote',
  refusals: {
    'not-open': 'Codes are given out while the vote is open.',
    'too-many': 'Many people are asking just now. Please try again in a minute.',
    'none-left': 'All codes are given out.',
  },

  stageDecide: '{count, plural, one {# of them decides.} other {# of them decide.}}',

  letterSubject: 'Your code for {event}',
  letterTitle: 'Your code',
  letterLead: 'Somebody asked for a code for {event} with this address. If that was not you, please do nothing.',
  letterCode: 'Your code',
  letterUntil: 'Vote until',
  letterUntilText: 'The end is called in the hall. The latest moment is {end}.',
  letterWorth: 'Your ballot is counted apart and decides nothing. It is shown beside the result.',
  letterLink: 'The organiser could find out which ballot came with this code, and promises not to.',
  letterButton: 'Go to the vote',
  noneSubject: 'No code is left for {event}',
  noneLead: 'Somebody asked for a code for {event} with this address. All codes are given out.',
  noneAfter: 'The ballots of these codes decide nothing. The result is shown here:',

  boothCode: 'Your code',
  boothCodeHint: 'It stands on the sheet you were given, in the letter we sent you, or on the page of the straw poll.',

  levelC:
    'Anybody who signs up with an e-mail address, as often as she has one (level C). Counted apart; decides nothing. The organiser could link such a ballot, and promises not to.',
  levelD: 'Anybody with a browser, as often as she has one (level D). Counted apart; decides nothing.',
  stock: { C: 'Codes for sign-up by e-mail (level C)', D: 'Codes for the straw poll (level D)' },
  apartTitle: 'Beside the result: these ballots decided nothing',
  apart: {
    C: 'Signed up by e-mail (level C)',
    D: 'Straw poll (level D)',
  },
  apartBallots: '{count, plural, =0 {Nobody voted.} one {# ballot.} other {# ballots.}}',
  apartVotes: 'Chosen so often (decides nothing)',
  apartLedger: 'Codes: {issued} in all, {used} used, {unused} unused, {voided} void.',
  stageBeside: 'In small what decided nothing.',
  apartFew:
    'Too few to show here: among fewer than ten ballots, people who know each other could tell who chose what. The file of this board lists them all the same, without names: without them nobody could check the count.',
  stageWhoFew: '{name}: {ballots, plural, one {# ballot, too few} other {# ballots, too few}} to show.',
  stageWho: '{name}: {ballots, plural, one {# ballot} other {# ballots}}.',
  limits: [
    'That levels C and D are people: one person can have many addresses and many browsers, a program more. That is why they decide nothing.',
  ],
} as const;

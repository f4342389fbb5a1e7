/** People whom nobody chose: a code by e-mail (level C) or by one press (level D), counted apart from what decides. */
export const openVote = {
  toSignUp: 'No code? Ask for one by e-mail.',
  toStraw: 'No code? Join the straw poll.',

  signUpTitle: 'Get a code by e-mail',
  signUpLead: 'You are not in the room, and on no list? You can still vote. Your vote does not decide who gets money.',
  signUpWorth:
    'We count these votes by themselves, and show them next to the result. One person can have two e-mail addresses and vote twice. That is why they do not decide.',
  signUpEmail: 'Your e-mail address',
  signUpEmailHint: 'We send the code there. We use it for nothing else, and delete it when the pitch day is over.',
  signUpEmailWrong: 'Type an e-mail address, such as name@example.org.',
  signUpSend: 'Send me a code',
  signUpReceivedTitle: 'Look into your e-mail',
  signUpReceived:
    'A letter is on its way. Each mailbox has one code. If you ask again, we send the same one. If no code is left, the letter says so.',
  signUpReceivedNothing:
    'No e-mail after ten minutes? Look into the spam folder. Check that you typed the address right.',
  signUpEmptyTitle: 'All codes are given out',

  strawTitle: 'Straw poll',
  strawLead: 'A straw poll shows what people think. It does not decide who gets money.',
  strawWorth:
    'Ask for a code here, and vote with it once. One person can have two browsers and vote twice. So we count these votes by themselves, and show them next to the result.',
  strawCookie: 'Your browser keeps the code in a cookie, for this page only. We do not write down who you are.',
  strawGet: 'Give me a code',
  strawHaveTitle: 'This browser has a code',
  strawHave: 'You can vote with it once. Is the code not on the next page already? Then copy it, and type it there.',
  strawToBooth: 'Go to the vote',
  strawEmptyTitle: 'All codes are given out',
  strawEmpty: 'Before the vote we said how many codes there are. Other people have all of them now.',

  notYetTitle: 'The vote is not open yet',
  notYet: 'You can get a code while the vote is open, on {date}. First the groups speak.',
  overTitle: 'The vote is closed',
  over: 'No more codes are given out.',
  toBoard: 'See the board of this vote',
  refusals: {
    'not-open': 'You can get a code only while the vote is open.',
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
  boothCodeHint:
    'It is on your sheet of paper, in the letter we sent you, or on the page of the straw poll. Votes with a code that anybody can get do not decide who gets money.',

  levelC:
    'Anybody with an e-mail address; whoever has two can vote twice (level C). These votes are counted by themselves and do not decide. The organiser could find out whose vote it was, and promises not to.',
  levelD:
    'Anybody with a browser; whoever has two can vote twice (level D). These votes are counted by themselves and do not decide.',
  stock: { C: 'Codes for sign-up by e-mail (level C)', D: 'Codes for the straw poll (level D)' },
  apartTitle: 'Next to the result: votes that did not decide',
  apart: {
    C: 'Signed up by e-mail (level C)',
    D: 'Straw poll (level D)',
  },
  apartBallots: '{count, plural, =0 {Nobody voted.} one {# ballot.} other {# ballots.}}',
  apartVotes: 'Votes (they did not decide)',
  apartTooMany:
    'More codes were used than this portal gave out. Somebody made ballots with codes that nobody asked for: do not rely on these numbers.',
  apartLedger: 'Codes: {issued} in all, {handed} given out, {used} used, {unused} unused, {voided} void.',
  stageBeside: 'The small numbers did not decide.',
  apartFew:
    'Too few to show here: among fewer than ten ballots, people who know each other could tell who chose what. The file of this board lists them all the same, without names: without them nobody could check the count.',
  stageWhoFew: '{name}: {ballots, plural, one {# ballot, too few} other {# ballots, too few}} to show.',
  stageWho: '{name}: {ballots, plural, one {# ballot} other {# ballots}}.',
  limits: [
    'Who used the codes that anybody can get. The portal says how many it gave out; nobody can check that number. If more were used, this page says so.',
    'That each vote of levels C and D is from another person. One person can have many addresses and browsers, and a program still more. That is why these votes do not decide.',
  ],
} as const;

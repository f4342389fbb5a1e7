/** Where lots are drawn among those that the scores cannot tell apart. */
export const panelLotteryDesk = {
  title: 'The lottery',
  lead: 'Lots decide where the scores cannot tell. Two people type what the die shows, each alone.',
  toLottery: 'Draw lots',
  fixTitle: 'Fix the list',
  fixLead:
    '{reaching} applications are too close to the line to tell. {places, plural, one {# of them gets} other {# of them get}} a place.',
  fixWhy: 'After this nobody can change the list. Its fingerprint is on the page of the call at once.',
  fixSure: 'I want to fix the list. I cannot undo this.',
  fix: 'Fix the list',
  onlyManager: 'A manager has to fix the list first.',
  waitsFor: {
    'not-closed': 'Scoring has not ended yet.',
    'already-decided': 'The shortlist is decided already.',
    'not-announced': 'The call did not announce a lottery. The panel talks about these applications.',
    'already-fixed': 'The list is fixed already.',
    'ranking-waits': 'The ranking has to be calculated first.',
    'nothing-to-draw': 'There is nothing to draw: the scores can tell.',
  },
  throwTitle: 'Throw the die',
  throwSteps: [
    'Throw a six-sided die {throws} times, where everybody can see it.',
    'Write each number down, in the order it came.',
    'Two of you type all the numbers here, each on their own account and without looking at the other’s screen.',
  ],
  thrown: 'The {throws} numbers',
  thrownHint: 'For example 41325 66124 … Spaces do not matter.',
  send: 'This is what I read',
  typed: {
    nobody: 'Nobody has typed anything yet.',
    me: 'You have typed. Now another person types the same numbers.',
    other: 'One person has typed. Now you type what you read.',
  },
  differs: 'Two people typed different numbers. Look at what you wrote down, and type it again.',
  drawn: 'The lots are drawn.',
  aged: 'The scores have changed since the list was fixed. The list stays as it is.',
  seePublic: 'See what everybody sees',
  refusals: {
    'not-fixed': 'Nobody has fixed the list yet.',
    'already-drawn': 'The lots are drawn already.',
    unreadable: 'Type exactly {throws} numbers, each from 1 to 6.',
  },
} as const;

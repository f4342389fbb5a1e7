/** Words of the page that checks a vote on anybody’s own machine, without the internet. */
export const recountPage = {
  title: 'Check a vote yourself',
  lead: 'This page counts a published vote again, and checks every promise that was made about it.',
  offline: 'It works without the internet. It sends nothing anywhere: the browser itself forbids it.',
  noscript: 'This page is a program: it needs JavaScript.',
  board: 'The board',
  boardHint: 'Download it from the page of the vote. It is called board.json. You may also drop it onto this page.',
  noted: 'I wrote something down, or saved something earlier',
  notedHint: 'What you noted before the result can be compared with the board.',
  root: 'Final root',
  rootHint:
    'As it stood on the screen or in the letter: the eight words of the seal, or at least its first eight letters and digits.',
  rootRefused:
    'Type the words of the seal, at least four, or at least eight of the letters a to f and digits. If you noted nothing, leave no spaces or hyphens here.',
  manifest: 'Hash of the promises',
  manifestRefused:
    'Type all 64 letters and digits. The letters are a to f. If you noted nothing, leave no spaces or hyphens here.',
  manifestHint: 'As it stood on the page of the vote before the opening: 64 letters and digits.',
  before: 'A board you saved earlier',
  beforeHint: 'Nothing that stood on it may have changed.',
  check: 'Check this vote',
  checking: 'Checking',
  stop: 'Stop checking',
  stopped: 'You stopped the check. Nothing is known about this board yet.',
  held: 'Every check holds. The published result is right.',
  heldMeaning: 'Everything on this board fits together, and this page counts the same winners.',
  broke: 'This board does not hold.',
  brokeMeaning: 'At least one check below failed. Please show it to the people who ran the vote, and keep the file.',
  unread: 'This file cannot be read.',
  poll: 'Vote',
  ballots: 'Ballots',
  winners: 'Winners',
  winnersOpen: 'Open until the tie is decided',
  nobody: 'Nobody',
  seal: 'Seal. Compare it with your photo from the hall',
  listTitle: 'What was checked',
  listLead: 'Each of these must hold.',
  holds: 'Holds',
  fails: 'Does not hold',
  program: 'What the program says, in English',
  findTitle: 'Is my ballot there?',
  findLabel: 'Your number',
  findHint: 'From your receipt: twelve letters and digits.',
  findButton: 'Find my ballot',
  found: 'This ballot is in the box. It chose:',
  foundBlank: 'This ballot is in the box. It chose nobody.',
  notFound: 'There is no ballot with this number on this board.',
  sheetTitle: 'Was my unused sheet left unused?',
  sheetLabel: 'The code on your sheet',
  sheetHint: 'For a sheet, or the code of a letter, that you did not vote with. The code stays on your machine.',
  sheetButton: 'Look for my sheet',
  fates: {
    unused: 'Nobody voted with this sheet.',
    used: 'Somebody voted with this sheet. If it was not you, show the sheet to the people who ran the vote.',
    void: 'This code was declared void, and nobody voted with it: a lost sheet, or the code of a letter given up for a pass.',
    stranger: 'This sheet does not belong to this vote.',
    typo: 'This code has a typing error. Please compare it with your sheet, letter by letter.',
  },
  limitsTitle: 'What no program can check',
  limits: 'That a voter was free, alone and unobserved, and that a phone was honest.',
  checks: {
    format: {
      title: 'The file is a board',
      means: 'The file is in the published format, and the choices have been revealed.',
    },
    'manifest-hash': {
      title: 'The promises are the published ones',
      means: 'Options, rule and times have not changed since the vote was frozen.',
    },
    'manifest-valid': {
      title: 'The promises make sense',
      means: 'The options, the rule and how to settle a tie are complete, and known to this page.',
    },
    'issued-root': {
      title: 'No code was added later',
      means: 'The codes on this board are those that were promised and signed before the opening.',
    },
    'void-issued': {
      title: 'Lost sheets were real sheets',
      means: 'Only codes that were issued have been declared lost.',
    },
    passes: {
      title: 'Remote voters had real passes',
      means:
        'Every pass that voted is signed by the promised key, and no more were issued than people are on the list. Where nobody voted from a list, there are none.',
    },
    'spent-issued': {
      title: 'Only good codes voted',
      means: 'Every used code was issued, and none of them was declared lost.',
    },
    'spent-equals-ballots': {
      title: 'One code, one ballot',
      means: 'There are as many ballots as used codes.',
    },
    'bodies-valid': {
      title: 'Every ballot follows the rules',
      means: 'No ballot chooses too many, chooses one twice, or chooses what is not there.',
    },
    'leaves-recompute': {
      title: 'No ballot was changed',
      means: 'Every ballot gives exactly the fingerprint that was published for it.',
    },
    'leaves-unique': {
      title: 'No two voters share a ballot',
      means: 'Every fingerprint and every number occurs once.',
    },
    trackers: {
      title: 'The numbers belong to the ballots',
      means: 'The number on each receipt is the beginning of the fingerprint of its ballot.',
    },
    'checkpoint-chain': {
      title: 'The interim seals follow each other',
      means: 'Each seal made during the vote is signed, and names the one before.',
    },
    'checkpoint-prefixes': {
      title: 'Nothing sealed was taken out',
      means: 'The ballots under each interim seal are still there, in the same order.',
    },
    'final-root': {
      title: 'The ballots are those sealed at the close',
      means: 'All ballots together give the final seal, which was published before anybody saw a choice.',
    },
    tally: {
      title: 'The numbers are right',
      means: 'Counted again here, every option has as many votes as was published.',
    },
    ties: {
      title: 'Ties went as promised',
      means: 'Equals were ordered by the rule that was published before the vote.',
    },
    winners: {
      title: 'The winners are right',
      means: 'By the published rule, the same options win.',
    },
    paper: {
      title: 'The paper adds up',
      means: 'No more sheets voted than were handed out.',
    },
    'earlier-board': {
      title: 'Nothing changed since your board',
      means: 'Everything on the board that you saved earlier is still the same.',
    },
  },
} as const;

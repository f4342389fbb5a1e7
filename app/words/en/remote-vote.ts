/** People on a closed list who vote from elsewhere: their letter, the page that gives out a voting pass, the board. */
export const remoteVote = {
  letterSubject: 'Your vote: {event} on {date}',
  letterTitle: 'You can vote from where you are',
  letterLead: 'You are on the list of voters for {event}. This letter holds your code. It is for you alone.',
  letterFrom: 'Your code',
  letterAsk: 'Get your voting pass',
  letterAskText: 'From now on. Please do it today, and vote later: then nobody can tell which ballot is yours.',
  letterVotes: 'The vote',
  letterVotesText: 'It opens on the day, {date}. Groups pitch first. Use the same phone or computer as for your pass.',
  letterCodeAlone:
    'Your device cannot do this? You can also vote with the code itself, on the page of the vote. The organiser could then find out what you chose, and promises not to.',
  letterSecret: 'Do not pass this letter on: whoever has the code can vote for you.',
  letterButton: 'Get my voting pass',

  passTitle: 'Your voting pass',
  passLead:
    'Your device makes a secret code. We sign it without seeing it. So nobody, not even we, can find your ballot.',
  passCode: 'The code in your letter',
  passCodeHint: '16 letters and numbers. Capital or small letters are the same.',
  passGet: 'Get my voting pass',
  passTypo: 'This code has a typing error. Please compare it with your letter, letter by letter.',
  passWorking: 'Making your voting pass…',
  passRetry: 'No connection. We keep trying.',
  passBroken: 'The answer does not fit. Please tell the organiser, and show this page.',
  passUnable: 'This browser cannot make a voting pass, or may not keep one. Please try another browser or device.',
  passNoScript: 'This page needs JavaScript, because your own device makes the secret.',
  passNoScriptText: 'Please open the link of your letter on another device, or tell the organiser.',
  passHaveTitle: 'You have your voting pass',
  passHaveText: 'It is kept in this browser. Please vote with the same one, and do not clear its data before.',
  passHaveLater: 'The best time to vote is not now. Later nobody can link your pass and your ballot by the time.',
  passToBooth: 'Go to the vote',
  passAnother: 'Another person gets a pass here',
  passOverTitle: 'The vote is closed',
  passOverText: 'No more voting passes are given out.',
  passDirect: 'Vote with the code of my letter instead',
  passDirectText:
    'Your ballot counts the same. But the organiser could find out what you chose, and promises not to. A pass is safer.',
  refusals: {
    'unknown-poll': 'We cannot find this vote.',
    'wrong-code': 'We do not know this code. Please compare it with your letter, letter by letter.',
    'too-many-tries': 'Wrong codes were typed too often for this letter. Ask the organiser to send it again.',
    'already-issued':
      'Your voting pass was given out already. It is in the browser that asked for it. If that was not you, tell the organiser.',
    'not-open': 'Voting passes are given out until the vote closes. It is closed now.',
    'voted-directly': 'The code of this letter has voted already.',
    'too-many-wrong-codes': 'Many wrong codes arrived just now. Please wait a minute and try again.',
    'bad-request': 'This cannot be read. Please load the page again.',
  },

  boothToPass: 'You have a letter? Get your voting pass first.',
  boothPass: 'You vote with the voting pass in this browser.',
  boothCode: 'The code on your sheet, or in your letter',
  boothCodeHint: '21 letters and numbers on a sheet, 16 in a letter. With a voting pass it is filled in.',
  codeRefusals: {
    'unknown-token': 'We do not know this code. Please compare it, letter by letter.',
    'already-used': 'This code has been used already. Each code votes once.',
    'void-token':
      'This code is no longer valid. Did you take a voting pass? Then vote with the pass. In the hall, ask a helper.',
  },
  boothTypo: 'This code has a typing error. Please compare it, letter by letter.',

  levelB:
    'People on a closed list, each with a voting pass that was signed without being seen (level B). The organiser cannot link it.',
  levelDirect:
    'The same people, with the code of their letter (level B−). The organiser could link it, and promises not to.',
  rollSize: 'People on the list',
  passesIssued: 'Voting passes given out',
  issuingKey: 'Key that signs voting passes',
  counted: 'Ballots that decide',
  ofLevel: 'Level {level}: {ballots}',
  turnout: '{cast} of {issued} voted: sheets in the room and people on the list.',
  limits: [
    'That the list is right: the organiser wrote it. And that nobody else read a letter.',
    'That the organiser asked for no pass in the name of somebody who never did: the key would sign it. Compare the passes given out with what people on the list say.',
    'That time tells nothing: whoever gets a pass and votes at once, while few others do, could be guessed by somebody who watches the machine in that minute.',
  ],
} as const;

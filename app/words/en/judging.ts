/** Judges on a pitch day: what a call says of them, their own screen, and what everybody reads afterwards. */
export const judging = {
  callJudges:
    'On pitch day, members of the panel score each pitch from 1 to 5. These scores are the panel’s part of the points. At least {count, plural, one {# judge scores} other {# judges score}} each pitch.',
  callInstead:
    'If too few judges can score a pitch, the panel’s scores from before the day count for every group. The result says so.',
  link: 'Judge the pitches',
  title: 'Judging',
  lead: 'Only you see your scores until the vote and the judging are over.',
  notOpened: 'Judging is not open yet. This page moves on by itself; without scripts, load it again.',
  ended: 'Judging is over. Nothing can be changed any more. Thank you.',
  waiting: 'No pitch is on stage now. Choose an earlier one below, or wait.',
  movedOn: 'The day has moved on. Your scores here stay: finish them, or go on.',
  look: 'Look again',
  onStage: 'On stage now: pitch {position}',
  earlier: 'Earlier: pitch {position}',
  pitch: 'Pitch {position}:',
  tied: 'You do not score this pitch.',
  undeclared: 'First say whether something ties you to the groups. Then you can score.',
  declare: 'Say it now',
  save: 'Save scores',
  saved: 'Your scores are saved.',
  savedInPart:
    'Saved, but not handed in: a question below has no answer yet. Choose a score, or “I cannot judge this”.',
  done: 'Scored',
  toDo: 'Not scored yet',
  others: 'Other pitches',
  toStage: 'To the pitch on stage',
  notSaved: 'Not saved. Your scores are kept on this phone, and sent when the connection is back.',
  restored: 'Scores kept on this phone were put back.',
  frozen: 'Judging is over. This was not saved.',
  changedLead: 'You have scored this pitch in another window too. Choose which scores stay.',
  changedTake: 'Take the other scores',
  refusals: {
    'judging-not-open': 'Judging is not open now, so nothing was saved.',
    'tied-to-pitch': 'You do not score this pitch, so nothing was saved.',
    'not-declared': 'First say whether something ties you to the groups.',
    'not-on-stage': 'This pitch was not on stage yet.',
    'unknown-criterion': 'The criteria have changed. Load the page again.',
    'score-off-scale': 'A score is a number from 1 to 5.',
    'changed-elsewhere': 'Scores were saved in another window. Look at them before you save again.',
  },
  resultTitle: 'What the judges gave',
  resultLead:
    'Members of the panel scored the pitches on the day. Their scores are the panel’s part of the points, as the call says.',
  resultWho:
    '{participants} of the {judges, plural, one {# judge} other {# judges}} who scored {participants, plural, one {is a participant} other {are participants}}: people like those who apply. That is {share}%.',
  resultInstead:
    'Too few judges could score every pitch. As the call says, the panel’s scores from before the day count instead.',
  group: 'Group',
  mean: 'Mean, from 1 to 5',
  judges: 'Judges',
  letter:
    'The panel’s part of these points comes from {count, plural, one {# judge} other {# judges}} who scored your pitch on the day.',
  letterInstead:
    'Too few judges could score every pitch, so the panel’s part of these points comes from its scores before the day.',
} as const;

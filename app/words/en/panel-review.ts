/** What a member of a panel reads while she reviews, beyond what every panel has. */
export const panelReview = {
  phaseNow: 'Now: {phase}. Until {ends}.',
  phaseNext: 'Next: {phase}. From {starts}.',
  phaseNone: 'No phase is open now. You can read, but not score.',
  phaseNothing: 'The applications are not open yet.',
  phaseRead: 'You can read, but not score.',
  phaseScore: 'You can read and score.',
  phaseHidden: 'Names are hidden. Please do not try to find out who wrote it.',
  phaseSound: 'You hear recordings without their pictures.',
  phaseTranscript: 'You read what people say in recordings. You do not see or hear them.',
  readOnly: 'Nobody scores now. You can read.',
  reviewer: 'Panel member {place}',
  mineTitle: 'Your scores, handed in',
  othersNever: 'You do not see what others scored in this phase.',
} as const;

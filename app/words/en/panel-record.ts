/** What a decision rested on, for everybody who was part of it. */
export const panelRecord = {
  title: 'How this was decided',
  lead: 'For everybody involved: who decided, by which rule, on which scores, and what was checked.',
  link: 'How this was decided, for everybody involved',
  agreedTitle: 'Who decided',
  composition:
    '{participants} of {accepted} panel members are participants. That is {share}%. The call promised {min}%.',
  ties: 'Ties between members and applications: {hard} without any access, {soft} without a score.',
  agreed: 'Two people agreed on it: one locked it on {locked}, another confirmed it on {confirmed}.',
  decided: 'Everybody was told on {when}.',
  ruleTitle: 'The rule',
  fairnessTitle: 'Was it fair?',
  fairnessNone: 'Nobody was asked when this was decided.',
  fairnessBy: 'What the manager said on {when}',
  lottery: 'See the lottery',
  scoresTitle: 'The scores',
  scoresLead: 'Each application stands here by its reference. You see the name of your own.',
  own: 'Yours: {title}',
  caption: 'Scores and decisions of {count, plural, one {# application} other {# applications}}',
  reference: 'Reference',
  howTitle: 'To calculate it again',
} as const;

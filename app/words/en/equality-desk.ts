/** Words for staff who look at the figures of the equality questions. */
export const equalityDesk = {
  title: 'Who applied, in figures',
  lead: 'From optional questions that nobody can link to an application. Do not use them to decide about anybody.',
  rules:
    'Figures under 10 are hidden, the others are rounded to 5. Where one hidden figure could be worked out, another is hidden too.',
  due: 'The figures are made once, on {date}: two weeks after the last day to apply. Until then nobody sees any.',
  made: 'Made on {date}. They never change, so that nobody can compare two looks at them.',
  version: 'Questions of {version}',
  answer: 'Answer',
  count: 'People, about',
  hidden: 'Hidden',
} as const;

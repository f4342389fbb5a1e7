/** Words for applicants about the check of whether a call is for them. */
export const eligibility = {
  whyTitle: 'Why',
  noteTitle: 'From {partner}',
  otherTitle: 'What else could help',
  rule: 'This sentence of the call does not fit: “{statement}”',

  notEligibleTitle: 'This call is not for your idea',
  notEligibleText: '{partner} checked your application against the rules of the call. It cannot go to the panel.',
  notEligibleKind: 'This says nothing about how good your idea is.',
  moreNeededTitle: '{partner} has a question for you',
  moreNeededText: 'Your application stays in this round. Please answer, so that it can be checked.',
  fitsAfterAllTitle: 'Your application is in after all',
  fitsAfterAllText: '{partner} looked again. Your application goes on as if nothing had happened.',
  askAgain: 'If you think this is a mistake, write to {partner} by answering the e-mail.',

  letters: {
    'not-eligible': {
      subject: '{reference}: this call is not for your idea',
      preview: 'Why, and what else could help.',
    },
    'more-needed': { subject: '{reference}: we have a question', preview: 'Your application stays in this round.' },
    'fits-after-all': { subject: '{reference}: you are in after all', preview: 'We looked at your application again.' },
  },
  letterHello: 'Hello {name}. This is about “{title}”.',
  letterAnswer: 'Please answer this e-mail. You need to change nothing else.',
  letterMistake: 'If you think this is a mistake, answer this e-mail. A person will read it.',
  letterButton: 'See where it stands',
} as const;

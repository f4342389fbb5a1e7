/**
 * Words of the equality questions. The questions and answers follow the GOV.UK pattern "Equality information" and the
 * harmonised standards (Crown copyright, Open Government Licence v3.0).
 */
export const equality = {
  link: 'Answer some questions about yourself',
  linkText: 'They help us see who our grants reach. You can skip them. They change nothing for you.',
  title: 'Questions about you',
  lead: 'All of them are optional. They help us see who our grants reach.',
  promises: [
    'The people who decide do not see your answers, and your answers do not change the result.',
    'We keep them without your name, without your group and without the time.',
    'We only show figures for many people together. Small figures are hidden.',
  ],
  questions: {
    age_band: 'What is your age?',
    sex: 'What is your sex?',
    disability_condition:
      'Do you have any physical or mental health conditions or illness lasting or expected to last 12 months or more?',
    disability_effect: 'Do they reduce your ability to carry out day to day activities?',
    ethnic_group: 'What is your ethnic group?',
    english_proficiency: 'How well can you speak English?',
  },
  hints: {
    disability_effect: 'For example eating, washing, walking or going shopping. Skip this if you answered no above.',
    ethnic_group: 'Choose what fits you best. It is a broad group on purpose.',
  },
  answers: {
    age_band: {
      u18: 'Under 18',
      '18_24': '18 to 24',
      '25_34': '25 to 34',
      '35_44': '35 to 44',
      '45_54': '45 to 54',
      '55_64': '55 to 64',
      '65_74': '65 to 74',
      '75_plus': '75 or over',
      prefer_not: 'Prefer not to say',
    },
    sex: { female: 'Female', male: 'Male', prefer_not: 'Prefer not to say' },
    disability_condition: { yes: 'Yes', no: 'No', prefer_not: 'Prefer not to say' },
    disability_effect: {
      a_lot: 'Yes, a lot',
      a_little: 'Yes, a little',
      no: 'Not at all',
      prefer_not: 'Prefer not to say',
    },
    ethnic_group: {
      asian: 'Asian or Asian British',
      black: 'Black, African, Caribbean or Black British',
      mixed: 'Mixed or multiple ethnic groups',
      white: 'White',
      other: 'Other ethnic group',
      prefer_not: 'Prefer not to say',
    },
    english_proficiency: {
      very_well: 'Very well',
      well: 'Well',
      not_well: 'Not well',
      not_at_all: 'Not at all',
      prefer_not: 'Prefer not to say',
    },
  },
  send: 'Send my answers',
  skip: 'Skip all of them',
  back: 'Back to your application',
  doneTitle: 'You are done with these questions',
  doneText: 'Thank you. We do not ask again.',
  codeTitle: 'Do you want to delete your answers one day?',
  codeText: 'Then write down this code. We do not keep it, so we cannot show it again.',
  deleteSummary: 'Delete my answers with my code',
  code: 'Your code',
  codeHint: 'Sixteen letters and digits.',
  delete: 'Delete my answers',
  deleted: 'These answers are deleted.',
  faults: {
    'not-sent': 'These questions come after you have sent your application.',
    'already-done': 'These questions were answered or skipped already, perhaps in another window.',
    'too-late': 'These questions are closed now. Thank you all the same.',
    'code-unknown': 'No answers belong to this code. Perhaps they were deleted already.',
  },
} as const;

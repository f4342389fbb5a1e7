/** Words of the desk where a partner says how people reach it. */
export const reachDesk = {
  title: 'How people reach you',
  titleOf: 'How people reach {partner}',
  lead: 'This stands on your calls, beside the self-check and the help, and under your letters. A change counts at once.',
  email: 'E-mail address',
  emailHint: 'One that several of you read, so that nobody waits while one of you is away.',
  phone: 'Telephone number',
  phoneHint: 'Many people would rather call than write. Leave it empty if nobody can answer.',
  phoneHours: 'When does somebody answer?',
  phoneHoursHint: 'For example: Monday to Friday, 10:00 to 16:00.',
  phoneLanguages: 'In which languages can people call?',
  place: 'Where can people come by?',
  placeHint: 'An address, with days and times. Leave it empty if there is no such place.',
  save: 'Save',
  saved: 'Saved. Everybody sees this from now on.',
  faults: {
    'phone-malformed': 'Enter a number that people can dial, for example 024 7601 0123.',
    'hours-without-phone': 'Enter the telephone number too, or leave the times empty.',
    'languages-without-phone': 'Enter the telephone number too, or choose no languages.',
  },
  partHint: '{email}. No telephone number yet: many people would rather call.',
} as const;

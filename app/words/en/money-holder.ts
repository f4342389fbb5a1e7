/** Who would hold the money: a question beside the others that nobody has to answer. */
export const moneyHolder = {
  question: 'Who would hold the money for you?',
  hint: 'You can leave this out. Nobody scores it. People of that organisation do not score your application.',
  choices: {
    ourselves: 'We would hold it ourselves',
    host: 'Another organisation would hold it for us',
    unknown: 'We do not know yet',
  },
  name: 'Name of that organisation',
  nameHint: 'Only if another organisation would hold the money.',
} as const;

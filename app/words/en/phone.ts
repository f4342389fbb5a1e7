/** Text messages to somebody's telephone, besides letters. */
export const phone = {
  title: 'Text messages',
  lead: 'We can send you a text message when something is urgent. You do not have to give us a number.',
  none: 'This portal sends no text messages. We write to your e-mail address.',
  number: 'Your mobile number',
  numberHint: 'For example 07700 900123. With another country’s number, begin with + and its code.',
  ask: 'Send a code to this number',
  waiting: 'We have sent a code to {number}. It works for 10 minutes.',
  code: 'The six numbers in the text message',
  confirm: 'This is my number',
  other: 'Use another number, or send the code again',
  confirmed: 'Urgent messages also go to {number}.',
  what: 'That is when a call closes soon, when your idea arrived, and when you must answer us.',
  forget: 'Stop text messages',
  codeText: '{code} is your code for {product}. Did you not ask for it? Then do nothing.',
  link: 'Text messages to your phone',
  refusals: {
    'not-a-number': 'Write the whole number, with numbers only. For example 07700 900123.',
    'too-many-codes': 'We have sent several codes in the last hour. Use the newest one, or try again later.',
    'no-texts': 'This portal sends no text messages.',
  },
} as const;

/** The two letters about an unfinished draft. */
export const reminders = {
  subject: 'Not sent yet: your idea for “{title}”',
  title: 'Your idea is saved. It is not sent yet.',
  hello: 'Hello {name}. You began to write an idea for “{title}”.',
  closes: 'The call closes on {when}.',
  todo: 'Still to do, about {minutes, plural, one {one minute} other {# minutes}}:',
  todoReady: 'Nothing is missing. You only have to look at it once more and send it.',
  todoDetails: 'Your group and your project: some lines are empty.',
  todoQuestion: 'Question {position}: {label}',
  todoMore: '{count, plural, one {One more thing} other {# more things}}',
  todoAmount: 'The amount is higher than this call gives.',
  next: 'You can go on where you stopped, in writing or by speaking. Short answers are good answers.',
  first: 'We remind you once more, two days before the end.',
  last: 'This is our last reminder.',
  leave: 'You do not have to go on. Nobody reads what you do not send.',
  button: 'Go on with my idea',
  text: '{product}: your idea for “{title}” is not sent yet. It closes on {when}. Go on: {url}',
} as const;

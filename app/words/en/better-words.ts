/** Words with which readers help to make the words better. */
export const betterWords = {
  title: 'Suggest a better sentence',
  lead: 'You grew up with this language and know how to say it better? Tell us. We keep no name.',
  sentence: 'The sentence as it is now',
  sentenceHint: 'You can copy it from the page. You can also leave it empty.',
  better: 'How would you say it?',
  send: 'Send',
  thanksTitle: 'Thank you',
  thanksText: 'We have kept your sentence. Somebody reads it.',
  back: 'Back to the page',
  tooMany: 'There are many suggestions just now. Please try again in one hour.',
} as const;

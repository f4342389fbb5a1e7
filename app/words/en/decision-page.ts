/** Words of the page where a group finds what was decided about its application, why, and what the panel wrote. */
export const decisionPage = {
  title: 'The decision about your application',
  link: 'Read the decision and what the panel wrote',
  awards: {
    awarded: 'You are offered an award of {amount}.',
    reserve: 'You are on the reserve list.',
    declined: 'You do not get an award this time.',
    ineligible: 'You do not get an award: your application does not fit the rules of this call.',
  },
  shortlist: {
    shortlisted: 'Your idea is on the shortlist.',
    'not-shortlisted': 'Your idea is not on the shortlist this time.',
  },
  why: 'Why',
  place: 'Your place',
  placeOfPanel: '{rank} of {count}, in the order of the panel',
  record: 'How the panel decided: the whole record',
  feedbackLater: 'You can read it here from {when}.',
  feedbackMore: 'There is more to come. You can read it here from {when}.',
  feedbackNone: 'There are no written words from the panel about this application.',
  nextTitle: 'What happens next',
  nextAward: 'Read your agreement. Then tell us if you want the award.',
  nextAnswered: 'The page of your award shows your agreement and what comes after it.',
  nextDeclined: 'This application ends here. You can apply again in another call.',
  letterTitle: 'The letter we sent you',
  earlierTitle: 'Before that: the shortlist',
} as const;

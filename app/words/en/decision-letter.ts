/** The letter to a group about the shortlist, and what reviewers wrote about its application. */
export const decisionLetter = {
  subjects: {
    shortlisted: 'Good news about “{title}”',
    declined: 'About your application “{title}”',
    ineligible: 'About your application “{title}”',
  },
  leads: {
    shortlisted: 'The panel has read your application {reference}, “{title}”. It is on the shortlist of “{call}”.',
    declined: 'Thank you for your application {reference}, “{title}”, to “{call}”. It is not on the shortlist.',
    ineligible:
      'Thank you for your application {reference}, “{title}”, to “{call}”. It does not fit the rules of this call.',
  },
  reason: 'Why: {reason}',
  usualReasons: {
    shortlisted: 'The panel gave your application one of its highest scores.',
    declined: 'There is not enough money for every good idea. The panel gave other applications a higher score.',
    ineligible: 'The call has a rule that your application does not fit.',
  },
  nearly: 'You were near. If you can, please come back with this idea or another one.',
  nextPitch: 'The next step is pitch day. We will write to you with the time and place.',
  nextNoPitch: 'Next, {partner} decides about the awards. We will write to you again.',
  ask: 'Do you want to know more? Write to {email}.',
  button: 'Read it on your page',

  strengths: 'What the panel liked',
  concerns: 'What the panel was not sure about',
  feedbackTitle: 'What the people on the panel wrote',
  feedbackWords: 'These are their own words, without their names.',
  feedbackSubject: 'What the panel wrote about “{title}”',
  feedbackLead: 'Here is what the people on the panel wrote about your application {reference}, “{title}”.',
  feedbackAsk: 'Do you have a question about it? Write to {email}.',
  sender: '{partner}, with Common Pot',

  award: {
    subjects: {
      awarded: 'Action needed: accept your award',
      reserve: '“{title}” is on the reserve list',
      declined: 'The decision about “{title}”',
    },
    offer: '{partner} offers {group} {amount} for “{title}”.',
    offerAsk: 'You have a question, or you do not want the award? Write to {email}.',
    offerDo: 'Read the agreement and type your name under it. Please do it by {when}.',
    offerButton: 'Read and accept',
    reserve: 'The awards of “{call}” are decided. You have place {position}, just after the groups with an award.',
    reserveMore: 'If a group says no, the place goes to the next on the list. You wait until {until} at the latest.',
    reserveTell: 'We will tell you either way. You do not have to do anything.',
    declined: 'Thank you for applying to “{call}”. {partner} has decided about your application “{title}”.',
    declinedTitle: 'We cannot give you an award this time.',
    ineligible: 'It does not fit the rules of this call.',
    points: 'You had {points} of 100 points, and place {position} of {count}.',
    ask: 'We are glad to talk about it. Write to {email}.',
  },
} as const;

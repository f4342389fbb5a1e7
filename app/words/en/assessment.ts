export const assessment = {
  kinds: { participant: 'Participant', staff: 'Staff', funder: 'Funder', expert: 'Expert' },
  kindHints: {
    participant: 'Somebody like the people who apply.',
    staff: 'Works for your organisation and does not run this panel.',
    funder: 'Gives money to work like this.',
    expert: 'Knows the field well.',
  },
  ownApplication: 'This is my own application.',

  letterInvitationSubject: 'Will you help to decide? {call}',
  letterInvitationTitle: 'Will you sit on our panel?',
  letterInvitationLead: '{partner} asks you to help decide who gets money from “{call}”.',
  letterInvitationWork:
    'You read or watch applications on your phone or computer, and give each a score. You need no special knowledge.',
  letterInvitationAs: 'Your seat on the panel: {kind}.',
  letterInvitationAnswer: 'Please say yes or no. You can say no without a reason.',
  letterInvitationButton: 'Answer the invitation',
  letterOpenedSubject: 'You can start scoring: {call}',
  letterOpenedTitle: 'The applications are open',
  letterOpenedLead: 'You can now read and score the applications for “{call}”.',
  letterOpenedConflicts: 'First tell us if you know any of the groups. Then the applications open.',
  letterOpenedButton: 'Go to your panel work',
  letterShortlistedSubject: 'Good news about “{title}”',
  letterShortlistedTitle: 'You are on the shortlist',
  letterShortlistedLead:
    'The panel has read your application {reference}, “{title}”. It is on the shortlist of “{call}”.',
  letterShortlistedPitch: 'The next step is pitch day. We will write to you with the time and place.',
  letterShortlistedNoPitch: 'Next, {partner} decides about the awards. We will write to you again.',
  letterNotShortlistedSubject: 'About your application “{title}”',
  letterNotShortlistedTitle: 'You are not on the shortlist this time',
  letterNotShortlistedLead:
    'Thank you for your application {reference}, “{title}”, to “{call}”. It is not on the shortlist.',
  letterReason: 'Why: {reason}',
  letterNotShortlistedAsk: 'Do you want to know more? Write to {email}.',
  letterSender: '{partner}, with Common Pot',
} as const;

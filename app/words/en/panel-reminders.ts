/** What a member reads about dates, and when there is still something to do. */
export const panelReminders = {
  calendarLink: 'Put the dates in your calendar',
  calendarOf: 'Panel: {title}',
  scoringEnds: 'Last moment to hand in scores: {title}',
  phase: '{name}: {title}',
  meeting: 'The panel meets: {title}',
  termBegins: 'Your term on the panel begins: {title}',
  termEnds: 'Your term on the panel ends: {title}',
  ends: 'Hand in your scores by {when}.',
  over: 'The time for scores ended on {when}. You can still hand yours in until the office ends scoring.',

  letterSubject: 'Still to do for the panel: {call}',
  letterTitle: 'Some scores are still missing',
  letterLead: 'Hello {name}. Thank you for reading for “{call}”.',
  letterMissing:
    '{missing, plural, one {One application is} other {# applications are}} still to do. {done, plural, =0 {None is handed in yet.} one {One is handed in.} other {# are handed in.}}',
  letterDeclare: 'First say which groups you know. Then the applications open.',
  letterEnds: 'Please hand in your scores by {when}.',
  letterOver: 'The time for scores is over. The office still waits for yours.',
  letterLess: 'Is it too much? You can give back single applications, or leave the panel. We do not ask why.',
  letterButton: 'Go on with the panel',
} as const;

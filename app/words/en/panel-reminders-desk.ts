/** What a manager reads about who has not finished, and reminders. */
export const panelRemindersDesk = {
  title: 'Who has not finished',
  ends: 'Scores are due by {when}.',
  endsUnknown: 'No phase and no meeting says when scores are due. Nobody is reminded by itself.',
  automatic: 'Three days and one day before, everybody who has not finished gets a reminder by itself.',
  missing: '{count, plural, one {# sheet is missing} other {# sheets are missing}}',
  overdue: 'Overdue',
  lastReminded: 'Reminded on {when}',
  remindedToday: 'Reminded less than a day ago',
  remind: 'Remind {name}',
  remindAll: 'Remind all {count}',
  remindAllHint: 'Nobody gets more than one reminder a day.',
  reminded: '{count, plural, one {A reminder is on its way.} other {# reminders are on their way.}}',
  refusals: {
    'not-scoring': 'Nobody is scoring now.',
    'nobody-to-remind': 'Everybody has finished, or was reminded less than a day ago.',
  },
} as const;

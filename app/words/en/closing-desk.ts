/** What a manager reads before she ends the scoring of a panel. */
export const closingDesk = {
  title:
    '{count, plural, one {# application has fewer readers than promised} other {# applications have fewer readers than promised}}',
  lead: 'The panel promised {reviews, plural, one {# score sheet} other {# score sheets}} for each application, and a share of them from participants.',
  missing: '{missing, plural, one {# sheet is missing.} other {# sheets are missing.}}',
  belowShare: 'Too few of its sheets are from participants.',
  more: '{count, plural, one {and # more} other {and # more}}',
  giveOut: 'Give these to other members',
  sureHint:
    '{count, plural, one {# application stays below what was promised.} other {# applications stay below what was promised.}}',
} as const;

/** What can be meant for an application before anybody is told. Apart from the rules, so that forms can ask for it. */
export const PENDING = ['shortlisted', 'declined', 'ineligible'] as const;

export type PendingName = (typeof PENDING)[number];

export const SHORTLIST_REASON_MAX = 600;

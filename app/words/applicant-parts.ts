import type { en } from './en/index.ts';

/**
 * What whoever visits, applies or sits on a panel may read. A language that the portal speaks has all of these parts, or
 * it does not compile; the others, of voters, awards and staff, are in English in every language.
 */
export type ApplicantPart = keyof Pick<
  typeof en,
  | 'common'
  | 'people'
  | 'betterWords'
  | 'call'
  | 'plan'
  | 'glossary'
  | 'selfCheck'
  | 'entry'
  | 'application'
  | 'recording'
  | 'translations'
  | 'team'
  | 'versions'
  | 'reopening'
  | 'safety'
  | 'standing'
  | 'register'
  | 'phone'
  | 'reach'
  | 'reminders'
  | 'help'
  | 'writtenDown'
  | 'uploads'
  | 'equality'
  | 'carrying'
  | 'eligibility'
  | 'matchMaking'
  | 'decisionLetter'
  | 'panelPeople'
  | 'panelPractice'
  | 'assessment'
  | 'panelHours'
  | 'panelReminders'
  | 'panelReview'
  | 'panelRule'
  | 'panelLottery'
  | 'panelTies'
  | 'panelMeeting'
>;

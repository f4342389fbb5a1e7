import type { ApplicantPart } from '../applicant-parts.ts';
import { application } from './application.ts';
import { assessment } from './assessment.ts';
import { ballotSheet } from './ballot-sheet.ts';
import { betterWords } from './better-words.ts';
import { call } from './call.ts';
import { carrying } from './carrying.ts';
import { coming } from './coming.ts';
import { common } from './common.ts';
import { decisionLetter } from './decision-letter.ts';
import { decisionPage } from './decision-page.ts';
import { eligibility } from './eligibility.ts';
import { entry } from './entry.ts';
import { equality } from './equality.ts';
import { glossary } from './glossary.ts';
import { help } from './help.ts';
import { judging } from './judging.ts';
import { matchMaking } from './match-making.ts';
import { moneyHolder } from './money-holder.ts';
import { openVote } from './open-vote.ts';
import { panelHours } from './panel-hours.ts';
import { panelLottery } from './panel-lottery.ts';
import { panelMakeup } from './panel-makeup.ts';
import { panelMeeting } from './panel-meeting.ts';
import { panelOffline } from './panel-offline.ts';
import { panelPeople } from './panel-people.ts';
import { panelPractice } from './panel-practice.ts';
import { panelRecord } from './panel-record.ts';
import { panelReminders } from './panel-reminders.ts';
import { panelReview } from './panel-review.ts';
import { panelRule } from './panel-rule.ts';
import { panelTies } from './panel-ties.ts';
import { payee } from './payee.ts';
import { people } from './people.ts';
import { phone } from './phone.ts';
import { pitchCard } from './pitch-card.ts';
import { pitchDay } from './pitch-day.ts';
import { plan } from './plan.ts';
import { rankedVote } from './ranked-vote.ts';
import { reach } from './reach.ts';
import { recording } from './recording.ts';
import { recountPage } from './recount-page.ts';
import { register } from './register.ts';
import { reminders } from './reminders.ts';
import { remoteVote } from './remote-vote.ts';
import { reopening } from './reopening.ts';
import { roomShares } from './room-shares.ts';
import { safety } from './safety.ts';
import { selfCheck } from './self-check.ts';
import { standing } from './standing.ts';
import { team } from './team.ts';
import { translations } from './translations.ts';
import { uploads } from './uploads.ts';
import { versions } from './versions.ts';
import { writtenDown } from './written-down.ts';

/** Modern Standard Arabic, in forms that speak to women and men alike wherever the written language allows it. */
export const ar = {
  common,
  people,
  ballotSheet,
  betterWords,
  call,
  plan,
  glossary,
  selfCheck,
  entry,
  application,
  moneyHolder,
  payee,
  recording,
  translations,
  team,
  versions,
  openVote,
  remoteVote,
  reopening,
  safety,
  standing,
  register,
  phone,
  reach,
  reminders,
  help,
  writtenDown,
  uploads,
  equality,
  carrying,
  eligibility,
  judging,
  matchMaking,
  decisionLetter,
  decisionPage,
  panelReview,
  panelRule,
  panelLottery,
  panelTies,
  panelMakeup,
  panelMeeting,
  panelRecord,
  coming,
  pitchCard,
  pitchDay,
  rankedVote,
  roomShares,
  recountPage,
  panelOffline,
  panelPeople,
  panelPractice,
  assessment,
  panelHours,
  panelReminders,
} satisfies Readonly<Record<ApplicantPart, unknown>>;

/** Parts that nobody who grew up with Arabic has read yet: pages say so and ask for better sentences. */
export const AR_UNREAD: readonly ApplicantPart[] = [
  'common',
  'people',
  'ballotSheet',
  'betterWords',
  'call',
  'plan',
  'glossary',
  'selfCheck',
  'entry',
  'application',
  'moneyHolder',
  'payee',
  'recording',
  'translations',
  'team',
  'versions',
  'reopening',
  'safety',
  'standing',
  'register',
  'phone',
  'reach',
  'reminders',
  'help',
  'writtenDown',
  'uploads',
  'equality',
  'carrying',
  'eligibility',
  'judging',
  'matchMaking',
  'decisionLetter',
  'decisionPage',
  'panelRule',
  'panelLottery',
  'panelTies',
  'panelMakeup',
  'panelMeeting',
  'panelRecord',
  'panelPeople',
  'panelPractice',
  'assessment',
  'panelHours',
  'panelReminders',
  'pitchCard',
  'pitchDay',
  'openVote',
  'remoteVote',
  'rankedVote',
  'roomShares',
  'recountPage',
];

import { application } from './application.ts';
import { applicationDesk } from './application-desk.ts';
import { assessment } from './assessment.ts';
import { auditing } from './auditing.ts';
import { award } from './award.ts';
import { ballotSheet } from './ballot-sheet.ts';
import { betterWords } from './better-words.ts';
import { betterWordsDesk } from './better-words-desk.ts';
import { buildingDesk } from './building-desk.ts';
import { call } from './call.ts';
import { callDesk } from './call-desk.ts';
import { carrying } from './carrying.ts';
import { carryingDesk } from './carrying-desk.ts';
import { changeDesk } from './change-desk.ts';
import { closingDesk } from './closing-desk.ts';
import { codesDesk } from './codes-desk.ts';
import { coming } from './coming.ts';
import { comingDesk } from './coming-desk.ts';
import { common } from './common.ts';
import { copying } from './copying.ts';
import { decisionDesk } from './decision-desk.ts';
import { decisionLetter } from './decision-letter.ts';
import { decisionPage } from './decision-page.ts';
import { digest } from './digest.ts';
import { eligibility } from './eligibility.ts';
import { eligibilityDesk } from './eligibility-desk.ts';
import { entry } from './entry.ts';
import { equality } from './equality.ts';
import { equalityDesk } from './equality-desk.ts';
import { giveOutDesk } from './give-out-desk.ts';
import { glossary } from './glossary.ts';
import { glossaryDesk } from './glossary-desk.ts';
import { handsOn } from './hands-on.ts';
import { help } from './help.ts';
import { helpDesk } from './help-desk.ts';
import { judging } from './judging.ts';
import { judgingDesk } from './judging-desk.ts';
import { listDesk } from './list-desk.ts';
import { matchMaking } from './match-making.ts';
import { meetingDesk } from './meeting-desk.ts';
import { mentoring } from './mentoring.ts';
import { moneyHolder } from './money-holder.ts';
import { months } from './months.ts';
import { openVote } from './open-vote.ts';
import { panelDesk } from './panel-desk.ts';
import { panelFairness } from './panel-fairness.ts';
import { panelHours } from './panel-hours.ts';
import { panelHoursDesk } from './panel-hours-desk.ts';
import { panelLottery } from './panel-lottery.ts';
import { panelLotteryDesk } from './panel-lottery-desk.ts';
import { panelMakeup } from './panel-makeup.ts';
import { panelMeeting } from './panel-meeting.ts';
import { panelOffline } from './panel-offline.ts';
import { panelPeople } from './panel-people.ts';
import { panelPeopleDesk } from './panel-people-desk.ts';
import { panelPhasesDesk } from './panel-phases-desk.ts';
import { panelPractice } from './panel-practice.ts';
import { panelRanking } from './panel-ranking.ts';
import { panelRecord } from './panel-record.ts';
import { panelReminders } from './panel-reminders.ts';
import { panelRemindersDesk } from './panel-reminders-desk.ts';
import { panelReview } from './panel-review.ts';
import { panelRule } from './panel-rule.ts';
import { panelRuleDesk } from './panel-rule-desk.ts';
import { panelTies } from './panel-ties.ts';
import { payee } from './payee.ts';
import { payment } from './payment.ts';
import { people } from './people.ts';
import { phone } from './phone.ts';
import { pitchCard } from './pitch-card.ts';
import { pitchDay } from './pitch-day.ts';
import { plan } from './plan.ts';
import { planDesk } from './plan-desk.ts';
import { rankedVote } from './ranked-vote.ts';
import { reach } from './reach.ts';
import { reachDesk } from './reach-desk.ts';
import { recording } from './recording.ts';
import { recountPage } from './recount-page.ts';
import { register } from './register.ts';
import { reminders } from './reminders.ts';
import { remoteVote } from './remote-vote.ts';
import { reopening } from './reopening.ts';
import { reopeningDesk } from './reopening-desk.ts';
import { reporting } from './reporting.ts';
import { rollDesk } from './roll-desk.ts';
import { roomShares } from './room-shares.ts';
import { safety } from './safety.ts';
import { selfCheck } from './self-check.ts';
import { selfCheckDesk } from './self-check-desk.ts';
import { standing } from './standing.ts';
import { statements } from './statements.ts';
import { stockDesk } from './stock-desk.ts';
import { team } from './team.ts';
import { testDesk } from './test-desk.ts';
import { tieDesk } from './tie-desk.ts';
import { tieThrow } from './tie-throw.ts';
import { translations } from './translations.ts';
import { uploads } from './uploads.ts';
import { versions } from './versions.ts';
import { whatIf } from './what-if.ts';
import { writtenDown } from './written-down.ts';
import { writtenDownDesk } from './written-down-desk.ts';

/** English is the source and the type of every other language. */
export const en = {
  panelReview,
  panelPhasesDesk,
  common,
  people,
  ballotSheet,
  betterWords,
  betterWordsDesk,
  phone,
  reach,
  reachDesk,
  call,
  callDesk,
  versions,
  changeDesk,
  testDesk,
  buildingDesk,
  handsOn,
  plan,
  planDesk,
  glossary,
  glossaryDesk,
  selfCheck,
  selfCheckDesk,
  entry,
  codesDesk,
  copying,
  application,
  moneyHolder,
  payee,
  help,
  helpDesk,
  writtenDown,
  writtenDownDesk,
  uploads,
  translations,
  openVote,
  remoteVote,
  reopening,
  reopeningDesk,
  safety,
  equality,
  equalityDesk,
  carrying,
  carryingDesk,
  reminders,
  applicationDesk,
  judging,
  judgingDesk,
  listDesk,
  eligibility,
  eligibilityDesk,
  assessment,
  decisionDesk,
  decisionLetter,
  decisionPage,
  panelOffline,
  panelPeople,
  panelPractice,
  panelHours,
  panelHoursDesk,
  panelReminders,
  panelRemindersDesk,
  panelPeopleDesk,
  panelRule,
  panelDesk,
  panelRanking,
  panelFairness,
  panelRecord,
  panelLottery,
  panelLotteryDesk,
  panelRuleDesk,
  panelTies,
  giveOutDesk,
  closingDesk,
  tieDesk,
  panelMakeup,
  panelMeeting,
  meetingDesk,
  pitchCard,
  pitchDay,
  rollDesk,
  months,
  statements,
  stockDesk,
  rankedVote,
  roomShares,
  whatIf,
  recountPage,
  tieThrow,
  coming,
  comingDesk,
  auditing,
  award,
  mentoring,
  payment,
  recording,
  reporting,
  digest,
  register,
  standing,
  team,
  matchMaking,
};

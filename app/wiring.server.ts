import { bringRecording } from './grant/application/commands/bring-recording.server.ts';
import { announceCallChange, sendCallChange } from './grant/application/notices/call-changed.server.ts';
import { sendInviteAgain } from './grant/application/notices/carry-over.server.ts';
import { sendDraftUnfinished } from './grant/application/notices/draft-unfinished.server.ts';
import { sendEligibility } from './grant/application/notices/eligibility.server.ts';
import {
  sendDraftComments,
  sendEntryBegun,
  sendHelpOffer,
  sendQuestionAnswer,
} from './grant/application/notices/help-letters.server.ts';
import { sendJoinUpAccepted, sendJoinUpAsked } from './grant/application/notices/match-making.server.ts';
import { sendBooked, sendCancelled, sendNear } from './grant/application/notices/one-to-one-letters.server.ts';
import { sendAgainReceipt, sendReopened, sendReopeningClosed } from './grant/application/notices/reopening.server.ts';
import { askToTakeOver, sendTeamInvitation, tellHandoverAnswer } from './grant/application/notices/team.server.ts';
import { tellOfTranslation } from './grant/application/notices/tell-of-translation.server.ts';
import { confirmWithdrawal, sendReceipt } from './grant/application/notices.server.ts';
import { calculateRanking } from './grant/assessment/commands/calculate-ranking.server.ts';
import { keepNamedAwayNow } from './grant/assessment/commands/keep-named-away.server.ts';
import { keepTiedAwayNow } from './grant/assessment/commands/keep-tied-away.server.ts';
import { sendFeedback, sendShortlistDecision, tellOfLock } from './grant/assessment/notices/decision.server.ts';
import { sendTieRaised, sendWorkGiven } from './grant/assessment/notices/panel-ties.server.ts';
import { sendPanelReminder, sendTurnedDown } from './grant/assessment/notices/people-letters.server.ts';
import { sendPanelInvitation, sendScoringOpened } from './grant/assessment/notices.server.ts';
import { refuseWithdrawnOffer } from './grant/award/commands/refuse-withdrawn-offer.server.ts';
import { sendOffer } from './grant/award/notices/offer.server.ts';
import { sendAgreement, sendDecline, sendReserve, tellRefusal } from './grant/award/notices.server.ts';
import { sendDatesNear } from './grant/call/notices.server.ts';
import { askIfRight, introduceMentor, tellDispute, tellMilestoneMet } from './grant/mentoring/notices.server.ts';
import { planAcceptedAward } from './grant/payment/commands/plan-accepted-award.server.ts';
import { askHost, tellHostAnswer } from './grant/payment/notices/host.server.ts';
import { sendPayeeCodeLetter } from './grant/payment/notices/payee-code.server.ts';
import { notePayments } from './grant/payment/notices/payments-note.server.ts';
import { askAuditor, sendPayeeChanged, sendPayoutCameBack, sendPayoutSent } from './grant/payment/notices.server.ts';
import { tellParty } from './grant/pitch-day/notices/coming.server.ts';
import { sendSignUpCode } from './grant/pitch-day/notices/signed-up.server.ts';
import { inviteVoter } from './grant/pitch-day/notices/voters.server.ts';
import { sendFinalRoot, sendPitchPlan } from './grant/pitch-day/notices.server.ts';
import { sendDigest } from './grant/reporting/notices.server.ts';
import { sendPhoneCode, sendSignInCode } from './people/notices.server.ts';
import { type Keeper, together } from './platform/outbox.server.ts';
import type { PromiseKind } from './platform/promise-kinds.ts';

/** Which promise leads to which notice or follow-on command: the one file that knows every stage. */
export const keepers: Record<PromiseKind, Keeper> = {
  'sign-in-code-requested': sendSignInCode,
  'phone-code-requested': sendPhoneCode,
  'call-dates-near': sendDatesNear,
  'draft-unfinished': sendDraftUnfinished,
  'translation-written': tellOfTranslation,
  'call-changed': announceCallChange,
  'call-change-told': sendCallChange,
  'application-received': sendReceipt,
  'application-withdrawn': together(confirmWithdrawal, refuseWithdrawnOffer),
  'help-question-answered': sendQuestionAnswer,
  'help-offered': sendHelpOffer,
  'one-to-one-booked': sendBooked,
  'one-to-one-cancelled': sendCancelled,
  'one-to-one-near': sendNear,
  'draft-commented': sendDraftComments,
  'entry-begun': sendEntryBegun,
  'eligibility-told': sendEligibility,
  'team-invitation-made': sendTeamInvitation,
  'handover-asked': askToTakeOver,
  'handover-answered': tellHandoverAnswer,
  'join-up-asked': sendJoinUpAsked,
  'join-up-accepted': sendJoinUpAccepted,
  'application-reopened': sendReopened,
  'application-sent-again': sendAgainReceipt,
  'reopening-taken-back': sendReopeningClosed,
  'carry-over-invited': sendInviteAgain,
  'recording-comes-along': bringRecording,
  'application-hidden': keepNamedAwayNow,
  'application-team-changed': keepTiedAwayNow,
  'application-names-changed': keepTiedAwayNow,
  'panel-invitation-made': sendPanelInvitation,
  'panel-member-reminded': sendPanelReminder,
  'panel-interest-turned-down': sendTurnedDown,
  'panel-scoring-opened': sendScoringOpened,
  'panel-work-given': sendWorkGiven,
  'panel-tie-raised': sendTieRaised,
  'decision-locked': tellOfLock,
  'panel-ranking-wanted': calculateRanking,
  'shortlist-decided': sendShortlistDecision,
  'feedback-due': sendFeedback,
  'pitches-announced': sendPitchPlan,
  'voter-invited': inviteVoter,
  'vote-signed-up': sendSignUpCode,
  'vote-closed': sendFinalRoot,
  'party-told': tellParty,
  'award-offered': sendOffer,
  'application-declined': sendDecline,
  'application-on-reserve': sendReserve,
  'award-accepted': planAcceptedAward,
  'agreement-made': sendAgreement,
  'award-refused': tellRefusal,
  'payee-changed': sendPayeeChanged,
  'auditor-appointed': askAuditor,
  'payee-code-wanted': sendPayeeCodeLetter,
  'host-asked': askHost,
  'host-answered': tellHostAnswer,
  'payments-noted': notePayments,
  'payout-sent': sendPayoutSent,
  'payout-came-back': sendPayoutCameBack,
  'mentor-matched': introduceMentor,
  'check-in-recorded': askIfRight,
  'check-in-disputed': tellDispute,
  'milestone-met': tellMilestoneMet,
  'digest-due': sendDigest,
};

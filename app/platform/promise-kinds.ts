/**
 * Everything a commit may promise to do afterwards, in story order.
 * `wiring.server.ts` must name who keeps each: a missing keeper does not compile.
 */
export type PromiseKind =
  // people
  | 'sign-in-code-requested'
  | 'phone-code-requested'
  // call
  | 'call-dates-near'
  // application
  | 'draft-unfinished'
  | 'translation-written'
  | 'call-changed'
  | 'call-change-told'
  | 'application-received'
  | 'application-withdrawn'
  | 'help-question-answered'
  | 'help-offered'
  | 'one-to-one-booked'
  | 'one-to-one-cancelled'
  | 'one-to-one-near'
  | 'draft-commented'
  | 'entry-begun'
  | 'eligibility-told'
  | 'team-invitation-made'
  | 'handover-asked'
  | 'handover-answered'
  | 'join-up-asked'
  | 'join-up-accepted'
  | 'application-reopened'
  | 'application-sent-again'
  | 'reopening-taken-back'
  | 'application-hidden'
  | 'application-team-changed'
  | 'carry-over-invited'
  | 'recording-comes-along'
  // assessment
  | 'panel-invitation-made'
  | 'panel-interest-turned-down'
  | 'panel-scoring-opened'
  | 'panel-work-given'
  | 'panel-tie-raised'
  | 'decision-locked'
  | 'panel-ranking-wanted'
  | 'shortlist-decided'
  | 'feedback-due'
  // pitch day
  | 'pitches-announced'
  | 'vote-closed'
  // award
  | 'award-offered'
  | 'application-declined'
  | 'application-on-reserve'
  | 'award-accepted'
  | 'agreement-made'
  | 'award-refused'
  // payment
  | 'payee-changed'
  | 'payout-sent'
  | 'payout-came-back'
  // mentoring
  | 'mentor-matched'
  | 'check-in-recorded'
  | 'check-in-disputed'
  | 'milestone-met'
  // reporting
  | 'digest-due';

-- A decision is made once, after the panel, about applications that still stand; nobody rewrites it.
CREATE TRIGGER award_decision_after_panel BEFORE INSERT ON award_decision
WHEN (SELECT state FROM panel WHERE call_id = new.call_id) IS NOT 'closed'
BEGIN SELECT raise(ABORT, 'awards are decided after the panel has closed'); END;
--> statement-breakpoint
CREATE TRIGGER award_decision_no_update BEFORE UPDATE ON award_decision
BEGIN SELECT raise(ABORT, 'a decision is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER award_decision_no_delete BEFORE DELETE ON award_decision
BEGIN SELECT raise(ABORT, 'a decision is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER award_draft_before_decision_insert BEFORE INSERT ON award_draft
WHEN EXISTS (SELECT 1 FROM award_decision WHERE call_id = new.call_id)
BEGIN SELECT raise(ABORT, 'a decision is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER award_draft_before_decision_update BEFORE UPDATE ON award_draft
WHEN EXISTS (SELECT 1 FROM award_decision WHERE call_id = new.call_id)
BEGIN SELECT raise(ABORT, 'a decision is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER award_outcome_of_call BEFORE INSERT ON award_outcome
WHEN NOT EXISTS (SELECT 1 FROM application WHERE id = new.application_id AND call_id = new.call_id AND state = 'submitted')
BEGIN SELECT raise(ABORT, 'an outcome belongs to a submitted application of the call'); END;
--> statement-breakpoint
CREATE TRIGGER award_outcome_shortlisted BEFORE INSERT ON award_outcome
WHEN new.position IS NOT NULL
  AND (SELECT decision FROM shortlisting WHERE application_id = new.application_id) IS NOT 'shortlisted'
BEGIN SELECT raise(ABORT, 'only shortlisted applications have a place'); END;
--> statement-breakpoint
CREATE TRIGGER award_outcome_before_release BEFORE INSERT ON award_outcome
WHEN EXISTS (SELECT 1 FROM award_release WHERE call_id = new.call_id)
BEGIN SELECT raise(ABORT, 'a decision is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER award_outcome_no_update BEFORE UPDATE ON award_outcome
BEGIN SELECT raise(ABORT, 'a decision is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER award_outcome_no_delete BEFORE DELETE ON award_outcome
BEGIN SELECT raise(ABORT, 'a decision is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER award_release_no_update BEFORE UPDATE ON award_release
BEGIN SELECT raise(ABORT, 'a decision is told once'); END;
--> statement-breakpoint
CREATE TRIGGER award_release_no_delete BEFORE DELETE ON award_release
BEGIN SELECT raise(ABORT, 'a decision is told once'); END;
--> statement-breakpoint
-- The reserve list: a group is offered a place or told that there is none, never both.
CREATE TRIGGER reserve_closing_of_reserve BEFORE INSERT ON reserve_closing
WHEN (SELECT outcome FROM award_outcome WHERE application_id = new.application_id) IS NOT 'reserve'
  OR EXISTS (SELECT 1 FROM award WHERE application_id = new.application_id)
BEGIN SELECT raise(ABORT, 'only a group that still waits on the reserve list stops waiting'); END;
--> statement-breakpoint
CREATE TRIGGER reserve_closing_no_update BEFORE UPDATE ON reserve_closing
BEGIN SELECT raise(ABORT, 'what a group was told is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER reserve_closing_no_delete BEFORE DELETE ON reserve_closing
BEGIN SELECT raise(ABORT, 'what a group was told is never rewritten'); END;
--> statement-breakpoint
-- An offer says what the call and the application say, and there is money for it.
CREATE TRIGGER award_fits BEFORE INSERT ON award
WHEN new.state <> 'offered' OR NOT EXISTS (
  SELECT 1 FROM award_outcome
  JOIN application ON application.id = award_outcome.application_id
  JOIN call ON call.id = award_outcome.call_id
  JOIN award_release ON award_release.call_id = award_outcome.call_id
  WHERE award_outcome.application_id = new.application_id
    AND award_outcome.outcome IN ('awarded', 'reserve')
    AND application.state = 'submitted'
    AND application.applicant_id = new.recipient_id
    AND new.amount_minor <= application.amount_minor
    AND (award_outcome.amount_minor IS NULL OR award_outcome.amount_minor = new.amount_minor)
    AND call.id = new.call_id AND call.partner_id = new.partner_id AND call.currency = new.currency
    AND new.amount_minor <= call.award_max_minor)
  OR EXISTS (SELECT 1 FROM reserve_closing WHERE application_id = new.application_id)
BEGIN SELECT raise(ABORT, 'an offer says what was decided'); END;
--> statement-breakpoint
CREATE TRIGGER award_within_pot BEFORE INSERT ON award
WHEN new.amount_minor + (
    SELECT coalesce(sum(amount_minor), 0) FROM award
    WHERE call_id = new.call_id AND (state = 'accepted' OR (state = 'offered' AND respond_by > new.offered_at)))
  > (SELECT pot_minor FROM call WHERE id = new.call_id)
BEGIN SELECT raise(ABORT, 'the pot is not enough for this offer'); END;
--> statement-breakpoint
CREATE TRIGGER award_again_within_pot BEFORE UPDATE OF offered_at ON award
WHEN new.offered_at <> old.offered_at AND new.amount_minor + (
    SELECT coalesce(sum(amount_minor), 0) FROM award
    WHERE call_id = new.call_id AND id <> new.id
      AND (state = 'accepted' OR (state = 'offered' AND respond_by > new.offered_at)))
  > (SELECT pot_minor FROM call WHERE id = new.call_id)
BEGIN SELECT raise(ABORT, 'the pot is not enough for this offer'); END;
--> statement-breakpoint
CREATE TRIGGER award_frozen BEFORE UPDATE ON award
WHEN new.id <> old.id OR new.call_id <> old.call_id OR new.partner_id <> old.partner_id
  OR new.application_id <> old.application_id OR new.recipient_id <> old.recipient_id
  OR new.group_name <> old.group_name OR new.title <> old.title
  OR new.amount_minor <> old.amount_minor OR new.currency <> old.currency
  OR new.tranche_weights <> old.tranche_weights OR new.agreement_version <> old.agreement_version
  OR new.agreement_text <> old.agreement_text OR new.agreement_hash <> old.agreement_hash
  OR old.state <> 'offered'
  OR new.respond_by < old.respond_by OR new.offered_at < old.offered_at
  OR (new.state <> 'offered' AND (new.respond_by <> old.respond_by OR new.offered_at <> old.offered_at))
BEGIN SELECT raise(ABORT, 'an offer stays what it was, and is answered once'); END;
--> statement-breakpoint
CREATE TRIGGER award_answered_in_time BEFORE UPDATE OF state ON award
WHEN new.state <> old.state AND new.answered_at >= old.respond_by
BEGIN SELECT raise(ABORT, 'a lapsed offer cannot be answered'); END;
--> statement-breakpoint
CREATE TRIGGER award_accepted_with_acceptance BEFORE UPDATE OF state ON award
WHEN new.state = 'accepted' AND NOT EXISTS (SELECT 1 FROM acceptance WHERE award_id = new.id AND accepted_at = new.answered_at)
BEGIN SELECT raise(ABORT, 'an award is accepted by somebody who agreed'); END;
--> statement-breakpoint
CREATE TRIGGER award_accepted_settles BEFORE UPDATE OF state ON award
WHEN new.state = 'accepted' AND EXISTS (SELECT 1 FROM acceptance WHERE award_id = new.id)
  AND (SELECT settled_at FROM application WHERE id = new.application_id) IS NULL
BEGIN SELECT raise(ABORT, 'an award is accepted together with settling its application'); END;
--> statement-breakpoint
CREATE TRIGGER award_refused_without_acceptance BEFORE UPDATE OF state ON award
WHEN new.state = 'refused' AND EXISTS (SELECT 1 FROM acceptance WHERE award_id = new.id)
BEGIN SELECT raise(ABORT, 'an award that was accepted is not refused'); END;
--> statement-breakpoint
CREATE TRIGGER award_no_delete BEFORE DELETE ON award
BEGIN SELECT raise(ABORT, 'an offer is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER acceptance_of_offer BEFORE INSERT ON acceptance
WHEN NOT EXISTS (
  SELECT 1 FROM award JOIN application ON application.id = award.application_id
  WHERE award.id = new.award_id AND award.state = 'offered'
    AND award.agreement_version = new.agreement_version AND award.agreement_hash = new.agreement_hash
    AND new.accepted_at >= award.offered_at AND new.accepted_at < award.respond_by
    AND (application.applicant_id = new.person_id OR EXISTS (
      SELECT 1 FROM application_member
      WHERE application_id = award.application_id AND person_id = new.person_id AND role = 'sign' AND left_at IS NULL)))
BEGIN SELECT raise(ABORT, 'who signs for the group accepts the very agreement that was offered, in time'); END;
--> statement-breakpoint
CREATE TRIGGER acceptance_no_update BEFORE UPDATE ON acceptance
BEGIN SELECT raise(ABORT, 'an acceptance is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER acceptance_no_delete BEFORE DELETE ON acceptance
BEGIN SELECT raise(ABORT, 'an acceptance is never rewritten'); END;
--> statement-breakpoint
-- What one person has locked is recorded only when another has confirmed it; until then it stands still.
CREATE TRIGGER award_decision_by_two BEFORE INSERT ON award_decision
WHEN NOT EXISTS (
  SELECT 1 FROM decision_lock
  WHERE call_id = new.call_id AND stage = 'award' AND confirmed_at IS NOT NULL AND released_at IS NULL)
BEGIN SELECT raise(ABORT, 'awards are what two people have agreed on'); END;
--> statement-breakpoint
CREATE TRIGGER award_draft_unlocked_insert BEFORE INSERT ON award_draft
WHEN EXISTS (SELECT 1 FROM decision_lock WHERE call_id = new.call_id AND stage = 'award')
BEGIN SELECT raise(ABORT, 'a decision that is locked is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER award_draft_unlocked_update BEFORE UPDATE ON award_draft
WHEN EXISTS (SELECT 1 FROM decision_lock WHERE call_id = old.call_id AND stage = 'award')
BEGIN SELECT raise(ABORT, 'a decision that is locked is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER award_lock_recorded BEFORE DELETE ON decision_lock
WHEN old.stage = 'award' AND EXISTS (SELECT 1 FROM award_decision WHERE call_id = old.call_id)
BEGIN SELECT raise(ABORT, 'a decision is never rewritten'); END;

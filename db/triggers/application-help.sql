CREATE TRIGGER help_given_no_update BEFORE UPDATE ON help_given
BEGIN SELECT raise(ABORT, 'help that was given is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER help_given_no_delete BEFORE DELETE ON help_given
WHEN EXISTS (SELECT 1 FROM application WHERE id = old.application_id)
BEGIN SELECT raise(ABORT, 'help that was given is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER help_save_no_update BEFORE UPDATE ON help_save
BEGIN SELECT raise(ABORT, 'who helped with an answer is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER help_save_no_delete BEFORE DELETE ON help_save
WHEN EXISTS (SELECT 1 FROM application WHERE id = old.application_id)
BEGIN SELECT raise(ABORT, 'who helped with an answer is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER help_offer_no_update BEFORE UPDATE ON help_offer
BEGIN SELECT raise(ABORT, 'help is offered once'); END;
--> statement-breakpoint
CREATE TRIGGER help_offer_no_delete BEFORE DELETE ON help_offer
WHEN EXISTS (SELECT 1 FROM application WHERE id = old.application_id)
BEGIN SELECT raise(ABORT, 'help is offered once'); END;
--> statement-breakpoint
CREATE TRIGGER help_question_of_own_call BEFORE INSERT ON help_question
WHEN new.question_id IS NOT NULL AND (SELECT call_id FROM call_question WHERE id = new.question_id)
  IS NOT (SELECT call_id FROM application WHERE id = new.application_id)
BEGIN SELECT raise(ABORT, 'what is asked about belongs to its own call'); END;
--> statement-breakpoint
-- An answer goes out by letter: it is given once.
CREATE TRIGGER help_question_answered_once BEFORE UPDATE ON help_question
WHEN new.id IS NOT old.id OR new.application_id IS NOT old.application_id OR new.question_id IS NOT old.question_id
  OR new.text IS NOT old.text OR new.asked_by IS NOT old.asked_by OR new.asked_at IS NOT old.asked_at
  OR (old.answered_at IS NOT NULL AND (new.answer IS NOT old.answer OR new.answered_by IS NOT old.answered_by
    OR new.answered_at IS NOT old.answered_at))
BEGIN SELECT raise(ABORT, 'a question stays as it was asked, and is answered once'); END;
--> statement-breakpoint
-- Somebody may have written it in a diary.
CREATE TRIGGER help_slot_keeps_its_word BEFORE UPDATE ON help_slot
WHEN old.withdrawn_at IS NOT NULL OR new.id IS NOT old.id OR new.call_id IS NOT old.call_id
  OR new.host_id IS NOT old.host_id OR new.starts_at IS NOT old.starts_at OR new.minutes IS NOT old.minutes
  OR new.way IS NOT old.way OR new.place IS NOT old.place OR new.language IS NOT old.language
  OR new.interpreter IS NOT old.interpreter OR new.created_at IS NOT old.created_at
BEGIN SELECT raise(ABORT, 'a time that is offered stays as it is, or is taken back'); END;
--> statement-breakpoint
CREATE TRIGGER help_booking_is_allowed BEFORE INSERT ON help_booking
WHEN NOT EXISTS (
  SELECT 1 FROM help_slot JOIN application ON application.call_id = help_slot.call_id
  WHERE help_slot.id = new.slot_id AND application.id = new.application_id AND application.state = 'draft'
    AND help_slot.withdrawn_at IS NULL AND help_slot.starts_at > new.booked_at
)
BEGIN SELECT raise(ABORT, 'a time is taken before it comes, for a draft of its call'); END;
--> statement-breakpoint
CREATE TRIGGER help_booking_cancelled_for_good BEFORE UPDATE ON help_booking
WHEN new.id IS NOT old.id OR new.slot_id IS NOT old.slot_id OR new.application_id IS NOT old.application_id
  OR new.booked_by IS NOT old.booked_by OR new.booked_at IS NOT old.booked_at OR new.phone IS NOT old.phone
  OR (old.cancelled_at IS NOT NULL AND (new.cancelled_at IS NOT old.cancelled_at OR new.cancelled_by IS NOT old.cancelled_by))
  OR (old.outcome IS NOT NULL AND new.outcome IS NOT old.outcome)
BEGIN SELECT raise(ABORT, 'a booking is cancelled, or has come to something, for good'); END;
--> statement-breakpoint
CREATE TRIGGER draft_feedback_of_a_draft BEFORE INSERT ON draft_feedback
WHEN (SELECT state FROM application WHERE id = new.application_id) IS NOT 'draft'
BEGIN SELECT raise(ABORT, 'comments are for a draft'); END;
--> statement-breakpoint
-- The copy is of one moment: it goes, or it stays as it was.
CREATE TRIGGER draft_feedback_copy_stays BEFORE UPDATE ON draft_feedback
WHEN new.id IS NOT old.id OR new.application_id IS NOT old.application_id OR new.asked_by IS NOT old.asked_by
  OR new.asked_at IS NOT old.asked_at OR (new.copy IS NOT NULL AND new.copy IS NOT old.copy)
  OR old.answered_at IS NOT NULL OR old.taken_back_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a copy that was lent is answered or given back, once'); END;
--> statement-breakpoint
CREATE TRIGGER staff_entry_keeps_its_origin BEFORE UPDATE ON staff_entry
WHEN new.application_id IS NOT old.application_id OR new.entered_by IS NOT old.entered_by
  OR new.started_at IS NOT old.started_at OR new.for_name IS NOT old.for_name OR new.phone IS NOT old.phone
  OR new.consent_means IS NOT old.consent_means OR new.consent_words IS NOT old.consent_words
  OR new.claim_hash IS NOT old.claim_hash OR new.letter_to IS NOT old.letter_to
  OR (old.claimed_at IS NOT NULL AND (new.claimed_at IS NOT old.claimed_at OR new.claimed_by IS NOT old.claimed_by))
BEGIN SELECT raise(ABORT, 'what somebody agreed to stays as it was said'); END;
--> statement-breakpoint
CREATE TRIGGER staff_entry_no_delete BEFORE DELETE ON staff_entry
WHEN EXISTS (SELECT 1 FROM application WHERE id = old.application_id)
BEGIN SELECT raise(ABORT, 'who wrote an application down is never forgotten'); END;

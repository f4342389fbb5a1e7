-- A sent application is reopened in parts, once at a time, and never after somebody has begun to read.
CREATE TRIGGER application_reopening_is_allowed BEFORE INSERT ON application_reopening
WHEN new.sent_at IS NOT NULL OR new.taken_back_at IS NOT NULL
  OR NOT EXISTS (
    SELECT 1 FROM application WHERE id = new.application_id AND state = 'submitted' AND settled_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM entry_stop WHERE entry_stop.call_id = application.call_id))
  OR EXISTS (
    SELECT 1 FROM application_reopening AS other WHERE other.application_id = new.application_id
      AND other.sent_at IS NULL AND other.taken_back_at IS NULL AND other.until_at > new.reopened_at)
BEGIN SELECT raise(ABORT, 'a sent application that nobody reads yet is reopened once at a time'); END;
--> statement-breakpoint
CREATE TRIGGER application_reopening_keeps_its_promise BEFORE UPDATE ON application_reopening
WHEN old.sent_at IS NOT NULL OR old.taken_back_at IS NOT NULL OR new.id IS NOT old.id
  OR new.application_id IS NOT old.application_id OR new.reason IS NOT old.reason OR new.until_at IS NOT old.until_at
  OR new.reopened_at IS NOT old.reopened_at OR new.reopened_by IS NOT old.reopened_by
  OR (new.sent_at IS NOT NULL AND (SELECT state FROM application WHERE id = new.application_id) <> 'submitted')
BEGIN SELECT raise(ABORT, 'a reopening ends once and stays as it was said'); END;
--> statement-breakpoint
CREATE TRIGGER application_reopening_stays BEFORE DELETE ON application_reopening
BEGIN SELECT raise(ABORT, 'a reopening is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER reopened_part_is_named_at_once BEFORE INSERT ON reopened_part
WHEN new.saved_at IS NOT NULL OR new.revision <> 0
  OR NOT EXISTS (
    SELECT 1 FROM application_reopening AS reopening JOIN application ON application.id = reopening.application_id
    WHERE reopening.id = new.reopening_id AND reopening.sent_at IS NULL AND reopening.taken_back_at IS NULL
      AND (new.question_id IS NULL
        OR (SELECT call_id FROM call_question WHERE id = new.question_id) IS application.call_id))
BEGIN SELECT raise(ABORT, 'what is reopened is a part of this application'); END;
--> statement-breakpoint
CREATE TRIGGER reopened_part_is_written_in_time BEFORE UPDATE ON reopened_part
WHEN new.id IS NOT old.id OR new.reopening_id IS NOT old.reopening_id OR new.question_id IS NOT old.question_id
  OR new.detail IS NOT old.detail OR new.before IS NOT old.before
  OR NOT EXISTS (
    SELECT 1 FROM application_reopening AS reopening JOIN application ON application.id = reopening.application_id
    WHERE reopening.id = old.reopening_id AND application.state = 'submitted'
      AND reopening.sent_at IS NULL AND reopening.taken_back_at IS NULL AND new.saved_at < reopening.until_at)
BEGIN SELECT raise(ABORT, 'a reopened part is written until its time is over'); END;
--> statement-breakpoint
CREATE TRIGGER reopened_part_stays BEFORE DELETE ON reopened_part
BEGIN SELECT raise(ABORT, 'a reopening is never deleted'); END;
--> statement-breakpoint
-- Who was given time has it: nobody begins to read before.
CREATE TRIGGER entry_stop_after_the_reopenings BEFORE INSERT ON entry_stop
WHEN EXISTS (
  SELECT 1 FROM application_reopening AS reopening JOIN application ON application.id = reopening.application_id
  WHERE application.call_id = new.call_id AND application.state = 'submitted'
    AND reopening.sent_at IS NULL AND reopening.taken_back_at IS NULL AND reopening.until_at > new.stopped_at)
BEGIN SELECT raise(ABORT, 'nobody reads while something is reopened'); END;
--> statement-breakpoint
CREATE TRIGGER public_name_stays_on_paper BEFORE UPDATE OF public_name ON application_safety
WHEN new.public_name IS NOT old.public_name
  AND EXISTS (SELECT 1 FROM public_name_on_paper WHERE application_id = old.application_id)
BEGIN SELECT raise(ABORT, 'a name on a ballot paper stays'); END;
--> statement-breakpoint
CREATE TRIGGER public_name_not_after_the_paper BEFORE INSERT ON application_safety
WHEN new.public_name <> '' AND EXISTS (SELECT 1 FROM public_name_on_paper WHERE application_id = new.application_id)
BEGIN SELECT raise(ABORT, 'a name on a ballot paper stays'); END;
--> statement-breakpoint
CREATE TRIGGER hidden_from_is_never_rewritten BEFORE UPDATE ON hidden_from
BEGIN SELECT raise(ABORT, 'a named person is taken off the list, never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER carry_consent_is_withdrawn_once BEFORE UPDATE ON carry_consent
WHEN old.withdrawn_at IS NOT NULL OR new.withdrawn_at IS NULL OR new.id IS NOT old.id
  OR new.application_id IS NOT old.application_id OR new.given_at IS NOT old.given_at OR new.given_by IS NOT old.given_by
BEGIN SELECT raise(ABORT, 'a consent is given and withdrawn, never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER carry_consent_stays BEFORE DELETE ON carry_consent
WHEN (SELECT reference FROM application WHERE id = old.application_id) NOT GLOB 'TEST-*'
BEGIN SELECT raise(ABORT, 'a consent is given and withdrawn, never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER carry_invitation_with_consent BEFORE INSERT ON carry_invitation
WHEN NOT EXISTS (SELECT 1 FROM carry_consent WHERE application_id = new.application_id AND withdrawn_at IS NULL)
BEGIN SELECT raise(ABORT, 'only who agreed is asked to come again'); END;
--> statement-breakpoint
CREATE TRIGGER carry_invitation_no_update BEFORE UPDATE ON carry_invitation
BEGIN SELECT raise(ABORT, 'who was asked to come again was asked'); END;
--> statement-breakpoint
CREATE TRIGGER carry_invitation_no_delete BEFORE DELETE ON carry_invitation
BEGIN SELECT raise(ABORT, 'who was asked to come again was asked'); END;
--> statement-breakpoint
CREATE TRIGGER equality_response_no_update BEFORE UPDATE ON equality_response
BEGIN SELECT raise(ABORT, 'an answer that knows nobody is deleted or stays'); END;
--> statement-breakpoint
CREATE TRIGGER equality_release_no_update BEFORE UPDATE ON equality_release
BEGIN SELECT raise(ABORT, 'figures are made once'); END;
--> statement-breakpoint
CREATE TRIGGER equality_release_no_delete BEFORE DELETE ON equality_release
BEGIN SELECT raise(ABORT, 'figures are made once'); END;

-- Somebody reads from the stop on: who is read does not change any more.
CREATE TRIGGER eligibility_check_in_time BEFORE INSERT ON eligibility_check
WHEN NOT EXISTS (SELECT 1 FROM application WHERE id = new.application_id AND state = 'submitted')
  OR EXISTS (
    SELECT 1 FROM application JOIN entry_stop ON entry_stop.call_id = application.call_id
    WHERE application.id = new.application_id)
BEGIN SELECT raise(ABORT, 'an application is checked once it is submitted and before it is scored'); END;
--> statement-breakpoint
CREATE TRIGGER eligibility_check_is_the_next BEFORE INSERT ON eligibility_check
WHEN new.turn <> 1 + (SELECT count(*) FROM eligibility_check WHERE application_id = new.application_id)
BEGIN SELECT raise(ABORT, 'the checks of an application follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER eligibility_check_no_update BEFORE UPDATE ON eligibility_check
BEGIN SELECT raise(ABORT, 'a check is never rewritten: another one follows it'); END;
--> statement-breakpoint
CREATE TRIGGER eligibility_check_no_delete BEFORE DELETE ON eligibility_check
BEGIN SELECT raise(ABORT, 'a check is never rewritten: another one follows it'); END;
--> statement-breakpoint
-- Whoever heard of one decision hears of the next, whichever way it goes.
CREATE TRIGGER eligibility_check_is_listed AFTER INSERT ON eligibility_check
BEGIN
  UPDATE application_listing SET
    check_id = new.id,
    eligibility = CASE new.outcome WHEN 'taken-back' THEN 'unchecked' ELSE new.outcome END,
    letter = CASE WHEN new.outcome IN ('not-eligible', 'more-needed') OR EXISTS (
      SELECT 1 FROM eligibility_letter JOIN eligibility_check ON eligibility_check.id = eligibility_letter.check_id
      WHERE eligibility_check.application_id = new.application_id) THEN 'waiting' ELSE 'none' END
  WHERE application_id = new.application_id;
END;
--> statement-breakpoint
CREATE TRIGGER eligibility_letter_of_the_last_check BEFORE INSERT ON eligibility_letter
WHEN NOT EXISTS (SELECT 1 FROM application_listing WHERE check_id = new.check_id AND letter = 'waiting' AND application_id = (
  SELECT application_id FROM eligibility_check WHERE id = new.check_id))
BEGIN SELECT raise(ABORT, 'people are told of the decision that counts, once'); END;
--> statement-breakpoint
CREATE TRIGGER eligibility_letter_is_listed AFTER INSERT ON eligibility_letter
BEGIN
  UPDATE application_listing SET letter = 'told'
  WHERE application_id = (SELECT application_id FROM eligibility_check WHERE id = new.check_id);
END;
--> statement-breakpoint
CREATE TRIGGER eligibility_letter_no_update BEFORE UPDATE ON eligibility_letter
BEGIN SELECT raise(ABORT, 'what people were told stays told'); END;
--> statement-breakpoint
CREATE TRIGGER eligibility_letter_no_delete BEFORE DELETE ON eligibility_letter
BEGIN SELECT raise(ABORT, 'what people were told stays told'); END;
--> statement-breakpoint
-- A batch is what was done; only undoing it adds to it, once.
CREATE TRIGGER eligibility_batch_is_undone_once BEFORE UPDATE ON eligibility_batch
WHEN old.undone_at IS NOT NULL OR new.id IS NOT old.id OR new.call_id IS NOT old.call_id OR new.outcome IS NOT old.outcome
  OR new.chosen IS NOT old.chosen OR new.marked IS NOT old.marked OR new.skipped IS NOT old.skipped
  OR new.made_by IS NOT old.made_by OR new.made_at IS NOT old.made_at
BEGIN SELECT raise(ABORT, 'a batch stays as it was done'); END;
--> statement-breakpoint
CREATE TRIGGER eligibility_batch_stays BEFORE DELETE ON eligibility_batch
BEGIN SELECT raise(ABORT, 'a batch stays as it was done'); END;

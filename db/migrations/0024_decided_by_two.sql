-- Nobody is told what one person alone decided: what is recorded is what was locked, and confirmed by somebody else.
CREATE TRIGGER shortlisting_by_two BEFORE INSERT ON shortlisting
WHEN NOT EXISTS (
  SELECT 1 FROM decision_lock
  WHERE call_id = new.call_id AND stage = 'shortlist' AND confirmed_at IS NOT NULL AND released_at IS NULL)
  OR NOT EXISTS (
  SELECT 1 FROM pending_shortlist
  WHERE application_id = new.application_id AND call_id = new.call_id AND reason = new.reason AND nearly = new.nearly
    AND (decision = 'shortlisted') = (new.decision = 'shortlisted'))
BEGIN SELECT raise(ABORT, 'a shortlist is what two people have agreed on'); END;
--> statement-breakpoint
CREATE TRIGGER decision_letter_locked_insert BEFORE INSERT ON decision_letter
WHEN EXISTS (
  SELECT 1 FROM application JOIN decision_lock ON decision_lock.call_id = application.call_id
  WHERE application.id = new.application_id AND decision_lock.stage = new.stage)
BEGIN SELECT raise(ABORT, 'a decision that is locked is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER decision_letter_locked_update BEFORE UPDATE ON decision_letter
WHEN EXISTS (
  SELECT 1 FROM application JOIN decision_lock ON decision_lock.call_id = application.call_id
  WHERE application.id = old.application_id AND decision_lock.stage = old.stage)
BEGIN SELECT raise(ABORT, 'a decision that is locked is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER decision_letter_locked_delete BEFORE DELETE ON decision_letter
WHEN EXISTS (
  SELECT 1 FROM application JOIN decision_lock ON decision_lock.call_id = application.call_id
  WHERE application.id = old.application_id AND decision_lock.stage = old.stage)
BEGIN SELECT raise(ABORT, 'a decision that is locked is not changed'); END;

DROP TRIGGER decision_letter_locked_update;
--> statement-breakpoint
-- But words of somebody who turned out to be tied since do not go out: what a letter says can then lose them.
CREATE TRIGGER decision_letter_locked_update BEFORE UPDATE ON decision_letter
WHEN EXISTS (
  SELECT 1 FROM application JOIN decision_lock ON decision_lock.call_id = application.call_id
  WHERE application.id = old.application_id AND decision_lock.stage = old.stage)
  AND NOT (new.application_id IS old.application_id AND new.stage IS old.stage AND new.language IS old.language
    AND new.subject IS old.subject AND EXISTS (
      SELECT 1 FROM scoresheet JOIN conflict
        ON conflict.member_id = scoresheet.member_id AND conflict.application_id = scoresheet.application_id
      WHERE scoresheet.application_id = old.application_id AND scoresheet.state = 'set-aside'
        AND conflict.level <> 'none' AND conflict.declared_at >= old.written_at)
    AND length(new.body) <= length(old.body) AND NOT EXISTS (
      SELECT 1 FROM application JOIN decision_lock ON decision_lock.call_id = application.call_id
      WHERE application.id = old.application_id AND decision_lock.stage = old.stage AND decision_lock.released_at IS NOT NULL))
BEGIN SELECT raise(ABORT, 'a decision that is locked is not changed'); END;

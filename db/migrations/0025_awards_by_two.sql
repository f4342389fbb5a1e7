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

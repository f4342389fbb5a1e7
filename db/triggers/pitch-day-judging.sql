CREATE TRIGGER judging_as_promised BEFORE INSERT ON judging
WHEN new.ended_at IS NOT NULL
  OR (SELECT c.judges_min FROM event e JOIN call c ON c.id = e.call_id WHERE e.id = new.event_id) = 0
BEGIN SELECT raise(ABORT, 'judges score on the day where the call said so'); END;
--> statement-breakpoint
CREATE TRIGGER judging_ends_once BEFORE UPDATE ON judging
WHEN old.ended_at IS NOT NULL OR new.ended_at IS NULL OR new.event_id IS NOT old.event_id
  OR new.opened_by IS NOT old.opened_by OR new.opened_at IS NOT old.opened_at
BEGIN SELECT raise(ABORT, 'judging ends once'); END;
--> statement-breakpoint
CREATE TRIGGER judging_stays BEFORE DELETE ON judging
BEGIN SELECT raise(ABORT, 'judging ends once'); END;
--> statement-breakpoint
CREATE TRIGGER judge_sheet_while_open BEFORE INSERT ON judge_sheet
WHEN (SELECT ended_at FROM judging WHERE event_id = new.event_id) IS NOT NULL OR new.set_aside <> 0
  OR NOT EXISTS (SELECT 1 FROM pitch WHERE application_id = new.application_id AND event_id = new.event_id)
  OR (SELECT call_id FROM panel_member WHERE id = new.member_id)
    IS NOT (SELECT call_id FROM event WHERE id = new.event_id)
BEGIN SELECT raise(ABORT, 'a judge of the panel scores a pitch of the day, while judging is open'); END;
--> statement-breakpoint
-- Saved anew, or set aside when judging is closed.
CREATE TRIGGER judge_sheet_changes_while_open BEFORE UPDATE ON judge_sheet
WHEN (SELECT ended_at FROM judging WHERE event_id = old.event_id) IS NOT NULL
  OR new.id IS NOT old.id OR new.event_id IS NOT old.event_id OR new.member_id IS NOT old.member_id
  OR new.application_id IS NOT old.application_id OR old.set_aside = 1
  OR new.revision <> old.revision + (CASE WHEN new.set_aside = 1 THEN 0 ELSE 1 END)
BEGIN SELECT raise(ABORT, 'what a judge gave is mended by one who saw it, while judging is open'); END;
--> statement-breakpoint
CREATE TRIGGER judge_sheet_stays BEFORE DELETE ON judge_sheet
BEGIN SELECT raise(ABORT, 'what a judge gave stays'); END;
--> statement-breakpoint
CREATE TRIGGER judge_score_while_open BEFORE INSERT ON judge_score
WHEN (SELECT j.ended_at FROM judge_sheet s JOIN judging j ON j.event_id = s.event_id WHERE s.id = new.sheet_id) IS NOT NULL
  OR (SELECT call_id FROM call_criterion WHERE id = new.criterion_id)
    IS NOT (SELECT m.call_id FROM judge_sheet s JOIN panel_member m ON m.id = s.member_id WHERE s.id = new.sheet_id)
BEGIN SELECT raise(ABORT, 'a judge scores the criteria of the call, while judging is open'); END;
--> statement-breakpoint
CREATE TRIGGER judge_score_no_update BEFORE UPDATE ON judge_score
BEGIN SELECT raise(ABORT, 'scores of a judge are written anew, never patched'); END;
--> statement-breakpoint
CREATE TRIGGER judge_score_goes_while_open BEFORE DELETE ON judge_score
WHEN (SELECT j.ended_at FROM judge_sheet s JOIN judging j ON j.event_id = s.event_id WHERE s.id = old.sheet_id) IS NOT NULL
BEGIN SELECT raise(ABORT, 'what a judge gave stays'); END;

-- The ballot paper lists the pitches in their order: once it is fixed, nobody joins, leaves or changes places.
CREATE TRIGGER pitch_insert_while_open BEFORE INSERT ON pitch
WHEN (SELECT poll_id FROM event WHERE id = new.event_id) IS NOT NULL
BEGIN SELECT raise(ABORT, 'the running order is on the ballot paper'); END;
--> statement-breakpoint
CREATE TRIGGER pitch_no_update BEFORE UPDATE ON pitch
BEGIN SELECT raise(ABORT, 'the running order is written anew, never patched'); END;
--> statement-breakpoint
CREATE TRIGGER pitch_delete_while_open BEFORE DELETE ON pitch
WHEN (SELECT poll_id FROM event WHERE id = old.event_id) IS NOT NULL
BEGIN SELECT raise(ABORT, 'the running order is on the ballot paper'); END;
--> statement-breakpoint
CREATE TRIGGER pitch_same_call BEFORE INSERT ON pitch
WHEN (SELECT call_id FROM application WHERE id = new.application_id) IS NOT (SELECT call_id FROM event WHERE id = new.event_id)
BEGIN SELECT raise(ABORT, 'a pitch is of an application to the event''s own call'); END;
--> statement-breakpoint
CREATE TRIGGER event_moves_forward BEFORE UPDATE ON event
WHEN new.id <> old.id OR new.call_id <> old.call_id OR new.version <> old.version + 1
  OR (old.state = 'over' AND new.state <> 'over') OR (old.state = 'running' AND new.state = 'planned')
BEGIN SELECT raise(ABORT, 'an event moves forward, one version at a time'); END;
--> statement-breakpoint
CREATE TRIGGER event_poll_is_not_swapped BEFORE UPDATE ON event
WHEN old.poll_id IS NOT NULL AND new.poll_id IS NOT NULL AND new.poll_id <> old.poll_id
BEGIN SELECT raise(ABORT, 'a fixed ballot paper is taken back before another is fixed'); END;
--> statement-breakpoint
CREATE TRIGGER event_paper_fixes_plan BEFORE UPDATE ON event
WHEN old.poll_id IS NOT NULL AND new.poll_id IS NOT NULL AND (new.starts_at <> old.starts_at OR new.title <> old.title OR new.tie_source <> old.tie_source)
BEGIN SELECT raise(ABORT, 'the manifest says when, what and how ties end'); END;
--> statement-breakpoint
CREATE TRIGGER event_stage_is_own_pitch BEFORE UPDATE ON event
WHEN new.current_pitch_id IS NOT NULL AND (SELECT event_id FROM pitch WHERE id = new.current_pitch_id) IS NOT new.id
BEGIN SELECT raise(ABORT, 'the pitch on stage is one of this event'); END;
--> statement-breakpoint
CREATE TRIGGER event_questions_with_a_pitch BEFORE UPDATE ON event
WHEN new.questions_started_at IS NOT NULL AND new.screen <> 'pitch'
BEGIN SELECT raise(ABORT, 'questions are asked about a pitch on stage'); END;
--> statement-breakpoint
CREATE TRIGGER event_stays BEFORE DELETE ON event
BEGIN SELECT raise(ABORT, 'an event is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER sheet_batch_only_voided BEFORE UPDATE ON sheet_batch
WHEN old.voided_at IS NOT NULL OR new.voided_at IS NULL OR new.id <> old.id OR new.event_id <> old.event_id
  OR new.poll_id <> old.poll_id OR new.label <> old.label OR new.printed <> old.printed
BEGIN SELECT raise(ABORT, 'a batch of sheets can only be voided, once'); END;
--> statement-breakpoint
CREATE TRIGGER sheet_batch_stays BEFORE DELETE ON sheet_batch
BEGIN SELECT raise(ABORT, 'a batch of sheets is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER tie_throw_no_update BEFORE UPDATE ON tie_throw
BEGIN SELECT raise(ABORT, 'what somebody read is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER tie_throw_stays BEFORE DELETE ON tie_throw
BEGIN SELECT raise(ABORT, 'what somebody read is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER tie_throw_same_poll BEFORE INSERT ON tie_throw
WHEN (SELECT poll_id FROM event WHERE id = new.event_id) IS NOT new.poll_id
BEGIN SELECT raise(ABORT, 'what fell is for the vote of its own event'); END;
--> statement-breakpoint
CREATE TRIGGER sheet_count_no_update BEFORE UPDATE ON sheet_count
BEGIN SELECT raise(ABORT, 'a count of paper is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER sheet_count_stays BEFORE DELETE ON sheet_count
BEGIN SELECT raise(ABORT, 'a count of paper is never rewritten'); END;

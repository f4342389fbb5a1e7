-- A published call is a promise: its facts, questions, criteria and anchors no longer move.
CREATE TRIGGER call_published_is_frozen BEFORE UPDATE ON call WHEN old.state = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_published_stays BEFORE DELETE ON call WHEN old.state = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_question_insert_frozen BEFORE INSERT ON call_question
WHEN (SELECT state FROM call WHERE id = new.call_id) = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_question_update_frozen BEFORE UPDATE ON call_question
WHEN (SELECT state FROM call WHERE id = old.call_id) = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_question_delete_frozen BEFORE DELETE ON call_question
WHEN (SELECT state FROM call WHERE id = old.call_id) = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_criterion_insert_frozen BEFORE INSERT ON call_criterion
WHEN (SELECT state FROM call WHERE id = new.call_id) = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_criterion_update_frozen BEFORE UPDATE ON call_criterion
WHEN (SELECT state FROM call WHERE id = old.call_id) = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_criterion_delete_frozen BEFORE DELETE ON call_criterion
WHEN (SELECT state FROM call WHERE id = old.call_id) = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER score_anchor_insert_frozen BEFORE INSERT ON score_anchor
WHEN (SELECT call.state FROM call JOIN call_criterion ON call_criterion.call_id = call.id WHERE call_criterion.id = new.criterion_id) = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER score_anchor_update_frozen BEFORE UPDATE ON score_anchor
WHEN (SELECT call.state FROM call JOIN call_criterion ON call_criterion.call_id = call.id WHERE call_criterion.id = old.criterion_id) = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER score_anchor_delete_frozen BEFORE DELETE ON score_anchor
WHEN (SELECT call.state FROM call JOIN call_criterion ON call_criterion.call_id = call.id WHERE call_criterion.id = old.criterion_id) = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_publication_no_update BEFORE UPDATE ON call_publication
BEGIN SELECT raise(ABORT, 'a publication is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER call_publication_no_delete BEFORE DELETE ON call_publication
BEGIN SELECT raise(ABORT, 'a publication is never rewritten'); END;

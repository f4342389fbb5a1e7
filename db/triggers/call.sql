-- A published call is a promise: its facts, questions, criteria, anchors and dates no longer move.
CREATE TRIGGER call_published_is_frozen BEFORE UPDATE ON call WHEN old.state = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_published_stays BEFORE DELETE ON call WHEN old.state = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
-- Nothing is published by itself: first a draft, then its whole text, then the state.
CREATE TRIGGER call_begins_as_draft BEFORE INSERT ON call WHEN new.state <> 'draft'
BEGIN SELECT raise(ABORT, 'a call begins as a draft'); END;
--> statement-breakpoint
CREATE TRIGGER call_published_with_its_text BEFORE UPDATE ON call WHEN new.state = 'published' AND (
  NOT EXISTS (SELECT 1 FROM call_publication WHERE call_id = new.id AND published_at = new.published_at)
  OR NOT EXISTS (SELECT 1 FROM call_question WHERE call_id = new.id)
  OR (SELECT coalesce(sum(weight_percent), 0) FROM call_criterion WHERE call_id = new.id) <> 100
  OR EXISTS (
    SELECT 1 FROM call_criterion WHERE call_id = new.id
    AND (SELECT count(*) FROM score_anchor WHERE criterion_id = call_criterion.id) <> 5
  )
)
BEGIN SELECT raise(ABORT, 'a call is published whole, with its text'); END;
--> statement-breakpoint
CREATE TRIGGER call_question_insert_frozen BEFORE INSERT ON call_question
WHEN (SELECT state FROM call WHERE id = new.call_id) = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_question_update_frozen BEFORE UPDATE ON call_question
WHEN EXISTS (SELECT 1 FROM call WHERE id IN (old.call_id, new.call_id) AND state = 'published')
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
WHEN EXISTS (SELECT 1 FROM call WHERE id IN (old.call_id, new.call_id) AND state = 'published')
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_criterion_delete_frozen BEFORE DELETE ON call_criterion
WHEN (SELECT state FROM call WHERE id = old.call_id) = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_date_insert_frozen BEFORE INSERT ON call_date
WHEN (SELECT state FROM call WHERE id = new.call_id) = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_date_update_frozen BEFORE UPDATE ON call_date
WHEN EXISTS (SELECT 1 FROM call WHERE id IN (old.call_id, new.call_id) AND state = 'published')
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_date_delete_frozen BEFORE DELETE ON call_date
WHEN (SELECT state FROM call WHERE id = old.call_id) = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER score_anchor_insert_frozen BEFORE INSERT ON score_anchor
WHEN (SELECT call.state FROM call JOIN call_criterion ON call_criterion.call_id = call.id WHERE call_criterion.id = new.criterion_id) = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER score_anchor_update_frozen BEFORE UPDATE ON score_anchor
WHEN EXISTS (
  SELECT 1 FROM call JOIN call_criterion ON call_criterion.call_id = call.id
  WHERE call_criterion.id IN (old.criterion_id, new.criterion_id) AND call.state = 'published'
)
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
--> statement-breakpoint
CREATE TRIGGER call_term_insert_frozen BEFORE INSERT ON call_term
WHEN (SELECT state FROM call WHERE id = new.call_id) = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_term_update_frozen BEFORE UPDATE ON call_term
WHEN EXISTS (SELECT 1 FROM call WHERE id IN (old.call_id, new.call_id) AND state = 'published')
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_term_delete_frozen BEFORE DELETE ON call_term
WHEN (SELECT state FROM call WHERE id = old.call_id) = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_check_item_insert_frozen BEFORE INSERT ON call_check_item
WHEN (SELECT state FROM call WHERE id = new.call_id) = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_check_item_update_frozen BEFORE UPDATE ON call_check_item
WHEN EXISTS (SELECT 1 FROM call WHERE id IN (old.call_id, new.call_id) AND state = 'published')
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_check_item_delete_frozen BEFORE DELETE ON call_check_item
WHEN (SELECT state FROM call WHERE id = old.call_id) = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
-- Only what cannot disappear again is offered as another way.
CREATE TRIGGER call_check_item_leads_somewhere BEFORE INSERT ON call_check_item
WHEN new.other_slug IS NOT NULL AND (SELECT state FROM call WHERE slug = new.other_slug) IS NOT 'published'
BEGIN SELECT raise(ABORT, 'another way leads to a published call'); END;
--> statement-breakpoint
CREATE TRIGGER call_reply_stays_as_published BEFORE UPDATE ON call_reply
WHEN old.removed_at IS NOT NULL OR new.id IS NOT old.id OR new.call_id IS NOT old.call_id OR new.question IS NOT old.question
  OR new.answer IS NOT old.answer OR new.published_at IS NOT old.published_at OR new.published_by IS NOT old.published_by
BEGIN SELECT raise(ABORT, 'a published answer stays as it is, or is taken down'); END;
--> statement-breakpoint
CREATE TRIGGER call_reply_of_a_published_call BEFORE INSERT ON call_reply
WHEN (SELECT state FROM call WHERE id = new.call_id) IS NOT 'published'
BEGIN SELECT raise(ABORT, 'only a published call answers the public'); END;

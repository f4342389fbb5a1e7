CREATE TRIGGER match_consent_only_ends BEFORE UPDATE ON match_consent
WHEN old.ended_at IS NOT NULL OR new.ended_at IS NULL OR new.id IS NOT old.id
  OR new.application_id IS NOT old.application_id OR new.given_at IS NOT old.given_at OR new.given_by IS NOT old.given_by
BEGIN SELECT raise(ABORT, 'a consent is ended, never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER match_consent_stays BEFORE DELETE ON match_consent
WHEN (SELECT reference FROM application WHERE id = old.application_id) NOT GLOB 'TEST-*'
BEGIN SELECT raise(ABORT, 'a consent is ended, never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER join_request_in_one_call BEFORE INSERT ON join_request
WHEN new.answer IS NOT NULL OR (SELECT call_id FROM application WHERE id = new.from_id)
  IS NOT (SELECT call_id FROM application WHERE id = new.to_id)
BEGIN SELECT raise(ABORT, 'groups of one call ask each other'); END;
--> statement-breakpoint
CREATE TRIGGER join_request_answered_once BEFORE UPDATE ON join_request
WHEN old.answer IS NOT NULL OR new.answer IS NULL OR new.id IS NOT old.id OR new.from_id IS NOT old.from_id
  OR new.to_id IS NOT old.to_id OR new.message IS NOT old.message OR new.asked_at IS NOT old.asked_at
  OR new.asked_by IS NOT old.asked_by
BEGIN SELECT raise(ABORT, 'a question to join up is answered once'); END;
--> statement-breakpoint
CREATE TRIGGER join_request_stays BEFORE DELETE ON join_request
BEGIN SELECT raise(ABORT, 'who was asked stays known'); END;
--> statement-breakpoint
CREATE TRIGGER match_block_no_update BEFORE UPDATE ON match_block
BEGIN SELECT raise(ABORT, 'who is blocked stays blocked'); END;
--> statement-breakpoint
CREATE TRIGGER match_block_no_delete BEFORE DELETE ON match_block
BEGIN SELECT raise(ABORT, 'who is blocked stays blocked'); END;
--> statement-breakpoint
CREATE TRIGGER draft_merge_of_drafts BEFORE INSERT ON draft_merge
WHEN new.end IS NOT NULL OR new.agreed_at IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM application AS stays JOIN application AS goes ON goes.call_id = stays.call_id
  WHERE stays.id = new.into_id AND goes.id = new.from_id AND stays.state = 'draft' AND goes.state = 'draft')
BEGIN SELECT raise(ABORT, 'two drafts of one call are merged'); END;
--> statement-breakpoint
CREATE TRIGGER draft_merge_goes_forward BEFORE UPDATE ON draft_merge
WHEN old.end IS NOT NULL OR new.id IS NOT old.id OR new.into_id IS NOT old.into_id OR new.from_id IS NOT old.from_id
  OR new.offered_at IS NOT old.offered_at OR new.offered_by IS NOT old.offered_by
  OR (old.agreed_at IS NOT NULL AND (new.agreed_at IS NOT old.agreed_at OR new.agreed_by IS NOT old.agreed_by))
BEGIN SELECT raise(ABORT, 'what was agreed about two drafts stays'); END;
--> statement-breakpoint
CREATE TRIGGER draft_merge_stays BEFORE DELETE ON draft_merge
BEGIN SELECT raise(ABORT, 'what was agreed about two drafts stays'); END;
--> statement-breakpoint
CREATE TRIGGER draft_merge_choice_no_update BEFORE UPDATE ON draft_merge_choice
BEGIN SELECT raise(ABORT, 'what made room stays kept'); END;
--> statement-breakpoint
CREATE TRIGGER draft_merge_choice_no_delete BEFORE DELETE ON draft_merge_choice
BEGIN SELECT raise(ABORT, 'what made room stays kept'); END;

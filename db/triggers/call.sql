-- A published call is a promise: its questions, criteria and dates move only while a change to it is published, with
-- its text beside it and its reason, and what decides about an application never does.
CREATE TRIGGER call_published_is_frozen BEFORE UPDATE ON call WHEN old.state = 'published' AND (
  NOT EXISTS (SELECT 1 FROM call_change WHERE call_id = old.id AND publishing = 1)
  OR new.id IS NOT old.id OR new.partner_id IS NOT old.partner_id OR new.slug IS NOT old.slug OR new.state IS NOT old.state
  OR new.strand IS NOT old.strand OR new.currency IS NOT old.currency OR new.time_zone IS NOT old.time_zone
  OR new.pot_minor < old.pot_minor OR new.award_max_minor < old.award_max_minor OR new.awards_planned < old.awards_planned
  OR new.video_allowed < old.video_allowed OR new.video_seconds_max < old.video_seconds_max
  OR new.participant_share_min_percent IS NOT old.participant_share_min_percent
  OR new.has_pitch_day IS NOT old.has_pitch_day OR new.panel_weight_percent IS NOT old.panel_weight_percent
  OR new.public_weight_percent IS NOT old.public_weight_percent
  OR new.minimum_support_percent IS NOT old.minimum_support_percent OR new.choices_max IS NOT old.choices_max
  OR new.choices_ranked IS NOT old.choices_ranked
  OR new.room_pot_minor IS NOT old.room_pot_minor OR new.judges_min IS NOT old.judges_min
  OR new.tie_rule IS NOT old.tie_rule OR new.invitation_only IS NOT old.invitation_only
  OR new.created_at IS NOT old.created_at OR new.created_by IS NOT old.created_by OR new.published_at IS NOT old.published_at
)
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_published_stays BEFORE DELETE ON call WHEN old.state = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
-- A room shares out a part of the pot, where there is a room.
CREATE TRIGGER call_room_pot_written BEFORE INSERT ON call
WHEN new.room_pot_minor NOT BETWEEN 0 AND new.pot_minor OR (new.has_pitch_day = 0 AND new.room_pot_minor > 0)
BEGIN SELECT raise(ABORT, 'a room shares out a part of the pot'); END;
--> statement-breakpoint
CREATE TRIGGER call_room_pot_changed BEFORE UPDATE ON call
WHEN new.room_pot_minor NOT BETWEEN 0 AND new.pot_minor OR (new.has_pitch_day = 0 AND new.room_pot_minor > 0)
BEGIN SELECT raise(ABORT, 'a room shares out a part of the pot'); END;
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
  OR EXISTS (SELECT 1 FROM call_change WHERE draft_id = new.id)
)
BEGIN SELECT raise(ABORT, 'a call is published whole, with its text'); END;
--> statement-breakpoint
-- A question that comes later is one that nobody has to answer.
CREATE TRIGGER call_question_insert_frozen BEFORE INSERT ON call_question
WHEN (SELECT state FROM call WHERE id = new.call_id) = 'published' AND (
  new.required = 1 OR NOT EXISTS (SELECT 1 FROM call_change WHERE call_id = new.call_id AND publishing = 1)
)
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_question_update_frozen BEFORE UPDATE ON call_question
WHEN EXISTS (SELECT 1 FROM call WHERE id IN (old.call_id, new.call_id) AND state = 'published') AND (
  NOT EXISTS (SELECT 1 FROM call_change WHERE call_id = old.call_id AND publishing = 1)
  OR new.id IS NOT old.id OR new.call_id IS NOT old.call_id OR new.kind IS NOT old.kind OR new.label IS NOT old.label
  OR new.required IS NOT old.required OR new.only_if IS NOT old.only_if
  OR new.words_max < old.words_max OR new.by_video < old.by_video OR new.by_voice < old.by_voice
)
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
  AND NOT EXISTS (SELECT 1 FROM call_change WHERE call_id = new.call_id AND publishing = 1)
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_date_update_frozen BEFORE UPDATE ON call_date
WHEN EXISTS (SELECT 1 FROM call WHERE id IN (old.call_id, new.call_id) AND state = 'published')
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_date_delete_frozen BEFORE DELETE ON call_date
WHEN (SELECT state FROM call WHERE id = old.call_id) = 'published'
  AND NOT EXISTS (SELECT 1 FROM call_change WHERE call_id = old.call_id AND publishing = 1)
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
-- Versions follow each other, and whatever comes after the first was prepared as a change to the one before.
CREATE TRIGGER call_publication_in_order BEFORE INSERT ON call_publication
WHEN new.version <> 1 + (SELECT coalesce(max(version), 0) FROM call_publication WHERE call_id = new.call_id)
  OR new.version > 1 AND NOT EXISTS (
    SELECT 1 FROM call_change WHERE call_id = new.call_id AND base_version = new.version - 1
  )
BEGIN SELECT raise(ABORT, 'a publication follows the one before'); END;
--> statement-breakpoint
-- A change is a draft of its own beside a published call, begun from what is published now.
CREATE TRIGGER call_change_of_published BEFORE INSERT ON call_change
WHEN new.publishing = 1
  OR (SELECT state FROM call WHERE id = new.call_id) IS NOT 'published'
  OR (SELECT state FROM call WHERE id = new.draft_id) IS NOT 'draft'
  OR (SELECT partner_id FROM call WHERE id = new.call_id) IS NOT (SELECT partner_id FROM call WHERE id = new.draft_id)
  OR (SELECT max(version) FROM call_publication WHERE call_id = new.call_id) IS NOT new.base_version
  OR EXISTS (SELECT 1 FROM application WHERE call_id = new.draft_id)
BEGIN SELECT raise(ABORT, 'a change begins as a draft beside a published call'); END;
--> statement-breakpoint
-- First the text, then the state, as when a call is published: only then may the published call be written.
CREATE TRIGGER call_change_published_with_its_text BEFORE UPDATE ON call_change
WHEN old.publishing = 1 OR new.publishing <> 1 OR new.call_id IS NOT old.call_id OR new.draft_id IS NOT old.draft_id
  OR new.base_version IS NOT old.base_version OR new.origins IS NOT old.origins
  OR NOT EXISTS (SELECT 1 FROM call_publication WHERE call_id = new.call_id AND version = new.base_version + 1)
BEGIN SELECT raise(ABORT, 'a change is published with its text'); END;
--> statement-breakpoint
CREATE TRIGGER call_term_insert_frozen BEFORE INSERT ON call_term
WHEN (SELECT state FROM call WHERE id = new.call_id) = 'published'
  AND NOT EXISTS (SELECT 1 FROM call_change WHERE call_id = new.call_id AND publishing = 1)
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_term_update_frozen BEFORE UPDATE ON call_term
WHEN EXISTS (SELECT 1 FROM call WHERE id IN (old.call_id, new.call_id) AND state = 'published')
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_term_delete_frozen BEFORE DELETE ON call_term
WHEN (SELECT state FROM call WHERE id = old.call_id) = 'published'
  AND NOT EXISTS (SELECT 1 FROM call_change WHERE call_id = old.call_id AND publishing = 1)
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_check_item_insert_frozen BEFORE INSERT ON call_check_item
WHEN (SELECT state FROM call WHERE id = new.call_id) = 'published'
  AND NOT EXISTS (SELECT 1 FROM call_change WHERE call_id = new.call_id AND publishing = 1)
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_check_item_update_frozen BEFORE UPDATE ON call_check_item
WHEN EXISTS (SELECT 1 FROM call WHERE id IN (old.call_id, new.call_id) AND state = 'published')
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_check_item_delete_frozen BEFORE DELETE ON call_check_item
WHEN (SELECT state FROM call WHERE id = old.call_id) = 'published'
  AND NOT EXISTS (SELECT 1 FROM call_change WHERE call_id = old.call_id AND publishing = 1)
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
--> statement-breakpoint
-- Judges score pitches, where there are any.
CREATE TRIGGER call_judges_written BEFORE INSERT ON call
WHEN new.judges_min NOT BETWEEN 0 AND 20 OR (new.has_pitch_day = 0 AND new.judges_min > 0)
BEGIN SELECT raise(ABORT, 'judges score the pitches of a pitch day'); END;
--> statement-breakpoint
CREATE TRIGGER call_judges_changed BEFORE UPDATE ON call
WHEN new.judges_min NOT BETWEEN 0 AND 20 OR (new.has_pitch_day = 0 AND new.judges_min > 0)
BEGIN SELECT raise(ABORT, 'judges score the pitches of a pitch day'); END;
--> statement-breakpoint
-- An order is of two to five choices, at a pitch day, and not where a room shares out a pot.
CREATE TRIGGER call_ranked_written BEFORE INSERT ON call
WHEN new.choices_ranked <> 0 AND (new.has_pitch_day = 0 OR new.choices_max NOT BETWEEN 2 AND 5 OR new.room_pot_minor > 0)
BEGIN SELECT raise(ABORT, 'voters put two to five choices in order'); END;
--> statement-breakpoint
CREATE TRIGGER call_ranked_changed BEFORE UPDATE ON call
WHEN new.choices_ranked <> 0 AND (new.has_pitch_day = 0 OR new.choices_max NOT BETWEEN 2 AND 5 OR new.room_pot_minor > 0)
BEGIN SELECT raise(ABORT, 'voters put two to five choices in order'); END;

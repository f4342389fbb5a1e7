ALTER TABLE `call` ADD `choices_ranked` integer DEFAULT false NOT NULL;
--> statement-breakpoint
DROP TRIGGER call_published_is_frozen;
--> statement-breakpoint
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
-- An order is of two to five choices, at a pitch day, and not where a room shares out a pot.
CREATE TRIGGER call_ranked_written BEFORE INSERT ON call
WHEN new.choices_ranked <> 0 AND (new.has_pitch_day = 0 OR new.choices_max NOT BETWEEN 2 AND 5 OR new.room_pot_minor > 0)
BEGIN SELECT raise(ABORT, 'voters put two to five choices in order'); END;
--> statement-breakpoint
CREATE TRIGGER call_ranked_changed BEFORE UPDATE ON call
WHEN new.choices_ranked <> 0 AND (new.has_pitch_day = 0 OR new.choices_max NOT BETWEEN 2 AND 5 OR new.room_pot_minor > 0)
BEGIN SELECT raise(ABORT, 'voters put two to five choices in order'); END;

CREATE TABLE `judge_score` (
	`sheet_id` text NOT NULL,
	`criterion_id` text NOT NULL,
	`value` integer,
	PRIMARY KEY(`sheet_id`, `criterion_id`),
	FOREIGN KEY (`sheet_id`) REFERENCES `judge_sheet`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`criterion_id`) REFERENCES `call_criterion`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "judge_score_on_scale" CHECK("judge_score"."value" is null or "judge_score"."value" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE `judge_sheet` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`member_id` text NOT NULL,
	`application_id` text NOT NULL,
	`set_aside` integer NOT NULL,
	`revision` integer NOT NULL,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `judging`(`event_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `panel_member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "judge_sheet_revision" CHECK("judge_sheet"."revision" >= 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `judge_sheet_of_member` ON `judge_sheet` (`member_id`,`application_id`);--> statement-breakpoint
CREATE INDEX `judge_sheet_by_event` ON `judge_sheet` (`event_id`);--> statement-breakpoint
CREATE TABLE `judging` (
	`event_id` text PRIMARY KEY NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`ended_as` text,
	`ended_by` text,
	`ended_at` integer,
	FOREIGN KEY (`event_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "judging_ended_as" CHECK("judging"."ended_as" is null or "judging"."ended_as" in ('judges', 'sheets')),
	CONSTRAINT "judging_ended" CHECK(("judging"."ended_as" is null) = ("judging"."ended_at" is null) and ("judging"."ended_as" is null) = ("judging"."ended_by" is null))
);
--> statement-breakpoint
ALTER TABLE `call` ADD `judges_min` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
DROP TRIGGER call_published_is_frozen;
--> statement-breakpoint
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
  OR new.room_pot_minor IS NOT old.room_pot_minor OR new.judges_min IS NOT old.judges_min
  OR new.tie_rule IS NOT old.tie_rule OR new.invitation_only IS NOT old.invitation_only
  OR new.created_at IS NOT old.created_at OR new.created_by IS NOT old.created_by OR new.published_at IS NOT old.published_at
)
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_judges_written BEFORE INSERT ON call
WHEN new.judges_min NOT BETWEEN 0 AND 20 OR (new.has_pitch_day = 0 AND new.judges_min > 0)
BEGIN SELECT raise(ABORT, 'judges score the pitches of a pitch day'); END;
--> statement-breakpoint
CREATE TRIGGER call_judges_changed BEFORE UPDATE ON call
WHEN new.judges_min NOT BETWEEN 0 AND 20 OR (new.has_pitch_day = 0 AND new.judges_min > 0)
BEGIN SELECT raise(ABORT, 'judges score the pitches of a pitch day'); END;
--> statement-breakpoint
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

-- A trigger that names a table keeps another from taking that name: these come back below, as they are now.
DROP TRIGGER call_published_is_frozen;
--> statement-breakpoint
DROP TRIGGER call_published_with_its_text;
--> statement-breakpoint
DROP TRIGGER call_question_insert_frozen;
--> statement-breakpoint
DROP TRIGGER call_question_update_frozen;
--> statement-breakpoint
DROP TRIGGER call_date_insert_frozen;
--> statement-breakpoint
DROP TRIGGER call_date_delete_frozen;
--> statement-breakpoint
DROP TRIGGER call_term_insert_frozen;
--> statement-breakpoint
DROP TRIGGER call_term_delete_frozen;
--> statement-breakpoint
DROP TRIGGER call_check_item_insert_frozen;
--> statement-breakpoint
DROP TRIGGER call_check_item_delete_frozen;
--> statement-breakpoint
DROP TRIGGER application_stays;
--> statement-breakpoint
DROP TRIGGER answer_delete_frozen;
--> statement-breakpoint
DROP TRIGGER media_delete_frozen;
--> statement-breakpoint
CREATE TABLE `call_change` (
	`call_id` text PRIMARY KEY NOT NULL,
	`draft_id` text NOT NULL,
	`base_version` integer NOT NULL,
	`origins` text NOT NULL,
	`publishing` integer DEFAULT false NOT NULL,
	`begun_at` integer NOT NULL,
	`begun_by` text NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`draft_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`begun_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "call_change_apart" CHECK("call_change"."call_id" <> "call_change"."draft_id" and "call_change"."base_version" >= 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `call_change_draft_id_unique` ON `call_change` (`draft_id`);
--> statement-breakpoint
CREATE TABLE `call_removed_question` (
	`call_id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`question` text NOT NULL,
	`removed_at` integer NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
DROP INDEX `call_question_position`;
--> statement-breakpoint
CREATE INDEX `call_question_position` ON `call_question` (`call_id`,`position`);
--> statement-breakpoint
CREATE TABLE `__new_call_publication` (
	`call_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`facts` text NOT NULL,
	`facts_hash` text NOT NULL,
	`published_at` integer NOT NULL,
	`published_by` text NOT NULL,
	PRIMARY KEY(`call_id`, `version`),
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "call_publication_reason" CHECK("__new_call_publication"."version" >= 1 and ("__new_call_publication"."version" = 1) = ("__new_call_publication"."reason" = ''))
);
--> statement-breakpoint
INSERT INTO `__new_call_publication`("call_id", "version", "reason", "facts", "facts_hash", "published_at", "published_by") SELECT "call_id", 1, '', "facts", "facts_hash", "published_at", "published_by" FROM `call_publication`;
--> statement-breakpoint
DROP TABLE `call_publication`;
--> statement-breakpoint
ALTER TABLE `__new_call_publication` RENAME TO `call_publication`;
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
  OR new.tie_rule IS NOT old.tie_rule OR new.invitation_only IS NOT old.invitation_only
  OR new.created_at IS NOT old.created_at OR new.created_by IS NOT old.created_by OR new.published_at IS NOT old.published_at
)
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
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
  OR new.words_max < old.words_max OR new.by_video < old.by_video
)
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_date_insert_frozen BEFORE INSERT ON call_date
WHEN (SELECT state FROM call WHERE id = new.call_id) = 'published'
  AND NOT EXISTS (SELECT 1 FROM call_change WHERE call_id = new.call_id AND publishing = 1)
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_date_delete_frozen BEFORE DELETE ON call_date
WHEN (SELECT state FROM call WHERE id = old.call_id) = 'published'
  AND NOT EXISTS (SELECT 1 FROM call_change WHERE call_id = old.call_id AND publishing = 1)
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_term_insert_frozen BEFORE INSERT ON call_term
WHEN (SELECT state FROM call WHERE id = new.call_id) = 'published'
  AND NOT EXISTS (SELECT 1 FROM call_change WHERE call_id = new.call_id AND publishing = 1)
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
CREATE TRIGGER call_check_item_delete_frozen BEFORE DELETE ON call_check_item
WHEN (SELECT state FROM call WHERE id = old.call_id) = 'published'
  AND NOT EXISTS (SELECT 1 FROM call_change WHERE call_id = old.call_id AND publishing = 1)
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
CREATE TRIGGER application_stays BEFORE DELETE ON application WHEN old.state <> 'draft' AND old.reference NOT GLOB 'TEST-*'
BEGIN SELECT raise(ABORT, 'an application is frozen once it is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER answer_delete_frozen BEFORE DELETE ON answer
WHEN EXISTS (SELECT 1 FROM application WHERE id = old.application_id AND state <> 'draft' AND reference NOT GLOB 'TEST-*')
BEGIN SELECT raise(ABORT, 'answers are frozen once an application is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER media_delete_frozen BEFORE DELETE ON media
WHEN EXISTS (SELECT 1 FROM application WHERE id = old.application_id AND state <> 'draft' AND reference NOT GLOB 'TEST-*')
BEGIN SELECT raise(ABORT, 'recordings are frozen once an application is submitted'); END;
--> statement-breakpoint
-- A call that is not published yet is tried out with test applications, known by their reference; a change to a
-- published call takes none.
CREATE TRIGGER application_is_a_test_in_a_draft BEFORE INSERT ON application
WHEN (new.reference GLOB 'TEST-*') <> EXISTS (
  SELECT 1 FROM call WHERE id = new.call_id AND state = 'draft'
    AND NOT EXISTS (SELECT 1 FROM call_change WHERE draft_id = call.id)
)
BEGIN SELECT raise(ABORT, 'a test application belongs to a draft, and every other to a published call'); END;
--> statement-breakpoint
-- A test application is thrown away with all that hangs on it.
CREATE TRIGGER application_test_goes_whole BEFORE DELETE ON application WHEN old.reference GLOB 'TEST-*'
BEGIN
  DELETE FROM answer WHERE application_id = old.id;
  DELETE FROM media WHERE application_id = old.id;
END;
--> statement-breakpoint
-- No test application outlives the publishing: from then on every application of the call is a real one.
CREATE TRIGGER call_published_without_tests BEFORE UPDATE ON call WHEN old.state = 'draft' AND new.state = 'published'
BEGIN
  DELETE FROM application WHERE call_id = new.id;
  DELETE FROM call_removed_question WHERE call_id = new.id;
END;
--> statement-breakpoint
-- A question that is taken out of a draft takes with it what was answered to try it out.
CREATE TRIGGER call_question_goes_with_its_tests BEFORE DELETE ON call_question
WHEN (SELECT state FROM call WHERE id = old.call_id) = 'draft'
BEGIN
  DELETE FROM answer WHERE question_id = old.id;
  DELETE FROM media WHERE question_id = old.id;
END;

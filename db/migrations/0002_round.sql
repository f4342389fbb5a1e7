CREATE TABLE `access_code` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`purpose` text NOT NULL,
	`label` text NOT NULL,
	`code_hash` text NOT NULL,
	`expires_at` integer NOT NULL,
	`uses_max` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "access_code_purpose" CHECK("access_code"."purpose" in ('late', 'invited')),
	CONSTRAINT "access_code_uses" CHECK("access_code"."uses_max" between 1 and 500),
	CONSTRAINT "access_code_label" CHECK("access_code"."label" <> '')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `access_code_code_hash_unique` ON `access_code` (`code_hash`);--> statement-breakpoint
CREATE INDEX `access_code_by_call` ON `access_code` (`call_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `access_code_use` (
	`code_id` text NOT NULL,
	`application_id` text NOT NULL,
	`used_at` integer NOT NULL,
	PRIMARY KEY(`application_id`, `code_id`),
	FOREIGN KEY (`code_id`) REFERENCES `access_code`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `access_code_use_by_code` ON `access_code_use` (`code_id`);--> statement-breakpoint
CREATE TABLE `entry_stop` (
	`call_id` text PRIMARY KEY NOT NULL,
	`stopped_at` integer NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `call_check_count` (
	`call_id` text NOT NULL,
	`outcome` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`call_id`, `outcome`),
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "call_check_count_outcome" CHECK("call_check_count"."outcome" in ('fits', 'another-way') and "call_check_count"."count" > 0)
);
--> statement-breakpoint
CREATE TABLE `call_check_item` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`position` integer NOT NULL,
	`statement` text NOT NULL,
	`route` text NOT NULL,
	`advice` text NOT NULL,
	`link` text NOT NULL,
	`other_slug` text,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`other_slug`) REFERENCES `call`(`slug`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "call_check_item_place" CHECK("call_check_item"."position" between 1 and 8),
	CONSTRAINT "call_check_item_route" CHECK("call_check_item"."route" in ('another-call', 'fiscal-host', 'partner')),
	CONSTRAINT "call_check_item_other" CHECK(("call_check_item"."route" = 'another-call') = ("call_check_item"."other_slug" is not null)),
	CONSTRAINT "call_check_item_written" CHECK("call_check_item"."statement" <> '' and ("call_check_item"."other_slug" is not null or "call_check_item"."advice" <> ''))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `call_check_item_position` ON `call_check_item` (`call_id`,`position`);--> statement-breakpoint
CREATE TABLE `call_date` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`kind` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer,
	`place` text NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "call_date_kind" CHECK("call_date"."kind" in ('information-session', 'questions-close', 'draft-feedback', 'eligibility-check', 'panel-meeting', 'pitch-day', 'decisions', 'feedback-release')),
	CONSTRAINT "call_date_end" CHECK("call_date"."ends_at" is null or "call_date"."ends_at" > "call_date"."starts_at"),
	CONSTRAINT "call_date_place" CHECK(length("call_date"."place") <= 300)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `call_date_once` ON `call_date` (`call_id`,`kind`,`starts_at`);--> statement-breakpoint
CREATE INDEX `call_date_when` ON `call_date` (`starts_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `call_date_single` ON `call_date` (`call_id`,`kind`) WHERE kind not in ('information-session', 'panel-meeting');--> statement-breakpoint
CREATE TABLE `call_reminder` (
	`call_id` text NOT NULL,
	`kind` text NOT NULL,
	`starts_at` integer NOT NULL,
	`reminded_at` integer NOT NULL,
	PRIMARY KEY(`call_id`, `kind`, `starts_at`),
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `call_term` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`position` integer NOT NULL,
	`term` text NOT NULL,
	`meaning` text NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "call_term_place" CHECK("call_term"."position" between 1 and 20),
	CONSTRAINT "call_term_written" CHECK("call_term"."term" <> '' and "call_term"."meaning" <> '')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `call_term_position` ON `call_term` (`call_id`,`position`);--> statement-breakpoint
CREATE TABLE `payout_recusal` (
	`award_id` text NOT NULL,
	`person_id` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`award_id`, `person_id`),
	FOREIGN KEY (`award_id`) REFERENCES `award`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
-- Mentors who were matched before this was written down.
INSERT INTO payout_recusal (award_id, person_id, since)
SELECT mentor_match.award_id, mentor.person_id, min(mentor_match.matched_at)
FROM mentor_match JOIN mentor ON mentor.id = mentor_match.mentor_id
GROUP BY mentor_match.award_id, mentor.person_id;
--> statement-breakpoint
-- A trigger that names a table keeps another from taking that name: these come back below.
DROP TRIGGER answer_to_own_call;
--> statement-breakpoint
DROP TRIGGER media_to_own_call;
--> statement-breakpoint
DROP TRIGGER call_published_with_its_text;
--> statement-breakpoint
CREATE TABLE `__new_call_question` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`section` text NOT NULL,
	`label` text NOT NULL,
	`guidance` text NOT NULL,
	`words_max` integer NOT NULL,
	`minutes` integer,
	`required` integer NOT NULL,
	`by_video` integer NOT NULL,
	`options` text NOT NULL,
	`only_if` text,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "call_question_place" CHECK("__new_call_question"."position" between 1 and 30),
	CONSTRAINT "call_question_kind" CHECK("__new_call_question"."kind" in ('text', 'line', 'choice', 'choices', 'number', 'date', 'money-table', 'links', 'recording')),
	CONSTRAINT "call_question_words" CHECK("__new_call_question"."words_max" between 0 and 2000 and ("__new_call_question"."words_max" > 0) = ("__new_call_question"."kind" in ('text', 'line'))),
	CONSTRAINT "call_question_minutes" CHECK("__new_call_question"."minutes" is null or "__new_call_question"."minutes" between 1 and 240)
);
--> statement-breakpoint
INSERT INTO `__new_call_question`("id", "call_id", "position", "kind", "section", "label", "guidance", "words_max", "minutes", "required", "by_video", "options", "only_if") SELECT "id", "call_id", "position", 'text', '', "label", "guidance", "words_max", NULL, "required", "by_video", '[]', NULL FROM `call_question`;--> statement-breakpoint
DROP TABLE `call_question`;--> statement-breakpoint
ALTER TABLE `__new_call_question` RENAME TO `call_question`;--> statement-breakpoint
CREATE UNIQUE INDEX `call_question_position` ON `call_question` (`call_id`,`position`);--> statement-breakpoint
ALTER TABLE `call` ADD `invitation_only` integer DEFAULT 0 NOT NULL;
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
CREATE TRIGGER answer_to_own_call BEFORE INSERT ON answer
WHEN (SELECT call_id FROM call_question WHERE id = new.question_id) IS NOT (SELECT call_id FROM application WHERE id = new.application_id)
BEGIN SELECT raise(ABORT, 'an answer belongs to a question of its own call'); END;
--> statement-breakpoint
CREATE TRIGGER media_to_own_call BEFORE INSERT ON media
WHEN (SELECT call_id FROM call_question WHERE id = new.question_id) IS NOT (SELECT call_id FROM application WHERE id = new.application_id)
BEGIN SELECT raise(ABORT, 'a recording belongs to a question of its own call'); END;
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
-- What a code promises stays as it is; it can be taken back once.
CREATE TRIGGER access_code_keeps_its_promise BEFORE UPDATE ON access_code
WHEN old.revoked_at IS NOT NULL OR new.id IS NOT old.id OR new.call_id IS NOT old.call_id OR new.purpose IS NOT old.purpose
  OR new.label IS NOT old.label OR new.code_hash IS NOT old.code_hash OR new.expires_at IS NOT old.expires_at
  OR new.uses_max IS NOT old.uses_max OR new.created_at IS NOT old.created_at OR new.created_by IS NOT old.created_by
BEGIN SELECT raise(ABORT, 'a code is taken back or stays as it is'); END;
--> statement-breakpoint
CREATE TRIGGER access_code_stays BEFORE DELETE ON access_code
BEGIN SELECT raise(ABORT, 'a code is taken back, never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER access_code_after_the_stop BEFORE INSERT ON access_code
WHEN new.purpose = 'late' AND EXISTS (SELECT 1 FROM entry_stop WHERE call_id = new.call_id)
BEGIN SELECT raise(ABORT, 'nobody enters once somebody reads'); END;
--> statement-breakpoint
-- Two people who use the last of a code at once: one of them is too late.
CREATE TRIGGER access_code_use_is_allowed BEFORE INSERT ON access_code_use
WHEN NOT EXISTS (
  SELECT 1 FROM access_code JOIN application ON application.call_id = access_code.call_id
  WHERE access_code.id = new.code_id AND application.id = new.application_id
    AND access_code.revoked_at IS NULL AND new.used_at < access_code.expires_at
    AND (SELECT count(*) FROM access_code_use WHERE code_id = new.code_id) < access_code.uses_max
)
BEGIN SELECT raise(ABORT, 'a code opens its own call, in time, and as often as it says'); END;
--> statement-breakpoint
CREATE TRIGGER access_code_use_no_update BEFORE UPDATE ON access_code_use
BEGIN SELECT raise(ABORT, 'the use of a code is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER access_code_use_no_delete BEFORE DELETE ON access_code_use
BEGIN SELECT raise(ABORT, 'the use of a code is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER entry_stop_no_update BEFORE UPDATE ON entry_stop
BEGIN SELECT raise(ABORT, 'a stop is for good'); END;
--> statement-breakpoint
CREATE TRIGGER entry_stop_no_delete BEFORE DELETE ON entry_stop
BEGIN SELECT raise(ABORT, 'a stop is for good'); END;
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
CREATE TRIGGER mentor_match_recused BEFORE INSERT ON mentor_match
WHEN NOT EXISTS (
  SELECT 1 FROM payout_recusal JOIN mentor ON mentor.person_id = payout_recusal.person_id
  WHERE mentor.id = new.mentor_id AND payout_recusal.award_id = new.award_id)
BEGIN SELECT raise(ABORT, 'a mentor is kept from signing the payments of her group'); END;
--> statement-breakpoint
-- Who stands beside a group never signs its payments, and who signed one never stands beside it.
CREATE TRIGGER payout_recusal_before_signing BEFORE INSERT ON payout_recusal
WHEN EXISTS (
  SELECT 1 FROM payout JOIN tranche ON tranche.id = payout.tranche_id
  WHERE tranche.award_id = new.award_id AND new.person_id IN (payout.maker_id, payout.checker_id))
BEGIN SELECT raise(ABORT, 'who signed a payment of an award cannot be kept from signing it'); END;
--> statement-breakpoint
CREATE TRIGGER payout_recusal_no_update BEFORE UPDATE ON payout_recusal
BEGIN SELECT raise(ABORT, 'who is kept from signing stays so'); END;
--> statement-breakpoint
CREATE TRIGGER payout_recusal_no_delete BEFORE DELETE ON payout_recusal
BEGIN SELECT raise(ABORT, 'who is kept from signing stays so'); END;
--> statement-breakpoint
CREATE TRIGGER payout_made_by_nobody_recused BEFORE INSERT ON payout
WHEN EXISTS (
  SELECT 1 FROM payout_recusal JOIN tranche ON tranche.award_id = payout_recusal.award_id
  WHERE tranche.id = new.tranche_id AND payout_recusal.person_id = new.maker_id)
BEGIN SELECT raise(ABORT, 'who is kept from signing prepares no payout'); END;
--> statement-breakpoint
CREATE TRIGGER payout_checked_by_nobody_recused BEFORE UPDATE OF checker_id ON payout
WHEN EXISTS (
  SELECT 1 FROM payout_recusal JOIN tranche ON tranche.award_id = payout_recusal.award_id
  WHERE tranche.id = new.tranche_id AND payout_recusal.person_id = new.checker_id)
BEGIN SELECT raise(ABORT, 'who is kept from signing approves no payout'); END;

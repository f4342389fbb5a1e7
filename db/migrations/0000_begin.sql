CREATE TABLE `call` (
	`id` text PRIMARY KEY NOT NULL,
	`partner_id` text NOT NULL,
	`slug` text NOT NULL,
	`state` text NOT NULL,
	`strand` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`about` text NOT NULL,
	`who_can_apply` text NOT NULL,
	`support` text NOT NULL,
	`themes` text NOT NULL,
	`currency` text NOT NULL,
	`pot_minor` integer NOT NULL,
	`award_max_minor` integer NOT NULL,
	`awards_planned` integer NOT NULL,
	`time_zone` text NOT NULL,
	`opens_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`video_allowed` integer NOT NULL,
	`video_seconds_max` integer NOT NULL,
	`participant_share_min_percent` integer NOT NULL,
	`has_pitch_day` integer NOT NULL,
	`panel_weight_percent` integer NOT NULL,
	`public_weight_percent` integer NOT NULL,
	`minimum_support_percent` integer NOT NULL,
	`choices_max` integer NOT NULL,
	`tie_rule` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`published_at` integer,
	FOREIGN KEY (`partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "call_state" CHECK(("call"."state" = 'published') = ("call"."published_at" is not null)),
	CONSTRAINT "call_money" CHECK("call"."pot_minor" > 0 and "call"."award_max_minor" between 1 and "call"."pot_minor"),
	CONSTRAINT "call_awards" CHECK("call"."awards_planned" > 0),
	CONSTRAINT "call_window" CHECK("call"."opens_at" < "call"."closes_at"),
	CONSTRAINT "call_weights" CHECK("call"."panel_weight_percent" + "call"."public_weight_percent" = 100 and "call"."public_weight_percent" >= 0 and "call"."panel_weight_percent" >= 0),
	CONSTRAINT "call_shares" CHECK("call"."participant_share_min_percent" between 0 and 100 and "call"."minimum_support_percent" between 0 and 100)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `call_slug_unique` ON `call` (`slug`);--> statement-breakpoint
CREATE INDEX `call_by_partner` ON `call` (`partner_id`);--> statement-breakpoint
CREATE TABLE `call_criterion` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`question` text NOT NULL,
	`weight_percent` integer NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "call_criterion_weight" CHECK("call_criterion"."weight_percent" between 1 and 100)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `call_criterion_position` ON `call_criterion` (`call_id`,`position`);--> statement-breakpoint
CREATE TABLE `call_publication` (
	`call_id` text PRIMARY KEY NOT NULL,
	`facts` text NOT NULL,
	`facts_hash` text NOT NULL,
	`published_at` integer NOT NULL,
	`published_by` text NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `call_question` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`position` integer NOT NULL,
	`label` text NOT NULL,
	`guidance` text NOT NULL,
	`words_max` integer NOT NULL,
	`required` integer NOT NULL,
	`by_video` integer NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "call_question_words" CHECK("call_question"."words_max" between 1 and 2000)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `call_question_position` ON `call_question` (`call_id`,`position`);--> statement-breakpoint
CREATE TABLE `score_anchor` (
	`criterion_id` text NOT NULL,
	`score` integer NOT NULL,
	`words` text NOT NULL,
	PRIMARY KEY(`criterion_id`, `score`),
	FOREIGN KEY (`criterion_id`) REFERENCES `call_criterion`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "score_anchor_score" CHECK("score_anchor"."score" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE `duty` (
	`person_id` text NOT NULL,
	`partner_id` text NOT NULL,
	`duty` text NOT NULL,
	PRIMARY KEY(`person_id`, `partner_id`, `duty`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "duty_known" CHECK("duty"."duty" in ('manager', 'finance'))
);
--> statement-breakpoint
CREATE TABLE `partner` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `partner_slug_unique` ON `partner` (`slug`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`language` text DEFAULT 'en' NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "person_email_lower" CHECK("person"."email" = lower("person"."email") and instr("person"."email", '@') > 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_email_unique` ON `person` (`email`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_by_person` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `sign_in_code` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`code_hash` text NOT NULL,
	`wrong_tries` integer DEFAULT 0 NOT NULL,
	`sent_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	CONSTRAINT "sign_in_code_tries" CHECK("sign_in_code"."wrong_tries" between 0 and 5)
);
--> statement-breakpoint
CREATE INDEX `sign_in_code_by_email` ON `sign_in_code` (`email`,`sent_at`);--> statement-breakpoint
CREATE TABLE `message` (
	`id` text PRIMARY KEY NOT NULL,
	`promise_id` text NOT NULL,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`html` text NOT NULL,
	`text` text NOT NULL,
	`secret` integer NOT NULL,
	`partner_id` text,
	`state` text NOT NULL,
	`written_at` integer NOT NULL,
	`sent_at` integer,
	`try_after` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	CONSTRAINT "message_state" CHECK("message"."state" in ('waiting', 'kept', 'sent', 'failed'))
);
--> statement-breakpoint
CREATE INDEX `message_due` ON `message` (`state`,`try_after`);--> statement-breakpoint
CREATE INDEX `message_by_partner` ON `message` (`partner_id`,`written_at`);--> statement-breakpoint
CREATE TABLE `outbox_promise` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`detail` text NOT NULL,
	`promised_at` integer NOT NULL,
	`try_after` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	`kept_at` integer
);
--> statement-breakpoint
CREATE INDEX `outbox_promise_due` ON `outbox_promise` (`kept_at`,`try_after`);
CREATE TABLE `application_reminder` (
	`application_id` text NOT NULL,
	`kind` text NOT NULL,
	`reminded_at` integer NOT NULL,
	PRIMARY KEY(`application_id`, `kind`),
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "application_reminder_kind" CHECK("application_reminder"."kind" in ('week', 'two-days'))
);
--> statement-breakpoint
CREATE TABLE `phone_number` (
	`person_id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`code_hash` text NOT NULL,
	`sent_at` integer NOT NULL,
	`wrong_tries` integer DEFAULT 0 NOT NULL,
	`confirmed_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "phone_number_form" CHECK("phone_number"."number" glob '+[1-9]*' and length("phone_number"."number") between 8 and 16),
	CONSTRAINT "phone_number_tries" CHECK("phone_number"."wrong_tries" between 0 and 5)
);
--> statement-breakpoint
CREATE TABLE `staff_digest` (
	`person_id` text PRIMARY KEY NOT NULL,
	`rhythm` text NOT NULL,
	`told_until` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "staff_digest_rhythm" CHECK("staff_digest"."rhythm" in ('daily', 'weekly', 'never'))
);
--> statement-breakpoint
CREATE TABLE `__new_message` (
	`id` text PRIMARY KEY NOT NULL,
	`promise_id` text NOT NULL,
	`channel` text DEFAULT 'email' NOT NULL,
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
	`tried_at` integer,
	`provider_id` text,
	`delivery` text,
	CONSTRAINT "message_state" CHECK("__new_message"."state" in ('waiting', 'kept', 'sent', 'failed')),
	CONSTRAINT "message_channel" CHECK("__new_message"."channel" in ('email', 'sms'))
);
--> statement-breakpoint
INSERT INTO `__new_message`("id", "promise_id", "channel", "recipient", "subject", "html", "text", "secret", "partner_id", "state", "written_at", "sent_at", "try_after", "tries", "last_error", "tried_at", "provider_id", "delivery") SELECT "id", "promise_id", 'email', "recipient", "subject", "html", "text", "secret", "partner_id", "state", "written_at", "sent_at", "try_after", "tries", "last_error", NULL, NULL, NULL FROM `message`;--> statement-breakpoint
DROP TABLE `message`;--> statement-breakpoint
ALTER TABLE `__new_message` RENAME TO `message`;--> statement-breakpoint
CREATE INDEX `message_due` ON `message` (`state`,`try_after`);--> statement-breakpoint
CREATE INDEX `message_on_its_way` ON `message` (`sent_at`) WHERE provider_id is not null and delivery is null;--> statement-breakpoint
CREATE INDEX `message_by_partner` ON `message` (`partner_id`,`written_at`);--> statement-breakpoint
CREATE TRIGGER application_reminder_stays BEFORE UPDATE ON application_reminder
BEGIN SELECT raise(ABORT, 'a reminder that was written stays written'); END;
--> statement-breakpoint
CREATE TRIGGER application_reminder_is_kept BEFORE DELETE ON application_reminder
BEGIN SELECT raise(ABORT, 'a reminder that was written stays written'); END;

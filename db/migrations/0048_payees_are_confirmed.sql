CREATE TABLE `payee_code` (
	`id` text PRIMARY KEY NOT NULL,
	`payee_version_id` text NOT NULL,
	`person_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`wrong_tries` integer DEFAULT 0 NOT NULL,
	`sent_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`payee_version_id`) REFERENCES `payee_version`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payee_code_tries" CHECK("payee_code"."wrong_tries" between 0 and 5)
);
--> statement-breakpoint
CREATE INDEX `payee_code_by_payee` ON `payee_code` (`payee_version_id`,`sent_at`);--> statement-breakpoint
CREATE INDEX `payee_code_by_person` ON `payee_code` (`person_id`,`sent_at`);--> statement-breakpoint
CREATE TABLE `payee_confirmation` (
	`payee_version_id` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`confirmed_at` integer NOT NULL,
	`confirmed_by` text NOT NULL,
	FOREIGN KEY (`payee_version_id`) REFERENCES `payee_version`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payee_confirmation_channel" CHECK("payee_confirmation"."channel" in ('email', 'earlier'))
);
--> statement-breakpoint
-- What was typed before codes were asked for is paid as it was agreed then.
INSERT INTO payee_confirmation (payee_version_id, channel, confirmed_at, confirmed_by)
  SELECT id, 'earlier', edited_at, edited_by FROM payee_version;
--> statement-breakpoint
-- A payee is used once its recipient has confirmed it with a code from a mailbox.
CREATE TRIGGER payee_confirmation_begins BEFORE INSERT ON payee_confirmation
BEGIN
  SELECT raise(ABORT, 'a confirmation is never replaced')
  WHERE EXISTS (SELECT 1 FROM payee_confirmation WHERE payee_version_id = new.payee_version_id);
  SELECT raise(ABORT, 'a payee is confirmed with a code that was sent for it')
  WHERE NOT EXISTS (
    SELECT 1 FROM payee_code WHERE payee_version_id = new.payee_version_id AND used_at = new.confirmed_at AND new.channel = 'email');
END;
--> statement-breakpoint
CREATE TRIGGER payee_confirmation_no_update BEFORE UPDATE ON payee_confirmation
BEGIN SELECT raise(ABORT, 'a confirmation never changes'); END;
--> statement-breakpoint
CREATE TRIGGER payee_confirmation_no_delete BEFORE DELETE ON payee_confirmation
BEGIN SELECT raise(ABORT, 'a confirmation stays'); END;
--> statement-breakpoint
CREATE TRIGGER payee_code_changes BEFORE UPDATE ON payee_code
WHEN new.id IS NOT old.id OR new.payee_version_id IS NOT old.payee_version_id OR new.person_id IS NOT old.person_id
  OR new.code_hash IS NOT old.code_hash OR new.sent_at IS NOT old.sent_at OR new.expires_at IS NOT old.expires_at
  OR new.wrong_tries < old.wrong_tries OR old.used_at IS NOT NULL
  OR (new.used_at IS NOT NULL AND (new.used_at >= old.expires_at OR old.wrong_tries >= 5))
BEGIN SELECT raise(ABORT, 'a code is used once and in time, and tries only rise'); END;
--> statement-breakpoint
CREATE TRIGGER payout_waits_for_confirmation BEFORE INSERT ON payout
WHEN NOT EXISTS (SELECT 1 FROM payee_confirmation WHERE payee_version_id = new.payee_version_id)
BEGIN SELECT raise(ABORT, 'a payee is paid once its recipient has confirmed it'); END;

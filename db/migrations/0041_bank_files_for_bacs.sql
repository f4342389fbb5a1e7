CREATE TABLE `bacs_user` (
	`partner_id` text PRIMARY KEY NOT NULL,
	`service_user_number` text NOT NULL,
	`set_at` integer NOT NULL,
	`set_by` text NOT NULL,
	FOREIGN KEY (`partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bacs_user_number" CHECK("bacs_user"."service_user_number" glob '[0-9][0-9][0-9][0-9][0-9][0-9]' and "bacs_user"."service_user_number" <> '000000')
);
--> statement-breakpoint
ALTER TABLE `bank_file` ADD `bacs_sealed` text;--> statement-breakpoint
ALTER TABLE `bank_file` ADD `bacs_sha256` text;
--> statement-breakpoint
DROP TRIGGER bank_file_begins;
--> statement-breakpoint
CREATE TRIGGER bank_file_begins BEFORE INSERT ON bank_file
BEGIN
  SELECT raise(ABORT, 'a bank file is never replaced') WHERE EXISTS (SELECT 1 FROM bank_file WHERE id = new.id OR msg_id = new.msg_id);
  SELECT raise(ABORT, 'a bank file is made before it is sent') WHERE new.sent_at IS NOT NULL;
  SELECT raise(ABORT, 'bytes are kept with their hash') WHERE (new.bacs_sealed IS NULL) <> (new.bacs_sha256 IS NULL);
END;
--> statement-breakpoint
DROP TRIGGER bank_file_changes;
--> statement-breakpoint
CREATE TRIGGER bank_file_changes BEFORE UPDATE ON bank_file
WHEN old.sent_at IS NOT NULL OR new.id IS NOT old.id OR new.call_id IS NOT old.call_id OR new.msg_id IS NOT old.msg_id
  OR new.execution_date IS NOT old.execution_date OR new.payouts_count IS NOT old.payouts_count OR new.total_minor IS NOT old.total_minor
  OR new.currency IS NOT old.currency OR new.xml_sealed IS NOT old.xml_sealed OR new.xml_sha256 IS NOT old.xml_sha256
  OR new.csv_sealed IS NOT old.csv_sealed OR new.csv_sha256 IS NOT old.csv_sha256
  OR new.bacs_sealed IS NOT old.bacs_sealed OR new.bacs_sha256 IS NOT old.bacs_sha256 OR new.made_at IS NOT old.made_at OR new.made_by IS NOT old.made_by
BEGIN SELECT raise(ABORT, 'a bank file is only marked as sent, once'); END;

CREATE TABLE `payee_reveal` (
	`id` text PRIMARY KEY NOT NULL,
	`payee_version_id` text NOT NULL,
	`person_id` text NOT NULL,
	`reason` text NOT NULL,
	`revealed_at` integer NOT NULL,
	FOREIGN KEY (`payee_version_id`) REFERENCES `payee_version`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payee_reveal_reason" CHECK(length(trim("payee_reveal"."reason")) between 1 and 200)
);
--> statement-breakpoint
CREATE INDEX `payee_reveal_by_payee` ON `payee_reveal` (`payee_version_id`,`revealed_at`);
--> statement-breakpoint
-- Whole details are shown for a reason, to whoever has just typed a code from her own mailbox, once for each code.
CREATE TRIGGER payee_reveal_begins BEFORE INSERT ON payee_reveal
BEGIN
  SELECT raise(ABORT, 'a look at details is never replaced') WHERE EXISTS (SELECT 1 FROM payee_reveal WHERE id = new.id);
  SELECT raise(ABORT, 'details are shown for a code of her own, once')
  WHERE NOT EXISTS (
    SELECT 1 FROM payee_code
    WHERE payee_version_id = new.payee_version_id AND person_id = new.person_id AND used_at = new.revealed_at)
    OR EXISTS (
    SELECT 1 FROM payee_reveal
    WHERE payee_version_id = new.payee_version_id AND person_id = new.person_id AND revealed_at = new.revealed_at);
END;
--> statement-breakpoint
CREATE TRIGGER payee_reveal_no_update BEFORE UPDATE ON payee_reveal
BEGIN SELECT raise(ABORT, 'a look at details stays written down'); END;
--> statement-breakpoint
CREATE TRIGGER payee_reveal_no_delete BEFORE DELETE ON payee_reveal
BEGIN SELECT raise(ABORT, 'a look at details stays written down'); END;

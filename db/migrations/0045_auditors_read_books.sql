CREATE TABLE `auditor` (
	`id` text PRIMARY KEY NOT NULL,
	`partner_id` text NOT NULL,
	`person_id` text NOT NULL,
	`appointed_at` integer NOT NULL,
	`appointed_by` text NOT NULL,
	`until_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	FOREIGN KEY (`partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`appointed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "auditor_until" CHECK("auditor"."until_at" > "auditor"."appointed_at"),
	CONSTRAINT "auditor_ended" CHECK(("auditor"."ended_at" is null) = ("auditor"."ended_by" is null)),
	CONSTRAINT "auditor_other" CHECK("auditor"."person_id" <> "auditor"."appointed_by")
);
--> statement-breakpoint
CREATE INDEX `auditor_by_person` ON `auditor` (`person_id`);--> statement-breakpoint
CREATE INDEX `auditor_by_partner` ON `auditor` (`partner_id`,`appointed_at`);--> statement-breakpoint
CREATE TABLE `book_reading` (
	`id` integer PRIMARY KEY NOT NULL,
	`auditor_id` text NOT NULL,
	`call_id` text NOT NULL,
	`what` text NOT NULL,
	`subject` text NOT NULL,
	`read_at` integer NOT NULL,
	FOREIGN KEY (`auditor_id`) REFERENCES `auditor`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "book_reading_what" CHECK("book_reading"."what" in ('payments', 'month', 'journal', 'workbook'))
);
--> statement-breakpoint
CREATE INDEX `book_reading_of` ON `book_reading` (`auditor_id`,`read_at`);--> statement-breakpoint
CREATE TRIGGER auditor_begins BEFORE INSERT ON auditor
WHEN new.ended_at IS NOT NULL OR EXISTS (SELECT 1 FROM auditor WHERE id = new.id)
  OR EXISTS (SELECT 1 FROM duty WHERE person_id = new.person_id AND partner_id = new.partner_id)
  OR NOT EXISTS (SELECT 1 FROM duty WHERE person_id = new.appointed_by AND partner_id = new.partner_id AND duty = 'finance')
BEGIN SELECT raise(ABORT, 'finance people ask somebody from outside to audit them'); END;
--> statement-breakpoint
CREATE TRIGGER auditor_changes BEFORE UPDATE ON auditor
WHEN new.id IS NOT old.id OR new.partner_id IS NOT old.partner_id OR new.person_id IS NOT old.person_id
  OR new.appointed_at IS NOT old.appointed_at OR new.appointed_by IS NOT old.appointed_by OR new.until_at IS NOT old.until_at
  OR old.ended_at IS NOT NULL OR new.ended_at IS NULL
BEGIN SELECT raise(ABORT, 'an audit ends once, and nothing else about it changes'); END;
--> statement-breakpoint
CREATE TRIGGER auditor_stays BEFORE DELETE ON auditor
BEGIN SELECT raise(ABORT, 'who audited stays known'); END;
--> statement-breakpoint
CREATE TRIGGER book_reading_begins BEFORE INSERT ON book_reading
WHEN EXISTS (SELECT 1 FROM book_reading WHERE id = new.id)
  OR NOT EXISTS (SELECT 1 FROM auditor a JOIN call c ON c.partner_id = a.partner_id WHERE a.id = new.auditor_id AND c.id = new.call_id
    AND a.ended_at IS NULL AND new.read_at BETWEEN a.appointed_at AND a.until_at)
BEGIN SELECT raise(ABORT, 'an auditor reads the books of her partner, in her time'); END;
--> statement-breakpoint
CREATE TRIGGER book_reading_no_update BEFORE UPDATE ON book_reading
BEGIN SELECT raise(ABORT, 'what was read stays known'); END;
--> statement-breakpoint
CREATE TRIGGER book_reading_stays BEFORE DELETE ON book_reading
BEGIN SELECT raise(ABORT, 'what was read stays known'); END;

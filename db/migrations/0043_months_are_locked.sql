CREATE TABLE `month_lock` (
	`call_id` text NOT NULL,
	`month` text NOT NULL,
	`ends_at` integer NOT NULL,
	`entries_hash` text NOT NULL,
	`locked_at` integer NOT NULL,
	`locked_by` text NOT NULL,
	PRIMARY KEY(`call_id`, `month`),
	FOREIGN KEY (`call_id`) REFERENCES `books`(`call_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`locked_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "month_lock_month" CHECK("month_lock"."month" glob '[0-9][0-9][0-9][0-9]-[01][0-9]'),
	CONSTRAINT "month_lock_over" CHECK("month_lock"."ends_at" <= "month_lock"."locked_at"),
	CONSTRAINT "month_lock_hash" CHECK(length("month_lock"."entries_hash") = 64)
);
--> statement-breakpoint
CREATE TRIGGER month_lock_begins BEFORE INSERT ON month_lock
WHEN EXISTS (SELECT 1 FROM month_lock WHERE call_id = new.call_id AND (ends_at >= new.ends_at OR month >= new.month))
BEGIN SELECT raise(ABORT, 'months are locked one after another, once'); END;
--> statement-breakpoint
CREATE TRIGGER month_lock_no_update BEFORE UPDATE ON month_lock
BEGIN SELECT raise(ABORT, 'a locked month stays locked'); END;
--> statement-breakpoint
CREATE TRIGGER month_lock_stays BEFORE DELETE ON month_lock
BEGIN SELECT raise(ABORT, 'a locked month stays locked'); END;
--> statement-breakpoint
CREATE TRIGGER ledger_tx_not_in_locked_month BEFORE INSERT ON ledger_tx
WHEN EXISTS (SELECT 1 FROM month_lock WHERE call_id = new.call_id AND ends_at > new.posted_at)
BEGIN SELECT raise(ABORT, 'nothing is posted into a locked month'); END;

CREATE TABLE `statement_import` (
	`id` text PRIMARY KEY NOT NULL,
	`partner_id` text NOT NULL,
	`format` text NOT NULL,
	`file_name` text NOT NULL,
	`file_hash` text NOT NULL,
	`account_hash` text NOT NULL,
	`account_ending` text NOT NULL,
	`currency` text NOT NULL,
	`opening_minor` integer,
	`closing_minor` integer,
	`first_day` text NOT NULL,
	`last_day` text NOT NULL,
	`lines_count` integer NOT NULL,
	`imported_at` integer NOT NULL,
	`imported_by` text NOT NULL,
	FOREIGN KEY (`partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`imported_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "statement_import_lines" CHECK("statement_import"."lines_count" >= 0),
	CONSTRAINT "statement_import_days" CHECK("statement_import"."first_day" <= "statement_import"."last_day")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `statement_import_once` ON `statement_import` (`partner_id`,`file_hash`);--> statement-breakpoint
CREATE TABLE `statement_line` (
	`id` text PRIMARY KEY NOT NULL,
	`import_id` text NOT NULL,
	`partner_id` text NOT NULL,
	`key_hash` text NOT NULL,
	`booked_on` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`sealed` text NOT NULL,
	`state` text NOT NULL,
	`note` text NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	FOREIGN KEY (`import_id`) REFERENCES `statement_import`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "statement_line_state" CHECK("statement_line"."state" in ('open', 'settled', 'came-back', 'funds', 'aside')),
	CONSTRAINT "statement_line_decided" CHECK(("statement_line"."state" = 'open') = ("statement_line"."decided_at" is null)),
	CONSTRAINT "statement_line_amount" CHECK("statement_line"."amount_minor" <> 0 and typeof("statement_line"."amount_minor") = 'integer'),
	CONSTRAINT "statement_line_aside" CHECK("statement_line"."state" <> 'aside' or length(trim("statement_line"."note")) > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `statement_line_once` ON `statement_line` (`partner_id`,`key_hash`);--> statement-breakpoint
CREATE INDEX `statement_line_by_import` ON `statement_line` (`import_id`);--> statement-breakpoint
CREATE INDEX `statement_line_by_state` ON `statement_line` (`partner_id`,`state`);--> statement-breakpoint
CREATE TABLE `statement_line_payout` (
	`line_id` text NOT NULL,
	`payout_id` text NOT NULL,
	`direction` text NOT NULL,
	PRIMARY KEY(`line_id`, `payout_id`),
	FOREIGN KEY (`line_id`) REFERENCES `statement_line`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`payout_id`) REFERENCES `payout`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `statement_line_payout_once` ON `statement_line_payout` (`payout_id`,`direction`);
--> statement-breakpoint
CREATE TRIGGER statement_import_no_update BEFORE UPDATE ON statement_import
BEGIN SELECT raise(ABORT, 'what the bank sent stays as it came'); END;
--> statement-breakpoint
CREATE TRIGGER statement_import_stays BEFORE DELETE ON statement_import
BEGIN SELECT raise(ABORT, 'what the bank sent stays as it came'); END;
--> statement-breakpoint
CREATE TRIGGER statement_line_begins BEFORE INSERT ON statement_line
WHEN new.state <> 'open' OR (SELECT partner_id FROM statement_import WHERE id = new.import_id) IS NOT new.partner_id
  OR (SELECT currency FROM statement_import WHERE id = new.import_id) IS NOT new.currency
BEGIN SELECT raise(ABORT, 'a line begins open, on a statement of its partner'); END;
--> statement-breakpoint
-- What a line was put aside as can be looked at again; what it did to the books is undone there, not here.
CREATE TRIGGER statement_line_changes BEFORE UPDATE ON statement_line
WHEN new.id IS NOT old.id OR new.import_id IS NOT old.import_id OR new.partner_id IS NOT old.partner_id
  OR new.key_hash IS NOT old.key_hash OR new.booked_on IS NOT old.booked_on OR new.amount_minor IS NOT old.amount_minor
  OR new.currency IS NOT old.currency OR new.sealed IS NOT old.sealed
  OR NOT ((old.state = 'open' AND new.state <> 'open') OR (old.state = 'aside' AND new.state = 'open'))
BEGIN SELECT raise(ABORT, 'what a line means is decided once'); END;
--> statement-breakpoint
CREATE TRIGGER statement_line_stays BEFORE DELETE ON statement_line
BEGIN SELECT raise(ABORT, 'what the bank sent stays as it came'); END;
--> statement-breakpoint
CREATE TRIGGER statement_line_payout_begins BEFORE INSERT ON statement_line_payout
WHEN (SELECT state FROM statement_line WHERE id = new.line_id) IS NOT 'open'
  OR (SELECT sign(amount_minor) FROM statement_line WHERE id = new.line_id) IS NOT iif(new.direction = 'left', -1, 1)
  OR (SELECT currency FROM statement_line WHERE id = new.line_id) IS NOT (SELECT currency FROM payout WHERE id = new.payout_id)
  OR (SELECT c.partner_id FROM payout p JOIN tranche t ON t.id = p.tranche_id JOIN call c ON c.id = t.call_id WHERE p.id = new.payout_id)
    IS NOT (SELECT partner_id FROM statement_line WHERE id = new.line_id)
BEGIN SELECT raise(ABORT, 'an open line shows payments of its partner, in its direction and currency'); END;
--> statement-breakpoint
CREATE TRIGGER statement_line_payout_no_update BEFORE UPDATE ON statement_line_payout
BEGIN SELECT raise(ABORT, 'what a line showed stays'); END;
--> statement-breakpoint
CREATE TRIGGER statement_line_payout_stays BEFORE DELETE ON statement_line_payout
BEGIN SELECT raise(ABORT, 'what a line showed stays'); END;

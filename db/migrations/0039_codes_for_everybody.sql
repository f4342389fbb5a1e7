CREATE TABLE `code_stock` (
	`event_id` text NOT NULL,
	`level` text NOT NULL,
	`size` integer NOT NULL,
	`handed` integer NOT NULL,
	PRIMARY KEY(`event_id`, `level`),
	FOREIGN KEY (`event_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "code_stock_level" CHECK("code_stock"."level" in ('C', 'D')),
	CONSTRAINT "code_stock_size" CHECK("code_stock"."size" between 10 and 5000),
	CONSTRAINT "code_stock_handed" CHECK("code_stock"."handed" between 0 and "code_stock"."size")
);
--> statement-breakpoint
CREATE TABLE `sign_up` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`place` integer NOT NULL,
	`sealed` text NOT NULL,
	`contact_hash` text NOT NULL,
	`language` text NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_up_contact` ON `sign_up` (`event_id`,`contact_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `sign_up_place` ON `sign_up` (`event_id`,`place`);
--> statement-breakpoint
-- The manifest says which levels a vote admits, and the freeze how many codes there are.
CREATE TRIGGER code_stock_before_paper BEFORE INSERT ON code_stock
WHEN (SELECT poll_id FROM event WHERE id = new.event_id) IS NOT NULL OR new.handed <> 0
BEGIN SELECT raise(ABORT, 'the manifest says which codes there are'); END;
--> statement-breakpoint
CREATE TRIGGER code_stock_hands_out_one BEFORE UPDATE ON code_stock
WHEN new.event_id <> old.event_id OR new.level <> old.level OR new.size <> old.size OR new.handed <> old.handed + 1
BEGIN SELECT raise(ABORT, 'codes are handed out one by one'); END;
--> statement-breakpoint
CREATE TRIGGER code_stock_stays BEFORE DELETE ON code_stock
WHEN (SELECT poll_id FROM event WHERE id = old.event_id) IS NOT NULL
BEGIN SELECT raise(ABORT, 'the manifest says which codes there are'); END;
--> statement-breakpoint
CREATE TRIGGER sign_up_has_next_code BEFORE INSERT ON sign_up
WHEN new.place IS NOT (SELECT handed FROM code_stock WHERE event_id = new.event_id AND level = 'C')
BEGIN SELECT raise(ABORT, 'who signs up gets the code handed out last'); END;
--> statement-breakpoint
CREATE TRIGGER sign_up_no_update BEFORE UPDATE ON sign_up
BEGIN SELECT raise(ABORT, 'who has signed up stays who it is'); END;
--> statement-breakpoint
CREATE TRIGGER sign_up_stays BEFORE DELETE ON sign_up
WHEN (SELECT state FROM event WHERE id = old.event_id) <> 'over'
BEGIN SELECT raise(ABORT, 'nobody who has signed up is sent away'); END;

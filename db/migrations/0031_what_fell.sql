CREATE TABLE `tie_throw` (
	`poll_id` text NOT NULL,
	`seq` integer NOT NULL,
	`event_id` text NOT NULL,
	`person_id` text NOT NULL,
	`thrown` text NOT NULL,
	`typed_at` integer NOT NULL,
	PRIMARY KEY(`poll_id`, `seq`),
	FOREIGN KEY (`event_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tie_throw_seq" CHECK("tie_throw"."seq" >= 1),
	CONSTRAINT "tie_throw_thrown" CHECK(length("tie_throw"."thrown") between 1 and 256 and "tie_throw"."thrown" = trim("tie_throw"."thrown"))
);

--> statement-breakpoint
CREATE TRIGGER tie_throw_no_update BEFORE UPDATE ON tie_throw
BEGIN SELECT raise(ABORT, 'what somebody read is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER tie_throw_stays BEFORE DELETE ON tie_throw
BEGIN SELECT raise(ABORT, 'what somebody read is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER tie_throw_same_poll BEFORE INSERT ON tie_throw
WHEN (SELECT poll_id FROM event WHERE id = new.event_id) IS NOT new.poll_id
BEGIN SELECT raise(ABORT, 'what fell is for the vote of its own event'); END;

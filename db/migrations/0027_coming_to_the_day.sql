CREATE TABLE `attendance` (
	`event_id` text PRIMARY KEY NOT NULL,
	`coming` integer NOT NULL,
	`waiting` integer NOT NULL,
	`came` integer NOT NULL,
	`children` integer NOT NULL,
	`travel_money` integer NOT NULL,
	`food` integer NOT NULL,
	`interpreters` text NOT NULL,
	`erased_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `day_offer` (
	`event_id` text PRIMARY KEY NOT NULL,
	`question_seconds` integer NOT NULL,
	`places` integer,
	`interpreters` text NOT NULL,
	`childcare` text NOT NULL,
	`food` text NOT NULL,
	`travel_money` text NOT NULL,
	`sign_up_closes_at` integer,
	`is_closed` integer NOT NULL,
	`reminded_of` integer,
	FOREIGN KEY (`event_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "day_offer_questions" CHECK("day_offer"."question_seconds" between 0 and 1800),
	CONSTRAINT "day_offer_places" CHECK("day_offer"."places" is null or "day_offer"."places" between 1 and 5000)
);
--> statement-breakpoint
CREATE TABLE `party` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`turn` integer NOT NULL,
	`state` text NOT NULL,
	`people` integer NOT NULL,
	`sealed` text NOT NULL,
	`contact_hash` text NOT NULL,
	`link_hash` text NOT NULL,
	`interpreter` text,
	`children` integer NOT NULL,
	`wants_travel_money` integer NOT NULL,
	`language` text NOT NULL,
	`added_by` text,
	`signed_up_at` integer NOT NULL,
	`say_no_by` integer,
	`came_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "party_state" CHECK("party"."state" in ('coming', 'waiting', 'cancelled')),
	CONSTRAINT "party_people" CHECK("party"."people" between 1 and 8),
	CONSTRAINT "party_children" CHECK("party"."children" between 0 and 8),
	CONSTRAINT "party_turn_counts" CHECK("party"."turn" >= 1),
	CONSTRAINT "party_say_no" CHECK("party"."say_no_by" is null or "party"."state" <> 'waiting'),
	CONSTRAINT "party_version" CHECK("party"."version" >= 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `party_link_hash_unique` ON `party` (`link_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `party_turn` ON `party` (`event_id`,`turn`);--> statement-breakpoint
CREATE UNIQUE INDEX `party_contact` ON `party` (`event_id`,`contact_hash`);--> statement-breakpoint
CREATE INDEX `party_by_state` ON `party` (`event_id`,`state`,`turn`);--> statement-breakpoint
-- Nobody is promised a chair that is not there, and nobody overtakes: what two people could break at once.
CREATE TRIGGER party_joins_at_the_end BEFORE INSERT ON party
WHEN new.turn <= (SELECT coalesce(max(turn), 0) FROM party WHERE event_id = new.event_id)
BEGIN SELECT raise(ABORT, 'a party joins at the end of the order'); END;
--> statement-breakpoint
CREATE TRIGGER party_only_while_listed BEFORE INSERT ON party
WHEN EXISTS (SELECT 1 FROM attendance WHERE event_id = new.event_id)
BEGIN SELECT raise(ABORT, 'the names of this day are erased'); END;
--> statement-breakpoint
CREATE TRIGGER party_moves_to_the_end BEFORE UPDATE ON party
WHEN new.turn <> old.turn AND new.turn <= (SELECT max(turn) FROM party WHERE event_id = new.event_id)
BEGIN SELECT raise(ABORT, 'a party that gives up its turn goes to the end'); END;
--> statement-breakpoint
CREATE TRIGGER party_is_one_change BEFORE UPDATE ON party
WHEN new.id <> old.id OR new.event_id <> old.event_id OR new.link_hash <> old.link_hash OR new.version <> old.version + 1
BEGIN SELECT raise(ABORT, 'a party changes one version at a time'); END;
--> statement-breakpoint
CREATE TRIGGER party_fits_when_new AFTER INSERT ON party
WHEN new.state = 'coming' AND (SELECT sum(people) FROM party WHERE event_id = new.event_id AND state = 'coming')
  > (SELECT coalesce(places, 1000000) FROM day_offer WHERE event_id = new.event_id)
BEGIN SELECT raise(ABORT, 'more people than places'); END;
--> statement-breakpoint
CREATE TRIGGER party_fits AFTER UPDATE ON party
WHEN new.state = 'coming' AND (old.state <> 'coming' OR new.people > old.people)
  AND (SELECT sum(people) FROM party WHERE event_id = new.event_id AND state = 'coming')
  > (SELECT coalesce(places, 1000000) FROM day_offer WHERE event_id = new.event_id)
BEGIN SELECT raise(ABORT, 'more people than places'); END;
--> statement-breakpoint
CREATE TRIGGER party_overtakes_nobody_when_new AFTER INSERT ON party
WHEN new.state = 'coming' AND EXISTS (SELECT 1 FROM party WHERE event_id = new.event_id AND state = 'waiting')
BEGIN SELECT raise(ABORT, 'somebody has waited longer'); END;
--> statement-breakpoint
CREATE TRIGGER party_overtakes_nobody AFTER UPDATE ON party
WHEN new.state = 'coming' AND EXISTS (SELECT 1 FROM party WHERE event_id = new.event_id AND state = 'waiting'
  AND ((old.state <> 'coming' AND turn < new.turn) OR (old.state = 'coming' AND new.people > old.people)))
BEGIN SELECT raise(ABORT, 'somebody has waited longer'); END;
--> statement-breakpoint
CREATE TRIGGER party_leaves_its_count BEFORE DELETE ON party
WHEN NOT EXISTS (SELECT 1 FROM attendance WHERE event_id = old.event_id)
BEGIN SELECT raise(ABORT, 'a party is deleted once the day is counted'); END;
--> statement-breakpoint
CREATE TRIGGER day_offer_keeps_promised_places BEFORE UPDATE ON day_offer
WHEN new.places IS NOT NULL AND new.places < coalesce((SELECT sum(people) FROM party WHERE event_id = new.event_id AND state = 'coming'), 0)
BEGIN SELECT raise(ABORT, 'places that were promised stay'); END;
--> statement-breakpoint
CREATE TRIGGER day_offer_stays BEFORE DELETE ON day_offer
BEGIN SELECT raise(ABORT, 'what a day offers is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER attendance_no_update BEFORE UPDATE ON attendance
BEGIN SELECT raise(ABORT, 'an attendance is counted once'); END;
--> statement-breakpoint
CREATE TRIGGER attendance_stays BEFORE DELETE ON attendance
BEGIN SELECT raise(ABORT, 'an attendance is counted once'); END;

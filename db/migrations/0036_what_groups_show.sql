CREATE TABLE `pitch_card` (
	`application_id` text PRIMARY KEY NOT NULL,
	`one_line` text NOT NULL,
	`language` text NOT NULL,
	`captions_url` text NOT NULL,
	`transcript_url` text NOT NULL,
	`picture_id` text,
	`film_id` text,
	`shown_since` integer,
	`revision` integer NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`picture_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`film_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pitch_card_revision" CHECK("pitch_card"."revision" >= 1),
	CONSTRAINT "pitch_card_shows_something" CHECK("pitch_card"."shown_since" is null or trim("pitch_card"."one_line") <> '')
);

--> statement-breakpoint
CREATE TRIGGER pitch_card_of_a_pitch BEFORE INSERT ON pitch_card
WHEN NOT EXISTS (SELECT 1 FROM pitch WHERE application_id = new.application_id)
BEGIN SELECT raise(ABORT, 'only a group in a running order says what it pitches'); END;
--> statement-breakpoint
CREATE TRIGGER pitch_card_changes_by_one BEFORE UPDATE ON pitch_card
WHEN new.application_id IS NOT old.application_id OR new.revision <> old.revision + 1
BEGIN SELECT raise(ABORT, 'what a group says of its pitch is changed by one who saw it'); END;
--> statement-breakpoint
-- What somebody else sent is nobody's to show.
CREATE TRIGGER pitch_card_own_media_written BEFORE INSERT ON pitch_card
WHEN EXISTS (SELECT 1 FROM media WHERE id IN (new.picture_id, new.film_id)
  AND (application_id <> new.application_id OR state <> 'ready' OR aside IS NOT NULL))
BEGIN SELECT raise(ABORT, 'a group shows what it sent itself'); END;
--> statement-breakpoint
CREATE TRIGGER pitch_card_own_media_changed BEFORE UPDATE ON pitch_card
WHEN EXISTS (SELECT 1 FROM media WHERE id IN (new.picture_id, new.film_id)
  AND (application_id <> new.application_id OR state <> 'ready' OR aside IS NOT NULL))
BEGIN SELECT raise(ABORT, 'a group shows what it sent itself'); END;

CREATE TABLE `eligibility_batch` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`outcome` text NOT NULL,
	`chosen` integer NOT NULL,
	`marked` integer NOT NULL,
	`skipped` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`undone_at` integer,
	`undone` integer,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "eligibility_batch_outcome" CHECK("eligibility_batch"."outcome" in ('eligible', 'not-eligible', 'more-needed')),
	CONSTRAINT "eligibility_batch_counts" CHECK("eligibility_batch"."marked" >= 0 and "eligibility_batch"."chosen" >= "eligibility_batch"."marked"),
	CONSTRAINT "eligibility_batch_undone" CHECK(("eligibility_batch"."undone_at" is null) = ("eligibility_batch"."undone" is null))
);
--> statement-breakpoint
CREATE INDEX `eligibility_batch_by_call` ON `eligibility_batch` (`call_id`,`made_at`);--> statement-breakpoint
CREATE TABLE `eligibility_check` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`turn` integer NOT NULL,
	`outcome` text NOT NULL,
	`reasons` text NOT NULL,
	`note` text NOT NULL,
	`batch_id` text,
	`decided_by` text NOT NULL,
	`decided_at` integer NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `eligibility_batch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "eligibility_check_turns" CHECK("eligibility_check"."turn" > 0),
	CONSTRAINT "eligibility_check_outcome" CHECK("eligibility_check"."outcome" in ('eligible', 'not-eligible', 'more-needed', 'taken-back')),
	CONSTRAINT "eligibility_check_why" CHECK(("eligibility_check"."outcome" <> 'not-eligible' or "eligibility_check"."reasons" <> '[]' or "eligibility_check"."note" <> '')
        and ("eligibility_check"."outcome" <> 'more-needed' or "eligibility_check"."note" <> ''))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `eligibility_check_turn` ON `eligibility_check` (`application_id`,`turn`);--> statement-breakpoint
CREATE INDEX `eligibility_check_by_batch` ON `eligibility_check` (`batch_id`);--> statement-breakpoint
CREATE TABLE `eligibility_letter` (
	`check_id` text PRIMARY KEY NOT NULL,
	`told_by` text NOT NULL,
	`told_at` integer NOT NULL,
	FOREIGN KEY (`check_id`) REFERENCES `eligibility_check`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`told_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `application_export` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`format` text NOT NULL,
	`filter` text NOT NULL,
	`applications` integer NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "application_export_format" CHECK("application_export"."format" in ('csv', 'xlsx') and "application_export"."applications" >= 0)
);
--> statement-breakpoint
CREATE INDEX `application_export_by_call` ON `application_export` (`call_id`,`made_at`);--> statement-breakpoint
CREATE TABLE `application_listing` (
	`place` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`application_id` text NOT NULL,
	`call_id` text NOT NULL,
	`reference` text NOT NULL,
	`title` text collate nocase NOT NULL,
	`group_name` text collate nocase NOT NULL,
	`theme` text NOT NULL,
	`city` text NOT NULL,
	`language` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`submitted_at` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`state` text NOT NULL,
	`eligibility` text DEFAULT 'unchecked' NOT NULL,
	`letter` text DEFAULT 'none' NOT NULL,
	`check_id` text,
	`has_recording` integer NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `application_listing_application_id_unique` ON `application_listing` (`application_id`);--> statement-breakpoint
CREATE INDEX `application_listing_by_reference` ON `application_listing` (`call_id`,`reference`,`place`,`state`,`theme`,`city`,`language`,`eligibility`,`letter`,`has_recording`,`amount_minor`);--> statement-breakpoint
CREATE INDEX `application_listing_by_title` ON `application_listing` (`call_id`,`title`,`place`,`state`,`theme`,`city`,`language`,`eligibility`,`letter`,`has_recording`,`amount_minor`);--> statement-breakpoint
CREATE INDEX `application_listing_by_group` ON `application_listing` (`call_id`,`group_name`,`place`,`state`,`theme`,`city`,`language`,`eligibility`,`letter`,`has_recording`,`amount_minor`);--> statement-breakpoint
CREATE INDEX `application_listing_by_amount` ON `application_listing` (`call_id`,`amount_minor`,`place`,`state`,`theme`,`city`,`language`,`eligibility`,`letter`,`has_recording`);--> statement-breakpoint
CREATE INDEX `application_listing_by_submitted` ON `application_listing` (`call_id`,`submitted_at`,`place`,`state`,`theme`,`city`,`language`,`eligibility`,`letter`,`has_recording`,`amount_minor`);--> statement-breakpoint
CREATE INDEX `application_listing_by_saved` ON `application_listing` (`call_id`,`saved_at`,`place`,`state`,`theme`,`city`,`language`,`eligibility`,`letter`,`has_recording`,`amount_minor`);--> statement-breakpoint
CREATE INDEX `application_listing_by_letter` ON `application_listing` (`call_id`,`letter`,`eligibility`,`place`);--> statement-breakpoint
CREATE TABLE `application_tally` (
	`call_id` text NOT NULL,
	`facet` text NOT NULL,
	`value` text NOT NULL,
	`count` integer NOT NULL,
	`amount_minor` integer NOT NULL,
	PRIMARY KEY(`call_id`, `facet`, `value`),
	CONSTRAINT "application_tally_counts" CHECK("application_tally"."count" >= 0 and "application_tally"."amount_minor" >= 0)
);
--> statement-breakpoint
-- Every mark belongs to its letter, so that Arabic and Tamil words stay whole; accents of Latin letters do not count.
CREATE VIRTUAL TABLE application_search USING fts5(
  reference, title, group_name, content = '', contentless_delete = 1, prefix = '2 3',
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
);
--> statement-breakpoint
-- What is taken out leaves no words behind.
INSERT INTO application_search (application_search, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
-- What was ever submitted is listed, as it is now. A draft never is.
CREATE TRIGGER application_is_listed AFTER UPDATE ON application WHEN new.submitted_at IS NOT NULL
BEGIN
  INSERT INTO application_listing (application_id, call_id, reference, title, group_name, theme, city, language,
    amount_minor, submitted_at, saved_at, state, has_recording)
  VALUES (new.id, new.call_id, new.reference, new.title, new.group_name, new.theme, new.city, new.language,
    new.amount_minor, new.submitted_at, new.saved_at, new.state,
    EXISTS (SELECT 1 FROM media WHERE application_id = new.id AND state = 'ready'))
  ON CONFLICT (application_id) DO UPDATE SET title = excluded.title, group_name = excluded.group_name,
    theme = excluded.theme, city = excluded.city, language = excluded.language, amount_minor = excluded.amount_minor,
    submitted_at = excluded.submitted_at, saved_at = excluded.saved_at, state = excluded.state;
END;
--> statement-breakpoint
CREATE TRIGGER media_is_listed AFTER UPDATE OF state ON media WHEN new.state = 'ready'
BEGIN
  UPDATE application_listing SET has_recording = 1 WHERE application_id = new.application_id;
END;
--> statement-breakpoint
CREATE TRIGGER media_is_no_longer_listed AFTER DELETE ON media
BEGIN
  UPDATE application_listing
  SET has_recording = EXISTS (SELECT 1 FROM media WHERE application_id = old.application_id AND state = 'ready')
  WHERE application_id = old.application_id;
END;
--> statement-breakpoint
CREATE TRIGGER application_listing_is_searched AFTER INSERT ON application_listing
BEGIN
  INSERT INTO application_search (rowid, reference, title, group_name)
  VALUES (new.place, new.reference, new.title, new.group_name);
END;
--> statement-breakpoint
CREATE TRIGGER application_listing_is_searched_anew AFTER UPDATE OF title, group_name ON application_listing
WHEN new.title IS NOT old.title COLLATE BINARY OR new.group_name IS NOT old.group_name COLLATE BINARY
BEGIN
  UPDATE application_search SET reference = new.reference, title = new.title, group_name = new.group_name
  WHERE rowid = new.place;
END;
--> statement-breakpoint
CREATE TRIGGER application_listing_is_tallied AFTER INSERT ON application_listing
BEGIN
  INSERT INTO application_tally (call_id, facet, value, count, amount_minor)
  SELECT new.call_id, facet, value, 1, new.amount_minor FROM (
    SELECT 'state' AS facet, new.state AS value UNION ALL SELECT 'theme', new.theme UNION ALL SELECT 'city', new.city
    UNION ALL SELECT 'language', new.language UNION ALL SELECT 'eligibility', new.eligibility
    UNION ALL SELECT 'recording', new.has_recording) WHERE true
  ON CONFLICT DO UPDATE SET count = count + 1, amount_minor = amount_minor + excluded.amount_minor;
END;
--> statement-breakpoint
CREATE TRIGGER application_listing_is_tallied_anew
AFTER UPDATE OF state, theme, city, language, eligibility, has_recording, amount_minor ON application_listing
WHEN new.state <> old.state OR new.theme <> old.theme OR new.city <> old.city
  OR new.language <> old.language OR new.eligibility <> old.eligibility OR new.has_recording <> old.has_recording
  OR new.amount_minor <> old.amount_minor
BEGIN
  UPDATE application_tally SET count = count - 1, amount_minor = amount_minor - old.amount_minor
  WHERE call_id = old.call_id AND (facet, value) IN (
    SELECT 'state', old.state UNION ALL SELECT 'theme', old.theme UNION ALL SELECT 'city', old.city
    UNION ALL SELECT 'language', old.language UNION ALL SELECT 'eligibility', old.eligibility
    UNION ALL SELECT 'recording', CAST(old.has_recording AS TEXT));
  INSERT INTO application_tally (call_id, facet, value, count, amount_minor)
  SELECT new.call_id, facet, value, 1, new.amount_minor FROM (
    SELECT 'state' AS facet, new.state AS value UNION ALL SELECT 'theme', new.theme UNION ALL SELECT 'city', new.city
    UNION ALL SELECT 'language', new.language UNION ALL SELECT 'eligibility', new.eligibility
    UNION ALL SELECT 'recording', new.has_recording) WHERE true
  ON CONFLICT DO UPDATE SET count = count + 1, amount_minor = amount_minor + excluded.amount_minor;
END;
--> statement-breakpoint
CREATE TRIGGER application_listing_stays BEFORE DELETE ON application_listing
BEGIN SELECT raise(ABORT, 'what was submitted stays in the list'); END;
--> statement-breakpoint
CREATE TRIGGER application_export_no_update BEFORE UPDATE ON application_export
BEGIN SELECT raise(ABORT, 'an export is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER application_export_no_delete BEFORE DELETE ON application_export
BEGIN SELECT raise(ABORT, 'an export is never rewritten'); END;
--> statement-breakpoint
-- Somebody reads from the stop on: who is read does not change any more.
CREATE TRIGGER eligibility_check_in_time BEFORE INSERT ON eligibility_check
WHEN NOT EXISTS (SELECT 1 FROM application WHERE id = new.application_id AND state = 'submitted')
  OR EXISTS (
    SELECT 1 FROM application JOIN entry_stop ON entry_stop.call_id = application.call_id
    WHERE application.id = new.application_id)
BEGIN SELECT raise(ABORT, 'an application is checked once it is submitted and before it is scored'); END;
--> statement-breakpoint
CREATE TRIGGER eligibility_check_is_the_next BEFORE INSERT ON eligibility_check
WHEN new.turn <> 1 + (SELECT count(*) FROM eligibility_check WHERE application_id = new.application_id)
BEGIN SELECT raise(ABORT, 'the checks of an application follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER eligibility_check_no_update BEFORE UPDATE ON eligibility_check
BEGIN SELECT raise(ABORT, 'a check is never rewritten: another one follows it'); END;
--> statement-breakpoint
CREATE TRIGGER eligibility_check_no_delete BEFORE DELETE ON eligibility_check
BEGIN SELECT raise(ABORT, 'a check is never rewritten: another one follows it'); END;
--> statement-breakpoint
-- Whoever heard of one decision hears of the next, whichever way it goes.
CREATE TRIGGER eligibility_check_is_listed AFTER INSERT ON eligibility_check
BEGIN
  UPDATE application_listing SET
    check_id = new.id,
    eligibility = CASE new.outcome WHEN 'taken-back' THEN 'unchecked' ELSE new.outcome END,
    letter = CASE WHEN new.outcome IN ('not-eligible', 'more-needed') OR EXISTS (
      SELECT 1 FROM eligibility_letter JOIN eligibility_check ON eligibility_check.id = eligibility_letter.check_id
      WHERE eligibility_check.application_id = new.application_id) THEN 'waiting' ELSE 'none' END
  WHERE application_id = new.application_id;
END;
--> statement-breakpoint
CREATE TRIGGER eligibility_letter_of_the_last_check BEFORE INSERT ON eligibility_letter
WHEN NOT EXISTS (SELECT 1 FROM application_listing WHERE check_id = new.check_id AND letter = 'waiting' AND application_id = (
  SELECT application_id FROM eligibility_check WHERE id = new.check_id))
BEGIN SELECT raise(ABORT, 'people are told of the decision that counts, once'); END;
--> statement-breakpoint
CREATE TRIGGER eligibility_letter_is_listed AFTER INSERT ON eligibility_letter
BEGIN
  UPDATE application_listing SET letter = 'told'
  WHERE application_id = (SELECT application_id FROM eligibility_check WHERE id = new.check_id);
END;
--> statement-breakpoint
CREATE TRIGGER eligibility_letter_no_update BEFORE UPDATE ON eligibility_letter
BEGIN SELECT raise(ABORT, 'what people were told stays told'); END;
--> statement-breakpoint
CREATE TRIGGER eligibility_letter_no_delete BEFORE DELETE ON eligibility_letter
BEGIN SELECT raise(ABORT, 'what people were told stays told'); END;
--> statement-breakpoint
-- A batch is what was done; only undoing it adds to it, once.
CREATE TRIGGER eligibility_batch_is_undone_once BEFORE UPDATE ON eligibility_batch
WHEN old.undone_at IS NOT NULL OR new.id IS NOT old.id OR new.call_id IS NOT old.call_id OR new.outcome IS NOT old.outcome
  OR new.chosen IS NOT old.chosen OR new.marked IS NOT old.marked OR new.skipped IS NOT old.skipped
  OR new.made_by IS NOT old.made_by OR new.made_at IS NOT old.made_at
BEGIN SELECT raise(ABORT, 'a batch stays as it was done'); END;
--> statement-breakpoint
CREATE TRIGGER eligibility_batch_stays BEFORE DELETE ON eligibility_batch
BEGIN SELECT raise(ABORT, 'a batch stays as it was done'); END;
--> statement-breakpoint
-- Through the triggers, so that the search and the tally know it too.
INSERT INTO application_listing (application_id, call_id, reference, title, group_name, theme, city, language,
  amount_minor, submitted_at, saved_at, state, has_recording)
SELECT id, call_id, reference, title, group_name, theme, city, language, amount_minor, submitted_at, saved_at, state,
  EXISTS (SELECT 1 FROM media WHERE media.application_id = application.id AND media.state = 'ready')
FROM application WHERE submitted_at IS NOT NULL ORDER BY submitted_at, id;

CREATE TABLE `file_store_claim` (
	`one` integer PRIMARY KEY NOT NULL,
	`portal_id` text NOT NULL,
	`sweeps` integer NOT NULL,
	CONSTRAINT "file_store_claim_one" CHECK("file_store_claim"."one" = 1 and "file_store_claim"."sweeps" >= 0)
);
--> statement-breakpoint
DROP INDEX `message_due`;--> statement-breakpoint
DROP INDEX `message_on_its_way`;--> statement-breakpoint
ALTER TABLE `message` ADD `asked_at` integer;--> statement-breakpoint
CREATE INDEX `message_due` ON `message` (`state`,`channel`,`try_after`);--> statement-breakpoint
CREATE INDEX `message_on_its_way` ON `message` (`asked_at`,`sent_at`) WHERE provider_id is not null and delivery is null;--> statement-breakpoint
ALTER TABLE `media_copy` ADD `try_after` integer;--> statement-breakpoint
ALTER TABLE `media_copy` ADD `original_gone_at` integer;--> statement-breakpoint
CREATE INDEX `media_copy_with_original` ON `media_copy` (`state_at`) WHERE state = 'ready' and original_gone_at is null;
--> statement-breakpoint
DROP TRIGGER application_is_listed;
--> statement-breakpoint
DROP TRIGGER media_is_listed;
--> statement-breakpoint
DROP TRIGGER media_is_no_longer_listed;
--> statement-breakpoint
DROP TRIGGER application_listing_stays;
--> statement-breakpoint
-- Tests that were sent while they were still listed: a call could not be published with them.
DELETE FROM application_search WHERE rowid IN (
  SELECT place FROM application_listing JOIN application ON application.id = application_listing.application_id
  WHERE application.reference GLOB 'TEST-*');
--> statement-breakpoint
DELETE FROM application_listing
WHERE application_id IN (SELECT id FROM application WHERE reference GLOB 'TEST-*');
--> statement-breakpoint
UPDATE application_listing SET has_recording = EXISTS (
  SELECT 1 FROM media
  WHERE media.application_id = application_listing.application_id AND media.state = 'ready' AND media.kind <> 'file');
--> statement-breakpoint
-- Counted anew from what is listed now.
DELETE FROM application_tally;
--> statement-breakpoint
INSERT INTO application_tally (call_id, facet, value, count, amount_minor)
SELECT call_id, facet, value, count(*), sum(amount_minor) FROM (
  SELECT call_id, 'state' AS facet, state AS value, amount_minor FROM application_listing
  UNION ALL SELECT call_id, 'theme', theme, amount_minor FROM application_listing
  UNION ALL SELECT call_id, 'city', city, amount_minor FROM application_listing
  UNION ALL SELECT call_id, 'language', language, amount_minor FROM application_listing
  UNION ALL SELECT call_id, 'eligibility', eligibility, amount_minor FROM application_listing
  UNION ALL SELECT call_id, 'recording', has_recording, amount_minor FROM application_listing)
GROUP BY call_id, facet, value;
--> statement-breakpoint
-- What was ever submitted is listed, as it is now. A draft never is, and no test of a call that is not published.
CREATE TRIGGER application_is_listed AFTER UPDATE ON application
WHEN new.submitted_at IS NOT NULL AND new.reference NOT GLOB 'TEST-*'
BEGIN
  INSERT INTO application_listing (application_id, call_id, reference, title, group_name, theme, city, language,
    amount_minor, submitted_at, saved_at, state, has_recording)
  VALUES (new.id, new.call_id, new.reference, new.title, new.group_name, new.theme, new.city, new.language,
    new.amount_minor, new.submitted_at, new.saved_at, new.state,
    EXISTS (SELECT 1 FROM media WHERE application_id = new.id AND state = 'ready' AND kind <> 'file'))
  ON CONFLICT (application_id) DO UPDATE SET title = excluded.title, group_name = excluded.group_name,
    theme = excluded.theme, city = excluded.city, language = excluded.language, amount_minor = excluded.amount_minor,
    submitted_at = excluded.submitted_at, saved_at = excluded.saved_at, state = excluded.state;
END;
--> statement-breakpoint
-- A letter or a picture is no recording.
CREATE TRIGGER media_is_listed AFTER UPDATE OF state ON media WHEN new.state = 'ready' AND new.kind <> 'file'
BEGIN
  UPDATE application_listing SET has_recording = 1 WHERE application_id = new.application_id;
END;
--> statement-breakpoint
CREATE TRIGGER media_is_no_longer_listed AFTER DELETE ON media
BEGIN
  UPDATE application_listing
  SET has_recording = EXISTS (
    SELECT 1 FROM media WHERE application_id = old.application_id AND state = 'ready' AND kind <> 'file')
  WHERE application_id = old.application_id;
END;
--> statement-breakpoint
CREATE TRIGGER application_listing_stays BEFORE DELETE ON application_listing
BEGIN SELECT raise(ABORT, 'what was submitted stays in the list'); END;

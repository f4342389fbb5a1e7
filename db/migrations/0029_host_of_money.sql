-- What names the table that is built anew is put back as it was once it stands.
DROP TRIGGER application_submitted_is_frozen;
--> statement-breakpoint
DROP TRIGGER answer_insert_frozen;
--> statement-breakpoint
DROP TRIGGER answer_update_frozen;
--> statement-breakpoint
DROP TRIGGER media_insert_frozen;
--> statement-breakpoint
DROP TRIGGER media_update_frozen;
--> statement-breakpoint
DROP TRIGGER media_gives_its_place;
--> statement-breakpoint
DROP TRIGGER media_delete_frozen;
--> statement-breakpoint
DROP TRIGGER reopened_part_is_named_at_once;
--> statement-breakpoint
DROP TRIGGER reopened_part_is_written_in_time;
--> statement-breakpoint
DROP TRIGGER reopened_part_stays;
--> statement-breakpoint
CREATE TABLE `__new_reopened_part` (
	`id` text PRIMARY KEY NOT NULL,
	`reopening_id` text NOT NULL,
	`question_id` text,
	`detail` text,
	`before` text NOT NULL,
	`text` text NOT NULL,
	`words` integer NOT NULL,
	`revision` integer NOT NULL,
	`saved_at` integer,
	FOREIGN KEY (`reopening_id`) REFERENCES `application_reopening`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`) REFERENCES `call_question`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reopened_part_one" CHECK(("__new_reopened_part"."question_id" is null) <> ("__new_reopened_part"."detail" is null)),
	CONSTRAINT "reopened_part_known" CHECK("__new_reopened_part"."detail" is null or "__new_reopened_part"."detail" in ('groupName', 'title', 'oneLine', 'theme', 'city', 'amountMinor', 'moneyHolder', 'hostName')),
	CONSTRAINT "reopened_part_counts" CHECK("__new_reopened_part"."words" >= 0 and "__new_reopened_part"."revision" >= 0),
	CONSTRAINT "reopened_part_untouched" CHECK("__new_reopened_part"."saved_at" is not null or "__new_reopened_part"."text" = "__new_reopened_part"."before")
);
--> statement-breakpoint
INSERT INTO `__new_reopened_part`("id", "reopening_id", "question_id", "detail", "before", "text", "words", "revision", "saved_at") SELECT "id", "reopening_id", "question_id", "detail", "before", "text", "words", "revision", "saved_at" FROM `reopened_part`;--> statement-breakpoint
DROP TABLE `reopened_part`;--> statement-breakpoint
ALTER TABLE `__new_reopened_part` RENAME TO `reopened_part`;--> statement-breakpoint
CREATE UNIQUE INDEX `reopened_part_question` ON `reopened_part` (`reopening_id`,`question_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `reopened_part_detail` ON `reopened_part` (`reopening_id`,`detail`);--> statement-breakpoint
ALTER TABLE `application` ADD `money_holder` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `application` ADD `host_name` text DEFAULT '' NOT NULL;
--> statement-breakpoint
-- What the panel reads is what was submitted. A reopened detail changes to what was written for it, and nothing else does.
CREATE TRIGGER application_submitted_is_frozen BEFORE UPDATE ON application
WHEN old.state <> 'draft' AND (
  new.call_id IS NOT old.call_id OR new.reference IS NOT old.reference
  OR new.language IS NOT old.language OR new.details_revision IS NOT old.details_revision
  OR new.details_saved_by IS NOT old.details_saved_by OR new.details_saved_at IS NOT old.details_saved_at
  OR new.created_at IS NOT old.created_at OR new.submitted_at IS NOT old.submitted_at
  OR (new.saved_at IS NOT old.saved_at AND NOT EXISTS (
    SELECT 1 FROM application_reopening AS reopening
    WHERE reopening.application_id = old.id AND old.state = 'submitted' AND new.state = 'submitted'
      AND reopening.sent_at IS NULL AND reopening.taken_back_at IS NULL
      AND new.saved_at >= reopening.reopened_at AND new.saved_at < reopening.until_at))
  OR EXISTS (
    SELECT 1 FROM (
      SELECT 'groupName' AS detail, old.group_name AS before, new.group_name AS after
      UNION ALL SELECT 'title', old.title, new.title
      UNION ALL SELECT 'oneLine', old.one_line, new.one_line
      UNION ALL SELECT 'theme', old.theme, new.theme
      UNION ALL SELECT 'city', old.city, new.city
      UNION ALL SELECT 'amountMinor', CAST(old.amount_minor AS TEXT), CAST(new.amount_minor AS TEXT)
      UNION ALL SELECT 'moneyHolder', old.money_holder, new.money_holder
      UNION ALL SELECT 'hostName', old.host_name, new.host_name
    ) AS changed
    WHERE changed.after IS NOT changed.before AND NOT EXISTS (
      SELECT 1 FROM reopened_part AS part JOIN application_reopening AS reopening ON reopening.id = part.reopening_id
      WHERE reopening.application_id = old.id AND old.state = 'submitted' AND new.state = 'submitted'
        AND reopening.sent_at IS NULL AND reopening.taken_back_at IS NULL
        AND new.saved_at >= reopening.reopened_at AND new.saved_at < reopening.until_at
        AND part.detail = changed.detail AND part.text IS changed.after))
)
BEGIN SELECT raise(ABORT, 'an application is frozen once it is submitted'); END;
--> statement-breakpoint
-- A host is named where one would hold the money, and nowhere else.
CREATE TRIGGER application_holder_known BEFORE INSERT ON application
WHEN new.money_holder NOT IN ('', 'ourselves', 'host', 'unknown') OR (new.host_name <> '' AND new.money_holder <> 'host')
BEGIN SELECT raise(ABORT, 'a host is named where one would hold the money'); END;
--> statement-breakpoint
CREATE TRIGGER application_holder_stays_known BEFORE UPDATE OF money_holder, host_name ON application
WHEN new.money_holder NOT IN ('', 'ourselves', 'host', 'unknown') OR (new.host_name <> '' AND new.money_holder <> 'host')
BEGIN SELECT raise(ABORT, 'a host is named where one would hold the money'); END;
--> statement-breakpoint
-- The same for an answer. The reopening ends by the clock of the save.
CREATE TRIGGER answer_insert_frozen BEFORE INSERT ON answer
WHEN (SELECT state FROM application WHERE id = new.application_id) <> 'draft' AND NOT EXISTS (
  SELECT 1 FROM reopened_part AS part JOIN application_reopening AS reopening ON reopening.id = part.reopening_id
    JOIN application ON application.id = reopening.application_id
  WHERE application.id = new.application_id AND application.state = 'submitted' AND part.question_id = new.question_id
    AND reopening.sent_at IS NULL AND reopening.taken_back_at IS NULL AND new.saved_at < reopening.until_at
    AND part.text = new.text)
BEGIN SELECT raise(ABORT, 'answers are frozen once an application is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER answer_update_frozen BEFORE UPDATE ON answer
WHEN new.application_id IS NOT old.application_id OR new.question_id IS NOT old.question_id
  OR ((SELECT state FROM application WHERE id = old.application_id) <> 'draft' AND NOT EXISTS (
    SELECT 1 FROM reopened_part AS part JOIN application_reopening AS reopening ON reopening.id = part.reopening_id
      JOIN application ON application.id = reopening.application_id
    WHERE application.id = old.application_id AND application.state = 'submitted' AND part.question_id = old.question_id
      AND reopening.sent_at IS NULL AND reopening.taken_back_at IS NULL AND new.saved_at < reopening.until_at
      AND part.text = new.text))
BEGIN SELECT raise(ABORT, 'answers are frozen once an application is submitted'); END;
--> statement-breakpoint
-- After sending, a recording comes only for a question that is reopened, and stands aside until it is sent.
CREATE TRIGGER media_insert_frozen BEFORE INSERT ON media
WHEN (new.reopened_part_id IS NULL AND (SELECT state FROM application WHERE id = new.application_id) <> 'draft')
  OR (new.aside IS 'unsent') <> (new.reopened_part_id IS NOT NULL)
  OR (new.reopened_part_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM reopened_part AS part JOIN application_reopening AS reopening ON reopening.id = part.reopening_id
      JOIN application ON application.id = reopening.application_id
    WHERE part.id = new.reopened_part_id AND part.question_id = new.question_id
      AND application.id = new.application_id AND application.state = 'submitted'
      AND reopening.sent_at IS NULL AND reopening.taken_back_at IS NULL AND new.created_at < reopening.until_at))
BEGIN SELECT raise(ABORT, 'recordings are frozen once an application is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER media_update_frozen BEFORE UPDATE ON media
WHEN new.application_id IS NOT old.application_id OR new.question_id IS NOT old.question_id
  OR new.reopened_part_id IS NOT old.reopened_part_id OR old.aside IS 'earlier'
  OR (old.aside IS NULL AND new.aside IS NULL AND (SELECT state FROM application WHERE id = old.application_id) <> 'draft')
  OR (old.aside IS 'unsent' AND EXISTS (
    SELECT 1 FROM reopened_part AS part JOIN application_reopening AS reopening ON reopening.id = part.reopening_id
    WHERE part.id = old.reopened_part_id AND reopening.sent_at IS NOT NULL))
BEGIN SELECT raise(ABORT, 'recordings are frozen once an application is submitted'); END;
--> statement-breakpoint
-- What was sent steps aside for what is sent in its place, and in no other case.
CREATE TRIGGER media_gives_its_place BEFORE UPDATE OF aside ON media
WHEN new.aside IS NOT old.aside AND NOT EXISTS (
  SELECT 1 FROM media AS anew JOIN reopened_part AS part ON part.id = anew.reopened_part_id
    JOIN application_reopening AS reopening ON reopening.id = part.reopening_id
  WHERE anew.application_id = old.application_id AND anew.question_id = old.question_id
    AND anew.aside = 'unsent' AND anew.state = 'ready'
    AND reopening.sent_at IS NULL AND reopening.taken_back_at IS NULL
    AND ((old.aside IS NULL AND new.aside IS 'earlier' AND old.state = 'ready')
      OR (old.id = anew.id AND new.aside IS NULL)))
BEGIN SELECT raise(ABORT, 'a recording gives its place to one that is sent again'); END;
--> statement-breakpoint
CREATE TRIGGER media_delete_frozen BEFORE DELETE ON media
WHEN (old.reopened_part_id IS NULL
    AND EXISTS (SELECT 1 FROM application WHERE id = old.application_id AND state <> 'draft' AND reference NOT GLOB 'TEST-*'))
  OR (old.reopened_part_id IS NOT NULL AND old.aside IS NOT 'unsent')
BEGIN SELECT raise(ABORT, 'recordings are frozen once an application is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER reopened_part_is_named_at_once BEFORE INSERT ON reopened_part
WHEN new.saved_at IS NOT NULL OR new.revision <> 0
  OR NOT EXISTS (
    SELECT 1 FROM application_reopening AS reopening JOIN application ON application.id = reopening.application_id
    WHERE reopening.id = new.reopening_id AND reopening.sent_at IS NULL AND reopening.taken_back_at IS NULL
      AND (new.question_id IS NULL
        OR (SELECT call_id FROM call_question WHERE id = new.question_id) IS application.call_id))
BEGIN SELECT raise(ABORT, 'what is reopened is a part of this application'); END;
--> statement-breakpoint
CREATE TRIGGER reopened_part_is_written_in_time BEFORE UPDATE ON reopened_part
WHEN new.id IS NOT old.id OR new.reopening_id IS NOT old.reopening_id OR new.question_id IS NOT old.question_id
  OR new.detail IS NOT old.detail OR new.before IS NOT old.before
  OR NOT EXISTS (
    SELECT 1 FROM application_reopening AS reopening JOIN application ON application.id = reopening.application_id
    WHERE reopening.id = old.reopening_id AND application.state = 'submitted'
      AND reopening.sent_at IS NULL AND reopening.taken_back_at IS NULL AND new.saved_at < reopening.until_at)
BEGIN SELECT raise(ABORT, 'a reopened part is written until its time is over'); END;
--> statement-breakpoint
CREATE TRIGGER reopened_part_stays BEFORE DELETE ON reopened_part
BEGIN SELECT raise(ABORT, 'a reopening is never deleted'); END;

CREATE TABLE `media_copy` (
	`media_id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`percent` integer NOT NULL,
	`tries` integer NOT NULL,
	`state_at` integer NOT NULL,
	`mime` text,
	`bytes` integer,
	`sha256` text,
	FOREIGN KEY (`media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "media_copy_state" CHECK("media_copy"."state" in ('waiting', 'transcoding', 'ready', 'failed')),
	CONSTRAINT "media_copy_counts" CHECK("media_copy"."percent" between 0 and 100 and "media_copy"."tries" >= 0),
	CONSTRAINT "media_copy_whole" CHECK("media_copy"."state" <> 'ready' or ("media_copy"."mime" is not null and "media_copy"."bytes" is not null and "media_copy"."sha256" is not null))
);
--> statement-breakpoint
CREATE INDEX `media_copy_by_state` ON `media_copy` (`state`,`state_at`);--> statement-breakpoint
CREATE TABLE `media_poster` (
	`media_id` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `media_text` (
	`media_id` text NOT NULL,
	`kind` text NOT NULL,
	`language` text NOT NULL,
	`text` text NOT NULL,
	`revision` integer NOT NULL,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	`approved_by` text,
	`approved_at` integer,
	PRIMARY KEY(`media_id`, `kind`),
	FOREIGN KEY (`media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`written_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "media_text_kind" CHECK("media_text"."kind" in ('captions', 'transcript')),
	CONSTRAINT "media_text_written" CHECK("media_text"."text" <> '' and "media_text"."revision" > 0),
	CONSTRAINT "media_text_approved" CHECK(("media_text"."approved_at" is null) = ("media_text"."approved_by" is null))
);
--> statement-breakpoint
-- A trigger that names a table keeps another from taking that name: these come back below.
DROP TRIGGER answer_to_own_call;
--> statement-breakpoint
DROP TRIGGER answer_translation_to_own_call;
--> statement-breakpoint
DROP TRIGGER application_test_goes_whole;
--> statement-breakpoint
DROP TRIGGER call_published_with_its_text;
--> statement-breakpoint
DROP TRIGGER call_question_goes_with_its_tests;
--> statement-breakpoint
DROP TRIGGER help_question_of_own_call;
--> statement-breakpoint
DROP TRIGGER media_to_own_call;
--> statement-breakpoint
DROP TRIGGER reopened_part_is_named_at_once;
--> statement-breakpoint
CREATE TABLE `__new_media` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`question_id` text NOT NULL,
	`file_name` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256_given` text,
	`sha256` text,
	`kind` text,
	`mime` text,
	`seconds` real,
	`state` text NOT NULL,
	`rejected_reason` text,
	`created_at` integer NOT NULL,
	`state_at` integer NOT NULL,
	`stored_name` text,
	`language` text,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`) REFERENCES `call_question`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "media_state" CHECK("__new_media"."state" in ('receiving', 'hashing', 'probing', 'ready', 'rejected')),
	CONSTRAINT "media_bytes" CHECK("__new_media"."bytes" between 0 and 524288000),
	CONSTRAINT "media_ready_whole" CHECK(("__new_media"."state" = 'ready') = ("__new_media"."stored_name" is not null)
        and ("__new_media"."state" <> 'ready' or ("__new_media"."sha256" is not null and "__new_media"."mime" is not null and "__new_media"."kind" is not null))),
	CONSTRAINT "media_kind" CHECK("__new_media"."kind" is null or "__new_media"."kind" in ('video', 'audio', 'file')),
	CONSTRAINT "media_plays" CHECK("__new_media"."kind" is null or ("__new_media"."kind" = 'file') = ("__new_media"."seconds" is null)),
	CONSTRAINT "media_rejected_why" CHECK(("__new_media"."state" = 'rejected') = ("__new_media"."rejected_reason" is not null))
);
--> statement-breakpoint
INSERT INTO `__new_media`("id", "application_id", "question_id", "file_name", "bytes", "sha256_given", "sha256", "kind", "mime", "seconds", "state", "rejected_reason", "created_at", "state_at", "stored_name", "language") SELECT "id", "application_id", "question_id", "file_name", "bytes", "sha256_given", "sha256", CASE WHEN "state" = 'ready' THEN 'video' END, "mime", "seconds", "state", "rejected_reason", "created_at", "state_at", "stored_name", "language" FROM `media`;--> statement-breakpoint
DROP TABLE `media`;--> statement-breakpoint
ALTER TABLE `__new_media` RENAME TO `media`;--> statement-breakpoint
CREATE UNIQUE INDEX `media_stored_name_unique` ON `media` (`stored_name`);--> statement-breakpoint
CREATE INDEX `media_by_application` ON `media` (`application_id`,`question_id`);--> statement-breakpoint
CREATE INDEX `media_by_state` ON `media` (`state`,`state_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `media_one_ready` ON `media` (`application_id`,`question_id`) WHERE state = 'ready';--> statement-breakpoint
CREATE UNIQUE INDEX `media_one_arriving` ON `media` (`application_id`,`question_id`) WHERE state <> 'ready';--> statement-breakpoint
CREATE TABLE `__new_call_question` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`section` text NOT NULL,
	`label` text NOT NULL,
	`guidance` text NOT NULL,
	`words_max` integer NOT NULL,
	`minutes` integer,
	`required` integer NOT NULL,
	`by_video` integer NOT NULL,
	`by_voice` integer NOT NULL,
	`options` text NOT NULL,
	`only_if` text,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "call_question_place" CHECK("__new_call_question"."position" between 1 and 30),
	CONSTRAINT "call_question_kind" CHECK("__new_call_question"."kind" in ('text', 'line', 'choice', 'choices', 'number', 'date', 'money-table', 'links', 'recording', 'file')),
	CONSTRAINT "call_question_words" CHECK("__new_call_question"."words_max" between 0 and 2000 and ("__new_call_question"."words_max" > 0) = ("__new_call_question"."kind" in ('text', 'line'))),
	CONSTRAINT "call_question_minutes" CHECK("__new_call_question"."minutes" is null or "__new_call_question"."minutes" between 1 and 240)
);
--> statement-breakpoint
INSERT INTO `__new_call_question`("id", "call_id", "position", "kind", "section", "label", "guidance", "words_max", "minutes", "required", "by_video", "by_voice", "options", "only_if") SELECT "id", "call_id", "position", "kind", "section", "label", "guidance", "words_max", "minutes", "required", "by_video", 0, "options", "only_if" FROM `call_question`;--> statement-breakpoint
DROP TABLE `call_question`;--> statement-breakpoint
ALTER TABLE `__new_call_question` RENAME TO `call_question`;--> statement-breakpoint
CREATE INDEX `call_question_position` ON `call_question` (`call_id`,`position`);
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
CREATE TRIGGER help_question_of_own_call BEFORE INSERT ON help_question
WHEN new.question_id IS NOT NULL AND (SELECT call_id FROM call_question WHERE id = new.question_id)
  IS NOT (SELECT call_id FROM application WHERE id = new.application_id)
BEGIN SELECT raise(ABORT, 'what is asked about belongs to its own call'); END;
--> statement-breakpoint
-- A test application is thrown away with all that hangs on it.
CREATE TRIGGER application_test_goes_whole BEFORE DELETE ON application WHEN old.reference GLOB 'TEST-*'
BEGIN
  DELETE FROM answer WHERE application_id = old.id;
  DELETE FROM media WHERE application_id = old.id;
END;
--> statement-breakpoint
-- A question that is taken out of a draft takes with it what was answered to try it out.
CREATE TRIGGER call_question_goes_with_its_tests BEFORE DELETE ON call_question
WHEN (SELECT state FROM call WHERE id = old.call_id) = 'draft'
BEGIN
  DELETE FROM answer WHERE question_id = old.id;
  DELETE FROM media WHERE question_id = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER answer_to_own_call BEFORE INSERT ON answer
WHEN (SELECT call_id FROM call_question WHERE id = new.question_id) IS NOT (SELECT call_id FROM application WHERE id = new.application_id)
BEGIN SELECT raise(ABORT, 'an answer belongs to a question of its own call'); END;
--> statement-breakpoint
CREATE TRIGGER media_insert_frozen BEFORE INSERT ON media
WHEN (SELECT state FROM application WHERE id = new.application_id) <> 'draft'
BEGIN SELECT raise(ABORT, 'recordings are frozen once an application is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER media_update_frozen BEFORE UPDATE ON media
WHEN (SELECT state FROM application WHERE id = old.application_id) <> 'draft'
  OR new.application_id IS NOT old.application_id OR new.question_id IS NOT old.question_id
BEGIN SELECT raise(ABORT, 'recordings are frozen once an application is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER media_delete_frozen BEFORE DELETE ON media
WHEN EXISTS (SELECT 1 FROM application WHERE id = old.application_id AND state <> 'draft' AND reference NOT GLOB 'TEST-*')
BEGIN SELECT raise(ABORT, 'recordings are frozen once an application is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER media_to_own_call BEFORE INSERT ON media
WHEN (SELECT call_id FROM call_question WHERE id = new.question_id) IS NOT (SELECT call_id FROM application WHERE id = new.application_id)
BEGIN SELECT raise(ABORT, 'a recording belongs to a question of its own call'); END;
--> statement-breakpoint
-- A file that others may have watched is replaced, never changed; only the language that it is said to be in is.
CREATE TRIGGER media_final_is_final BEFORE UPDATE OF id, application_id, question_id, file_name, bytes, sha256_given, sha256,
  kind, mime, seconds, state, rejected_reason, created_at, state_at, stored_name ON media
WHEN old.state IN ('ready', 'rejected')
BEGIN SELECT raise(ABORT, 'a recording that was judged is final'); END;
--> statement-breakpoint
-- A copy that others may have watched stays as it is.
CREATE TRIGGER media_copy_final_is_final BEFORE UPDATE ON media_copy WHEN old.state = 'ready' OR new.media_id IS NOT old.media_id
BEGIN SELECT raise(ABORT, 'a copy that is ready is final'); END;
--> statement-breakpoint
CREATE TRIGGER media_copy_of_a_recording BEFORE INSERT ON media_copy
WHEN (SELECT kind FROM media WHERE id = new.media_id) IS NULL OR (SELECT kind FROM media WHERE id = new.media_id) = 'file'
BEGIN SELECT raise(ABORT, 'only a recording that was judged is copied'); END;
--> statement-breakpoint
CREATE TRIGGER media_poster_no_update BEFORE UPDATE ON media_poster
BEGIN SELECT raise(ABORT, 'a poster is made once'); END;
--> statement-breakpoint
CREATE TRIGGER media_text_insert_frozen BEFORE INSERT ON media_text
WHEN (SELECT application.state FROM application JOIN media ON media.application_id = application.id WHERE media.id = new.media_id) <> 'draft'
BEGIN SELECT raise(ABORT, 'captions are frozen once an application is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER media_text_update_frozen BEFORE UPDATE ON media_text
WHEN (SELECT application.state FROM application JOIN media ON media.application_id = application.id WHERE media.id = old.media_id) <> 'draft'
  OR new.media_id IS NOT old.media_id OR new.kind IS NOT old.kind
BEGIN SELECT raise(ABORT, 'captions are frozen once an application is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER media_text_delete_frozen BEFORE DELETE ON media_text
WHEN (SELECT application.state FROM application JOIN media ON media.application_id = application.id WHERE media.id = old.media_id) <> 'draft'
BEGIN SELECT raise(ABORT, 'captions are frozen once an application is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER media_text_changed_is_approved_again BEFORE UPDATE ON media_text
WHEN (new.text IS NOT old.text OR new.language IS NOT old.language) AND new.approved_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a changed text is approved again'); END;
--> statement-breakpoint
CREATE TRIGGER answer_translation_to_own_call BEFORE INSERT ON answer_translation
WHEN (SELECT call_id FROM call_question WHERE id = new.question_id) IS NOT (SELECT call_id FROM application WHERE id = new.application_id)
BEGIN SELECT raise(ABORT, 'a translation belongs to a question of its own call'); END;
--> statement-breakpoint
CREATE TRIGGER answer_translation_falls_with_recording AFTER DELETE ON media WHEN old.state = 'ready'
BEGIN
  UPDATE answer_translation SET approved_at = NULL, approved_by = NULL
  WHERE application_id = old.application_id AND question_id = old.question_id AND approved_at IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER call_published_with_its_text BEFORE UPDATE ON call WHEN new.state = 'published' AND (
  NOT EXISTS (SELECT 1 FROM call_publication WHERE call_id = new.id AND published_at = new.published_at)
  OR NOT EXISTS (SELECT 1 FROM call_question WHERE call_id = new.id)
  OR (SELECT coalesce(sum(weight_percent), 0) FROM call_criterion WHERE call_id = new.id) <> 100
  OR EXISTS (
    SELECT 1 FROM call_criterion WHERE call_id = new.id
    AND (SELECT count(*) FROM score_anchor WHERE criterion_id = call_criterion.id) <> 5
  )
  OR EXISTS (SELECT 1 FROM call_change WHERE draft_id = new.id)
)
BEGIN SELECT raise(ABORT, 'a call is published whole, with its text'); END;
--> statement-breakpoint
-- A question that comes later is one that nobody has to answer.
CREATE TRIGGER call_question_insert_frozen BEFORE INSERT ON call_question
WHEN (SELECT state FROM call WHERE id = new.call_id) = 'published' AND (
  new.required = 1 OR NOT EXISTS (SELECT 1 FROM call_change WHERE call_id = new.call_id AND publishing = 1)
)
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_question_update_frozen BEFORE UPDATE ON call_question
WHEN EXISTS (SELECT 1 FROM call WHERE id IN (old.call_id, new.call_id) AND state = 'published') AND (
  NOT EXISTS (SELECT 1 FROM call_change WHERE call_id = old.call_id AND publishing = 1)
  OR new.id IS NOT old.id OR new.call_id IS NOT old.call_id OR new.kind IS NOT old.kind OR new.label IS NOT old.label
  OR new.required IS NOT old.required OR new.only_if IS NOT old.only_if
  OR new.words_max < old.words_max OR new.by_video < old.by_video
)
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_question_delete_frozen BEFORE DELETE ON call_question
WHEN (SELECT state FROM call WHERE id = old.call_id) = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;

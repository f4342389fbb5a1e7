CREATE TABLE `answer_translation` (
	`application_id` text NOT NULL,
	`question_id` text NOT NULL,
	`language` text NOT NULL,
	`text` text NOT NULL,
	`revision` integer NOT NULL,
	`of_revision` integer NOT NULL,
	`origin` text NOT NULL,
	`written_by` text NOT NULL,
	`translator` text NOT NULL,
	`written_at` integer NOT NULL,
	`approved_at` integer,
	`approved_by` text,
	PRIMARY KEY(`application_id`, `question_id`, `language`),
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`question_id`) REFERENCES `call_question`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "answer_translation_text" CHECK("answer_translation"."text" <> '' and "answer_translation"."revision" > 0 and "answer_translation"."of_revision" >= 0),
	CONSTRAINT "answer_translation_origin" CHECK("answer_translation"."origin" in ('person', 'machine')),
	CONSTRAINT "answer_translation_approved" CHECK(("answer_translation"."approved_at" is null) = ("answer_translation"."approved_by" is null))
);
--> statement-breakpoint
CREATE TABLE `word_suggestion` (
	`id` text PRIMARY KEY NOT NULL,
	`language` text NOT NULL,
	`page` text NOT NULL,
	`sentence` text NOT NULL,
	`better` text NOT NULL,
	`created_at` integer NOT NULL,
	`settled_at` integer,
	CONSTRAINT "word_suggestion_whole" CHECK("word_suggestion"."better" <> '' and length("word_suggestion"."better") <= 1000 and length("word_suggestion"."sentence") <= 1000)
);
--> statement-breakpoint
CREATE INDEX `word_suggestion_by_time` ON `word_suggestion` (`settled_at`,`created_at`);--> statement-breakpoint
ALTER TABLE `answer` ADD `language` text;--> statement-breakpoint
ALTER TABLE `media` ADD `language` text;--> statement-breakpoint
ALTER TABLE `person` ADD `language_chosen_at` integer;
--> statement-breakpoint
DROP TRIGGER media_final_is_final;--> statement-breakpoint
-- A file that others may have watched is replaced, never changed; only the language that it is said to be in is.
CREATE TRIGGER media_final_is_final BEFORE UPDATE OF id, application_id, question_id, file_name, bytes, sha256_given, sha256,
  mime, seconds, state, rejected_reason, created_at, state_at, stored_name ON media
WHEN old.state IN ('ready', 'rejected')
BEGIN SELECT raise(ABORT, 'a recording that was judged is final'); END;
--> statement-breakpoint
CREATE TRIGGER answer_translation_to_own_call BEFORE INSERT ON answer_translation
WHEN (SELECT call_id FROM call_question WHERE id = new.question_id) IS NOT (SELECT call_id FROM application WHERE id = new.application_id)
BEGIN SELECT raise(ABORT, 'a translation belongs to a question of its own call'); END;
--> statement-breakpoint
CREATE TRIGGER answer_translation_keeps_its_place BEFORE UPDATE OF application_id, question_id, language ON answer_translation
WHEN new.application_id IS NOT old.application_id OR new.question_id IS NOT old.question_id OR new.language IS NOT old.language
BEGIN SELECT raise(ABORT, 'a translation stays with its answer'); END;
--> statement-breakpoint
-- What was approved is this text, of the answer as it is.
CREATE TRIGGER answer_translation_change_is_unapproved BEFORE UPDATE ON answer_translation
WHEN old.approved_at IS NOT NULL AND new.approved_at IS NOT NULL AND (
  new.text IS NOT old.text OR new.of_revision IS NOT old.of_revision OR new.origin IS NOT old.origin
  OR new.written_by IS NOT old.written_by OR new.translator IS NOT old.translator
)
BEGIN SELECT raise(ABORT, 'a changed translation is approved anew'); END;
--> statement-breakpoint
CREATE TRIGGER answer_translation_approved_of_this BEFORE UPDATE OF approved_at ON answer_translation
WHEN new.approved_at IS NOT NULL AND new.of_revision <> coalesce(
  (SELECT revision FROM answer WHERE application_id = new.application_id AND question_id = new.question_id), 0)
BEGIN SELECT raise(ABORT, 'a translation of an earlier answer cannot be approved'); END;
--> statement-breakpoint
CREATE TRIGGER answer_translation_begins_unapproved BEFORE INSERT ON answer_translation WHEN new.approved_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a translation is written first and approved then'); END;
--> statement-breakpoint
-- What a panel may have read stays.
CREATE TRIGGER answer_translation_read_stays BEFORE DELETE ON answer_translation
WHEN old.approved_at IS NOT NULL AND (SELECT state FROM application WHERE id = old.application_id) <> 'draft'
BEGIN SELECT raise(ABORT, 'an approved translation stays once the application is sent'); END;
--> statement-breakpoint
CREATE TRIGGER answer_translation_falls_with_answer AFTER UPDATE OF revision ON answer WHEN new.revision <> old.revision
BEGIN
  UPDATE answer_translation SET approved_at = NULL, approved_by = NULL
  WHERE application_id = new.application_id AND question_id = new.question_id AND approved_at IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER answer_translation_falls_with_first_answer AFTER INSERT ON answer
BEGIN
  UPDATE answer_translation SET approved_at = NULL, approved_by = NULL
  WHERE application_id = new.application_id AND question_id = new.question_id AND approved_at IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER answer_translation_falls_with_recording AFTER DELETE ON media WHEN old.state = 'ready'
BEGIN
  UPDATE answer_translation SET approved_at = NULL, approved_by = NULL
  WHERE application_id = old.application_id AND question_id = old.question_id AND approved_at IS NOT NULL;
END;

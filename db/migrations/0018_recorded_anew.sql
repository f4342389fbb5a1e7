ALTER TABLE `media` ADD `sent_by` text REFERENCES person(id);
--> statement-breakpoint
ALTER TABLE `media` ADD `reopened_part_id` text;
--> statement-breakpoint
ALTER TABLE `media` ADD `aside` text;
--> statement-breakpoint
ALTER TABLE `staff_entry` ADD `letter_to` text REFERENCES person(id);
--> statement-breakpoint
DROP INDEX `media_one_ready`;
--> statement-breakpoint
DROP INDEX `media_one_arriving`;
--> statement-breakpoint
CREATE UNIQUE INDEX `media_one_ready` ON `media` (`application_id`,`question_id`,coalesce(reopened_part_id, '')) WHERE state = 'ready';
--> statement-breakpoint
CREATE UNIQUE INDEX `media_one_arriving` ON `media` (`application_id`,`question_id`,coalesce(reopened_part_id, '')) WHERE state <> 'ready';
--> statement-breakpoint
CREATE UNIQUE INDEX `media_one_standing` ON `media` (`application_id`,`question_id`) WHERE state = 'ready' and aside is null;
--> statement-breakpoint
CREATE INDEX `media_unsent` ON `media` (`reopened_part_id`) WHERE aside = 'unsent';
--> statement-breakpoint
DROP TRIGGER media_insert_frozen;
--> statement-breakpoint
DROP TRIGGER media_update_frozen;
--> statement-breakpoint
DROP TRIGGER media_delete_frozen;
--> statement-breakpoint
DROP TRIGGER media_final_is_final;
--> statement-breakpoint
DROP TRIGGER media_text_insert_frozen;
--> statement-breakpoint
DROP TRIGGER media_text_update_frozen;
--> statement-breakpoint
DROP TRIGGER media_text_delete_frozen;
--> statement-breakpoint
DROP TRIGGER answer_translation_falls_with_recording;
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
-- A file that others may have watched is replaced, never changed; only the language that it is said to be in is, and
-- whether it stands.
CREATE TRIGGER media_final_is_final BEFORE UPDATE OF id, application_id, question_id, file_name, bytes, sha256_given, sha256,
  kind, mime, seconds, state, rejected_reason, created_at, state_at, stored_name, sent_by ON media
WHEN old.state IN ('ready', 'rejected')
BEGIN SELECT raise(ABORT, 'a recording that was judged is final'); END;
--> statement-breakpoint
-- What is written of a recording is frozen with it.
CREATE TRIGGER media_text_insert_frozen BEFORE INSERT ON media_text
WHEN EXISTS (
  SELECT 1 FROM media JOIN application ON application.id = media.application_id
  WHERE media.id = new.media_id AND application.state <> 'draft' AND media.aside IS NOT 'unsent')
BEGIN SELECT raise(ABORT, 'captions are frozen once an application is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER media_text_update_frozen BEFORE UPDATE ON media_text
WHEN new.media_id IS NOT old.media_id OR new.kind IS NOT old.kind OR EXISTS (
  SELECT 1 FROM media JOIN application ON application.id = media.application_id
  WHERE media.id = old.media_id AND application.state <> 'draft' AND media.aside IS NOT 'unsent')
BEGIN SELECT raise(ABORT, 'captions are frozen once an application is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER media_text_delete_frozen BEFORE DELETE ON media_text
WHEN EXISTS (
  SELECT 1 FROM media JOIN application ON application.id = media.application_id
  WHERE media.id = old.media_id AND application.state <> 'draft' AND media.aside IS NOT 'unsent')
BEGIN SELECT raise(ABORT, 'captions are frozen once an application is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER answer_translation_falls_with_recording AFTER DELETE ON media
WHEN old.state = 'ready' AND old.aside IS NULL
BEGIN
  UPDATE answer_translation SET approved_at = NULL, approved_by = NULL
  WHERE application_id = old.application_id AND question_id = old.question_id AND approved_at IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER answer_translation_falls_with_recording_sent_again AFTER UPDATE OF aside ON media
WHEN old.aside IS 'unsent' AND new.aside IS NULL
BEGIN
  UPDATE answer_translation SET approved_at = NULL, approved_by = NULL
  WHERE application_id = new.application_id AND question_id = new.question_id AND approved_at IS NOT NULL;
END;
--> statement-breakpoint
DROP TRIGGER staff_entry_keeps_its_origin;
--> statement-breakpoint
CREATE TRIGGER staff_entry_keeps_its_origin BEFORE UPDATE ON staff_entry
WHEN new.application_id IS NOT old.application_id OR new.entered_by IS NOT old.entered_by
  OR new.started_at IS NOT old.started_at OR new.for_name IS NOT old.for_name OR new.phone IS NOT old.phone
  OR new.consent_means IS NOT old.consent_means OR new.consent_words IS NOT old.consent_words
  OR new.claim_hash IS NOT old.claim_hash OR new.letter_to IS NOT old.letter_to
  OR (old.claimed_at IS NOT NULL AND (new.claimed_at IS NOT old.claimed_at OR new.claimed_by IS NOT old.claimed_by))
BEGIN SELECT raise(ABORT, 'what somebody agreed to stays as it was said'); END;

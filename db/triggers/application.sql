-- States only move forward: draft to submitted or withdrawn, submitted to withdrawn.
CREATE TRIGGER application_moves_forward BEFORE UPDATE OF state ON application
WHEN new.state <> old.state AND NOT (
  (old.state = 'draft' AND new.state IN ('submitted', 'withdrawn')) OR (old.state = 'submitted' AND new.state = 'withdrawn')
)
BEGIN SELECT raise(ABORT, 'an application never goes back'); END;
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
CREATE TRIGGER application_settled_stays BEFORE UPDATE ON application
WHEN old.settled_at IS NOT NULL AND (new.settled_at IS NOT old.settled_at OR new.state <> old.state)
BEGIN SELECT raise(ABORT, 'an application that an award rests on stays'); END;
--> statement-breakpoint
CREATE TRIGGER application_keeps_its_origin BEFORE UPDATE OF id, call_id, reference ON application
WHEN new.id IS NOT old.id OR new.call_id IS NOT old.call_id OR new.reference IS NOT old.reference
BEGIN SELECT raise(ABORT, 'an application keeps its call and its reference'); END;
--> statement-breakpoint
-- In every state: an owner may fall ill the day after submitting.
CREATE TRIGGER application_is_handed_over BEFORE UPDATE OF applicant_id ON application
WHEN new.applicant_id IS NOT old.applicant_id AND (
  SELECT from_id || ' ' || to_id FROM application_handover
  WHERE application_id = old.id AND answer = 'accepted' ORDER BY answered_at DESC, rowid DESC LIMIT 1
) IS NOT old.applicant_id || ' ' || new.applicant_id
BEGIN SELECT raise(ABORT, 'an application changes hands when both have agreed'); END;
--> statement-breakpoint
-- A call that is not published yet is tried out with test applications, known by their reference; a change to a
-- published call takes none.
CREATE TRIGGER application_is_a_test_in_a_draft BEFORE INSERT ON application
WHEN (new.reference GLOB 'TEST-*') <> EXISTS (
  SELECT 1 FROM call WHERE id = new.call_id AND state = 'draft'
    AND NOT EXISTS (SELECT 1 FROM call_change WHERE draft_id = call.id)
)
BEGIN SELECT raise(ABORT, 'a test application belongs to a draft, and every other to a published call'); END;
--> statement-breakpoint
-- A test application is thrown away with all that hangs on it. Equality answers know no application: those to a draft
-- call are all pretended.
CREATE TRIGGER application_test_goes_whole BEFORE DELETE ON application WHEN old.reference GLOB 'TEST-*'
BEGIN
  DELETE FROM answer_comment WHERE application_id = old.id;
  DELETE FROM answer WHERE application_id = old.id;
  DELETE FROM media WHERE application_id = old.id;
  DELETE FROM match_consent WHERE application_id = old.id;
  DELETE FROM carry_consent WHERE application_id = old.id;
  DELETE FROM equality_response WHERE call_id = old.call_id;
END;
--> statement-breakpoint
-- No test application outlives the publishing: from then on every application of the call is a real one.
CREATE TRIGGER call_published_without_tests BEFORE UPDATE ON call WHEN old.state = 'draft' AND new.state = 'published'
BEGIN
  DELETE FROM application WHERE call_id = new.id;
  DELETE FROM call_removed_question WHERE call_id = new.id;
END;
--> statement-breakpoint
-- A question that is taken out of a draft takes with it what was answered to try it out.
CREATE TRIGGER call_question_goes_with_its_tests BEFORE DELETE ON call_question
WHEN (SELECT state FROM call WHERE id = old.call_id) = 'draft'
BEGIN
  DELETE FROM answer_comment WHERE question_id = old.id;
  DELETE FROM answer_translation WHERE question_id = old.id;
  DELETE FROM answer WHERE question_id = old.id;
  DELETE FROM media WHERE question_id = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER application_stays BEFORE DELETE ON application WHEN old.state <> 'draft' AND old.reference NOT GLOB 'TEST-*'
BEGIN SELECT raise(ABORT, 'an application is frozen once it is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER application_begins_as_draft BEFORE INSERT ON application WHEN new.state <> 'draft'
BEGIN SELECT raise(ABORT, 'an application begins as a draft'); END;
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
CREATE TRIGGER answer_delete_frozen BEFORE DELETE ON answer
WHEN EXISTS (SELECT 1 FROM application WHERE id = old.application_id AND state <> 'draft' AND reference NOT GLOB 'TEST-*')
BEGIN SELECT raise(ABORT, 'answers are frozen once an application is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER answer_to_own_call BEFORE INSERT ON answer
WHEN (SELECT call_id FROM call_question WHERE id = new.question_id) IS NOT (SELECT call_id FROM application WHERE id = new.application_id)
BEGIN SELECT raise(ABORT, 'an answer belongs to a question of its own call'); END;
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
CREATE TRIGGER media_to_own_call BEFORE INSERT ON media
WHEN (SELECT call_id FROM call_question WHERE id = new.question_id) IS NOT (SELECT call_id FROM application WHERE id = new.application_id)
BEGIN SELECT raise(ABORT, 'a recording belongs to a question of its own call'); END;
--> statement-breakpoint
-- A file that others may have watched is replaced, never changed; only the language that it is said to be in is, and
-- whether it stands.
CREATE TRIGGER media_final_is_final BEFORE UPDATE OF id, application_id, question_id, file_name, bytes, sha256_given, sha256,
  kind, mime, seconds, state, rejected_reason, created_at, state_at, stored_name, sent_by ON media
WHEN old.state IN ('ready', 'rejected')
BEGIN SELECT raise(ABORT, 'a recording that was judged is final'); END;
--> statement-breakpoint
-- A copy that others may have watched stays as it is.
CREATE TRIGGER media_copy_final_is_final
BEFORE UPDATE OF media_id, state, percent, tries, state_at, mime, bytes, sha256, try_after ON media_copy
WHEN old.state = 'ready' OR new.media_id IS NOT old.media_id
BEGIN SELECT raise(ABORT, 'a copy that is ready is final'); END;
--> statement-breakpoint
-- What it was made from is deleted once, and not before.
CREATE TRIGGER media_copy_original_goes_once BEFORE UPDATE OF original_gone_at ON media_copy
WHEN old.original_gone_at IS NOT NULL OR old.state <> 'ready'
BEGIN SELECT raise(ABORT, 'an original goes once, after its copy is ready'); END;
--> statement-breakpoint
CREATE TRIGGER media_copy_of_a_recording BEFORE INSERT ON media_copy
WHEN (SELECT kind FROM media WHERE id = new.media_id) IS NULL OR (SELECT kind FROM media WHERE id = new.media_id) = 'file'
BEGIN SELECT raise(ABORT, 'only a recording that was judged is copied'); END;
--> statement-breakpoint
CREATE TRIGGER media_poster_no_update BEFORE UPDATE ON media_poster
BEGIN SELECT raise(ABORT, 'a poster is made once'); END;
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
CREATE TRIGGER media_text_changed_is_approved_again BEFORE UPDATE ON media_text
WHEN (new.text IS NOT old.text OR new.language IS NOT old.language) AND new.approved_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a changed text is approved again'); END;
--> statement-breakpoint
-- What a code promises stays as it is; it can be taken back once.
CREATE TRIGGER access_code_keeps_its_promise BEFORE UPDATE ON access_code
WHEN old.revoked_at IS NOT NULL OR new.id IS NOT old.id OR new.call_id IS NOT old.call_id OR new.purpose IS NOT old.purpose
  OR new.label IS NOT old.label OR new.code_hash IS NOT old.code_hash OR new.expires_at IS NOT old.expires_at
  OR new.uses_max IS NOT old.uses_max OR new.created_at IS NOT old.created_at OR new.created_by IS NOT old.created_by
BEGIN SELECT raise(ABORT, 'a code is taken back or stays as it is'); END;
--> statement-breakpoint
CREATE TRIGGER access_code_stays BEFORE DELETE ON access_code
BEGIN SELECT raise(ABORT, 'a code is taken back, never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER access_code_after_the_stop BEFORE INSERT ON access_code
WHEN new.purpose = 'late' AND EXISTS (SELECT 1 FROM entry_stop WHERE call_id = new.call_id)
BEGIN SELECT raise(ABORT, 'nobody enters once somebody reads'); END;
--> statement-breakpoint
-- Two people who use the last of a code at once: one of them is too late.
CREATE TRIGGER access_code_use_is_allowed BEFORE INSERT ON access_code_use
WHEN NOT EXISTS (
  SELECT 1 FROM access_code JOIN application ON application.call_id = access_code.call_id
  WHERE access_code.id = new.code_id AND application.id = new.application_id
    AND access_code.revoked_at IS NULL AND new.used_at < access_code.expires_at
    AND (SELECT count(*) FROM access_code_use WHERE code_id = new.code_id) < access_code.uses_max
)
BEGIN SELECT raise(ABORT, 'a code opens its own call, in time, and as often as it says'); END;
--> statement-breakpoint
CREATE TRIGGER access_code_use_no_update BEFORE UPDATE ON access_code_use
BEGIN SELECT raise(ABORT, 'the use of a code is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER access_code_use_no_delete BEFORE DELETE ON access_code_use
BEGIN SELECT raise(ABORT, 'the use of a code is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER entry_stop_no_update BEFORE UPDATE ON entry_stop
BEGIN SELECT raise(ABORT, 'a stop is for good'); END;
--> statement-breakpoint
CREATE TRIGGER entry_stop_no_delete BEFORE DELETE ON entry_stop
BEGIN SELECT raise(ABORT, 'a stop is for good'); END;
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
WHEN old.approved_at IS NOT NULL
  AND EXISTS (SELECT 1 FROM application WHERE id = old.application_id AND state <> 'draft' AND reference NOT GLOB 'TEST-*')
BEGIN SELECT raise(ABORT, 'an approved translation stays once the application is sent'); END;
--> statement-breakpoint
-- What a panel may have read is put in other words by the group alone.
CREATE TRIGGER answer_translation_is_the_groups
BEFORE UPDATE OF text, of_revision, origin, translator, written_by ON answer_translation
WHEN old.approved_at IS NOT NULL
  AND (new.text IS NOT old.text OR new.of_revision IS NOT old.of_revision OR new.origin IS NOT old.origin
    OR new.translator IS NOT old.translator OR new.written_by IS NOT old.written_by)
  AND EXISTS (
    SELECT 1 FROM application WHERE id = old.application_id AND state <> 'draft' AND applicant_id <> new.written_by)
  AND NOT EXISTS (
    SELECT 1 FROM application_member WHERE application_id = old.application_id AND person_id = new.written_by
      AND role = 'sign' AND left_at IS NULL)
BEGIN SELECT raise(ABORT, 'an approved translation of what was sent is the group''s'); END;
--> statement-breakpoint
CREATE TRIGGER translation_correction_beside_approved BEFORE INSERT ON translation_correction
WHEN NOT EXISTS (
  SELECT 1 FROM answer_translation JOIN application ON application.id = answer_translation.application_id
  WHERE answer_translation.application_id = new.application_id AND answer_translation.question_id = new.question_id
    AND answer_translation.language = new.language AND answer_translation.approved_at IS NOT NULL
    AND application.state <> 'draft')
BEGIN SELECT raise(ABORT, 'a correction stands beside what was approved and sent'); END;
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
CREATE TRIGGER application_reminder_stays BEFORE UPDATE ON application_reminder
BEGIN SELECT raise(ABORT, 'a reminder that was written stays written'); END;
--> statement-breakpoint
CREATE TRIGGER application_reminder_is_kept BEFORE DELETE ON application_reminder
BEGIN SELECT raise(ABORT, 'a reminder that was written stays written'); END;

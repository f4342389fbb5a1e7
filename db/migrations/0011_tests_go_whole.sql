DROP TRIGGER match_consent_stays;
--> statement-breakpoint
DROP TRIGGER answer_translation_read_stays;
--> statement-breakpoint
DROP TRIGGER application_test_goes_whole;
--> statement-breakpoint
DROP TRIGGER call_question_goes_with_its_tests;
--> statement-breakpoint
DROP TRIGGER carry_consent_stays;
--> statement-breakpoint
DROP TRIGGER application_is_listed;
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
CREATE TRIGGER carry_consent_stays BEFORE DELETE ON carry_consent
WHEN (SELECT reference FROM application WHERE id = old.application_id) NOT GLOB 'TEST-*'
BEGIN SELECT raise(ABORT, 'a consent is given and withdrawn, never rewritten'); END;
--> statement-breakpoint
-- What was ever submitted is listed, as it is now. A draft never is, and no test of a call that is not published.
CREATE TRIGGER application_is_listed AFTER UPDATE ON application
WHEN new.submitted_at IS NOT NULL AND new.reference NOT GLOB 'TEST-*'
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
CREATE TRIGGER match_consent_stays BEFORE DELETE ON match_consent
WHEN (SELECT reference FROM application WHERE id = old.application_id) NOT GLOB 'TEST-*'
BEGIN SELECT raise(ABORT, 'a consent is ended, never deleted'); END;
--> statement-breakpoint
-- What a panel may have read stays.
CREATE TRIGGER answer_translation_read_stays BEFORE DELETE ON answer_translation
WHEN old.approved_at IS NOT NULL
  AND EXISTS (SELECT 1 FROM application WHERE id = old.application_id AND state <> 'draft' AND reference NOT GLOB 'TEST-*')
BEGIN SELECT raise(ABORT, 'an approved translation stays once the application is sent'); END;

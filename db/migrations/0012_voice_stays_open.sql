DROP TRIGGER call_question_update_frozen;
--> statement-breakpoint
CREATE TRIGGER call_question_update_frozen BEFORE UPDATE ON call_question
WHEN EXISTS (SELECT 1 FROM call WHERE id IN (old.call_id, new.call_id) AND state = 'published') AND (
  NOT EXISTS (SELECT 1 FROM call_change WHERE call_id = old.call_id AND publishing = 1)
  OR new.id IS NOT old.id OR new.call_id IS NOT old.call_id OR new.kind IS NOT old.kind OR new.label IS NOT old.label
  OR new.required IS NOT old.required OR new.only_if IS NOT old.only_if
  OR new.words_max < old.words_max OR new.by_video < old.by_video OR new.by_voice < old.by_voice
)
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;

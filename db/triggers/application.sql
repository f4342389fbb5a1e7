-- States only move forward: draft to submitted or withdrawn, submitted to withdrawn.
CREATE TRIGGER application_moves_forward BEFORE UPDATE OF state ON application
WHEN new.state <> old.state AND NOT (
  (old.state = 'draft' AND new.state IN ('submitted', 'withdrawn')) OR (old.state = 'submitted' AND new.state = 'withdrawn')
)
BEGIN SELECT raise(ABORT, 'an application never goes back'); END;
--> statement-breakpoint
-- What the panel reads is what was submitted.
CREATE TRIGGER application_submitted_is_frozen BEFORE UPDATE ON application
WHEN old.state <> 'draft' AND (
  new.call_id IS NOT old.call_id OR new.reference IS NOT old.reference
  OR new.title IS NOT old.title OR new.one_line IS NOT old.one_line OR new.group_name IS NOT old.group_name
  OR new.theme IS NOT old.theme OR new.city IS NOT old.city OR new.amount_minor IS NOT old.amount_minor
  OR new.language IS NOT old.language OR new.details_revision IS NOT old.details_revision
  OR new.details_saved_by IS NOT old.details_saved_by OR new.details_saved_at IS NOT old.details_saved_at
  OR new.created_at IS NOT old.created_at OR new.saved_at IS NOT old.saved_at OR new.submitted_at IS NOT old.submitted_at
)
BEGIN SELECT raise(ABORT, 'an application is frozen once it is submitted'); END;
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
CREATE TRIGGER application_stays BEFORE DELETE ON application WHEN old.state <> 'draft'
BEGIN SELECT raise(ABORT, 'an application is frozen once it is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER application_begins_as_draft BEFORE INSERT ON application WHEN new.state <> 'draft'
BEGIN SELECT raise(ABORT, 'an application begins as a draft'); END;
--> statement-breakpoint
CREATE TRIGGER answer_insert_frozen BEFORE INSERT ON answer
WHEN (SELECT state FROM application WHERE id = new.application_id) <> 'draft'
BEGIN SELECT raise(ABORT, 'answers are frozen once an application is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER answer_update_frozen BEFORE UPDATE ON answer
WHEN (SELECT state FROM application WHERE id = old.application_id) <> 'draft'
  OR new.application_id IS NOT old.application_id OR new.question_id IS NOT old.question_id
BEGIN SELECT raise(ABORT, 'answers are frozen once an application is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER answer_delete_frozen BEFORE DELETE ON answer
WHEN (SELECT state FROM application WHERE id = old.application_id) <> 'draft'
BEGIN SELECT raise(ABORT, 'answers are frozen once an application is submitted'); END;
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
WHEN (SELECT state FROM application WHERE id = old.application_id) <> 'draft'
BEGIN SELECT raise(ABORT, 'recordings are frozen once an application is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER media_to_own_call BEFORE INSERT ON media
WHEN (SELECT call_id FROM call_question WHERE id = new.question_id) IS NOT (SELECT call_id FROM application WHERE id = new.application_id)
BEGIN SELECT raise(ABORT, 'a recording belongs to a question of its own call'); END;
--> statement-breakpoint
-- A file that others may have watched is replaced, never changed.
CREATE TRIGGER media_final_is_final BEFORE UPDATE ON media WHEN old.state IN ('ready', 'rejected')
BEGIN SELECT raise(ABORT, 'a recording that was judged is final'); END;
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
CREATE TRIGGER application_reminder_stays BEFORE UPDATE ON application_reminder
BEGIN SELECT raise(ABORT, 'a reminder that was written stays written'); END;
--> statement-breakpoint
CREATE TRIGGER application_reminder_is_kept BEFORE DELETE ON application_reminder
BEGIN SELECT raise(ABORT, 'a reminder that was written stays written'); END;

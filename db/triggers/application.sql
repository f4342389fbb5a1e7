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
  new.call_id IS NOT old.call_id OR new.applicant_id IS NOT old.applicant_id OR new.reference IS NOT old.reference
  OR new.title IS NOT old.title OR new.one_line IS NOT old.one_line OR new.group_name IS NOT old.group_name
  OR new.theme IS NOT old.theme OR new.city IS NOT old.city OR new.amount_minor IS NOT old.amount_minor
  OR new.language IS NOT old.language OR new.details_revision IS NOT old.details_revision
  OR new.created_at IS NOT old.created_at OR new.saved_at IS NOT old.saved_at OR new.submitted_at IS NOT old.submitted_at
)
BEGIN SELECT raise(ABORT, 'an application is frozen once it is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER application_settled_stays BEFORE UPDATE ON application
WHEN old.settled_at IS NOT NULL AND (new.settled_at IS NOT old.settled_at OR new.state <> old.state)
BEGIN SELECT raise(ABORT, 'an application that an award rests on stays'); END;
--> statement-breakpoint
CREATE TRIGGER application_keeps_its_origin BEFORE UPDATE OF id, call_id, applicant_id, reference ON application
WHEN new.id IS NOT old.id OR new.call_id IS NOT old.call_id OR new.applicant_id IS NOT old.applicant_id OR new.reference IS NOT old.reference
BEGIN SELECT raise(ABORT, 'an application keeps its call, its applicant and its reference'); END;
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

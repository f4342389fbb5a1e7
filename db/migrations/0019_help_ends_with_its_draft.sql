CREATE INDEX `staff_entry_by_letter` ON `staff_entry` (`letter_to`) WHERE letter_to is not null;
--> statement-breakpoint
-- Drafts that ended before their help ended with them: what was lent is gone, as of the moment that ended the draft.
UPDATE draft_feedback SET copy = NULL, taken_back_at = (
  SELECT max(draft_feedback.asked_at, coalesce(submitted_at, withdrawn_at))
  FROM application WHERE application.id = draft_feedback.application_id)
WHERE answered_at IS NULL AND taken_back_at IS NULL
  AND (SELECT state FROM application WHERE application.id = draft_feedback.application_id) <> 'draft';
--> statement-breakpoint
-- Their times to talk that are still to come are free again. Both stand in diaries, so both are told: a booking is given
-- back once, and its id serves the letter about that.
INSERT INTO outbox_promise (id, kind, subject_id, detail, promised_at, try_after)
SELECT help_booking.id, 'one-to-one-cancelled', help_booking.id,
  json_object('why', CASE
    WHEN EXISTS (SELECT 1 FROM draft_merge WHERE from_id = application.id AND "end" = 'merged') THEN 'merged'
    WHEN application.state = 'withdrawn' THEN 'taken-back'
    ELSE 'sent' END),
  cast(unixepoch('subsec') * 1000 AS integer), cast(unixepoch('subsec') * 1000 AS integer)
FROM help_booking JOIN help_slot ON help_slot.id = help_booking.slot_id
  JOIN application ON application.id = help_booking.application_id
WHERE help_booking.cancelled_at IS NULL AND help_booking.outcome IS NULL AND application.state <> 'draft'
  AND help_slot.starts_at > cast(unixepoch('subsec') * 1000 AS integer);
--> statement-breakpoint
UPDATE help_booking SET
  cancelled_at = (SELECT promised_at FROM outbox_promise WHERE outbox_promise.id = help_booking.id),
  cancelled_by = (SELECT applicant_id FROM application WHERE application.id = help_booking.application_id)
WHERE id IN (SELECT id FROM outbox_promise WHERE kind = 'one-to-one-cancelled') AND cancelled_at IS NULL;

CREATE TABLE `equality_release` (
	`call_id` text NOT NULL,
	`set_version` text NOT NULL,
	`figures` text NOT NULL,
	`released_at` integer NOT NULL,
	PRIMARY KEY(`call_id`, `set_version`),
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `translation_correction` (
	`application_id` text NOT NULL,
	`question_id` text NOT NULL,
	`language` text NOT NULL,
	`text` text NOT NULL,
	`revision` integer NOT NULL,
	`of_revision` integer NOT NULL,
	`written_by` text NOT NULL,
	`translator` text NOT NULL,
	`written_at` integer NOT NULL,
	PRIMARY KEY(`application_id`, `question_id`, `language`),
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`question_id`) REFERENCES `call_question`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`written_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "translation_correction_text" CHECK("translation_correction"."text" <> '' and "translation_correction"."revision" > 0 and "translation_correction"."of_revision" >= 0)
);
--> statement-breakpoint
CREATE TABLE `former_name` (
	`person_id` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`person_id`, `name`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `hidden_from` ADD `added_by` text REFERENCES person(id);--> statement-breakpoint
ALTER TABLE `conflict` ADD `by_applicant` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `message` ADD `application_id` text;
--> statement-breakpoint
-- Entries from before: whose they are is who owned the application then, as the handovers since tell it.
DROP TRIGGER hidden_from_is_never_rewritten;
--> statement-breakpoint
UPDATE hidden_from SET added_by = coalesce(
  (SELECT from_id FROM application_handover AS handover
   WHERE handover.application_id = hidden_from.application_id AND handover.answer = 'accepted'
     AND handover.answered_at > hidden_from.added_at
   ORDER BY handover.answered_at LIMIT 1),
  (SELECT applicant_id FROM application WHERE id = hidden_from.application_id));
--> statement-breakpoint
CREATE TRIGGER hidden_from_is_never_rewritten BEFORE UPDATE ON hidden_from
BEGIN SELECT raise(ABORT, 'a named person is taken off the list, never rewritten'); END;
--> statement-breakpoint
-- The reason was the only mark of a conflict that an applicant had brought about.
DROP TRIGGER conflict_only_grows;
--> statement-breakpoint
UPDATE conflict SET by_applicant = 1 WHERE level = 'conflict' AND reason = 'The applicant asked that this person does not see it.';
--> statement-breakpoint
CREATE TRIGGER conflict_only_grows BEFORE UPDATE ON conflict
WHEN new.member_id <> old.member_id OR new.application_id <> old.application_id OR old.level <> 'none' OR new.level <> 'conflict'
BEGIN SELECT raise(ABORT, 'a declared conflict is never taken back'); END;
--> statement-breakpoint
-- Letters from before: what they are about is what their promise was about.
UPDATE message SET application_id = (
  SELECT coalesce(
    (SELECT id FROM application WHERE id = subject_id),
    (SELECT application_id FROM award WHERE id = subject_id),
    (SELECT application_id FROM help_question WHERE id = subject_id),
    (SELECT application_id FROM draft_feedback WHERE id = subject_id),
    (SELECT application_id FROM help_booking WHERE id = subject_id),
    (SELECT application_id FROM application_reopening WHERE id = subject_id),
    (SELECT application_id FROM application_invitation WHERE id = subject_id),
    (SELECT application_id FROM application_handover WHERE id = subject_id),
    (SELECT award.application_id FROM mentor_match JOIN award ON award.id = mentor_match.award_id
     WHERE mentor_match.id = subject_id),
    (SELECT award.application_id FROM check_in JOIN award ON award.id = check_in.award_id
     WHERE check_in.id = subject_id),
    (SELECT award.application_id FROM milestone JOIN award ON award.id = milestone.award_id
     WHERE milestone.id = subject_id),
    (SELECT award.application_id FROM payee_version JOIN award ON award.id = payee_version.award_id
     WHERE payee_version.id = subject_id),
    (SELECT award.application_id FROM payout JOIN tranche ON tranche.id = payout.tranche_id
       JOIN award ON award.id = tranche.award_id
     WHERE payout.id = subject_id))
  FROM outbox_promise WHERE outbox_promise.id = message.promise_id)
WHERE partner_id IS NOT NULL;
--> statement-breakpoint
-- Somebody who takes another name is still who an applicant has named.
CREATE TRIGGER person_was_called AFTER UPDATE OF name ON person
WHEN new.name IS NOT old.name AND trim(old.name) <> ''
BEGIN INSERT OR IGNORE INTO former_name (person_id, name) VALUES (old.id, old.name); END;
--> statement-breakpoint
CREATE TRIGGER former_name_stays BEFORE UPDATE ON former_name
BEGIN SELECT raise(ABORT, 'what somebody was called is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER equality_release_no_update BEFORE UPDATE ON equality_release
BEGIN SELECT raise(ABORT, 'figures are made once'); END;
--> statement-breakpoint
CREATE TRIGGER equality_release_no_delete BEFORE DELETE ON equality_release
BEGIN SELECT raise(ABORT, 'figures are made once'); END;
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

CREATE TABLE `carried_over` (
	`application_id` text NOT NULL,
	`from_id` text NOT NULL,
	`carried_at` integer NOT NULL,
	PRIMARY KEY(`application_id`, `from_id`),
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`from_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `carried_over_by_source` ON `carried_over` (`from_id`);--> statement-breakpoint
CREATE TABLE `carried_words` (
	`application_id` text NOT NULL,
	`place` integer NOT NULL,
	`label` text NOT NULL,
	`text` text NOT NULL,
	`language` text NOT NULL,
	PRIMARY KEY(`application_id`, `place`),
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "carried_words_written" CHECK("carried_words"."label" <> '' and "carried_words"."text" <> '')
);
--> statement-breakpoint
CREATE TABLE `carry_consent` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`given_at` integer NOT NULL,
	`given_by` text NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "carry_consent_order" CHECK("carry_consent"."withdrawn_at" is null or "carry_consent"."withdrawn_at" >= "carry_consent"."given_at")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `carry_consent_one` ON `carry_consent` (`application_id`) WHERE withdrawn_at is null;--> statement-breakpoint
CREATE TABLE `carry_invitation` (
	`application_id` text NOT NULL,
	`to_call_id` text NOT NULL,
	`invited_at` integer NOT NULL,
	`invited_by` text NOT NULL,
	PRIMARY KEY(`application_id`, `to_call_id`),
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `carry_invitation_by_call` ON `carry_invitation` (`to_call_id`,`invited_at`);--> statement-breakpoint
CREATE TABLE `equality_done` (
	`application_id` text PRIMARY KEY NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `equality_response` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`set_version` text NOT NULL,
	`answers` text NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "equality_response_key" CHECK(length("equality_response"."id") = 64)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `equality_response_by_call` ON `equality_response` (`call_id`,`set_version`);--> statement-breakpoint
CREATE TABLE `application_reopening` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`reason` text NOT NULL,
	`until_at` integer NOT NULL,
	`reopened_at` integer NOT NULL,
	`reopened_by` text NOT NULL,
	`details_revision` integer DEFAULT 0 NOT NULL,
	`sent_at` integer,
	`taken_back_at` integer,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reopened_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "application_reopening_reason" CHECK(trim("application_reopening"."reason") <> '' and length("application_reopening"."reason") <= 2000),
	CONSTRAINT "application_reopening_until" CHECK("application_reopening"."until_at" > "application_reopening"."reopened_at"),
	CONSTRAINT "application_reopening_ends_once" CHECK("application_reopening"."sent_at" is null or "application_reopening"."taken_back_at" is null),
	CONSTRAINT "application_reopening_ends_in_time" CHECK(coalesce("application_reopening"."sent_at", "application_reopening"."taken_back_at", "application_reopening"."reopened_at") between "application_reopening"."reopened_at" and "application_reopening"."until_at" - 1)
);
--> statement-breakpoint
CREATE INDEX `application_reopening_by_application` ON `application_reopening` (`application_id`,`reopened_at`);--> statement-breakpoint
CREATE TABLE `reopened_part` (
	`id` text PRIMARY KEY NOT NULL,
	`reopening_id` text NOT NULL,
	`question_id` text,
	`detail` text,
	`before` text NOT NULL,
	`text` text NOT NULL,
	`words` integer NOT NULL,
	`revision` integer NOT NULL,
	`saved_at` integer,
	FOREIGN KEY (`reopening_id`) REFERENCES `application_reopening`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`) REFERENCES `call_question`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reopened_part_one" CHECK(("reopened_part"."question_id" is null) <> ("reopened_part"."detail" is null)),
	CONSTRAINT "reopened_part_known" CHECK("reopened_part"."detail" is null or "reopened_part"."detail" in ('groupName', 'title', 'oneLine', 'theme', 'city', 'amountMinor')),
	CONSTRAINT "reopened_part_counts" CHECK("reopened_part"."words" >= 0 and "reopened_part"."revision" >= 0),
	CONSTRAINT "reopened_part_untouched" CHECK("reopened_part"."saved_at" is not null or "reopened_part"."text" = "reopened_part"."before")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reopened_part_question` ON `reopened_part` (`reopening_id`,`question_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `reopened_part_detail` ON `reopened_part` (`reopening_id`,`detail`);--> statement-breakpoint
CREATE TABLE `application_safety` (
	`application_id` text PRIMARY KEY NOT NULL,
	`public_name` text NOT NULL,
	`contact_way` text NOT NULL,
	`contact_note` text NOT NULL,
	`neutral_subject` integer NOT NULL,
	`revision` integer NOT NULL,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "application_safety_name" CHECK(length("application_safety"."public_name") <= 100),
	CONSTRAINT "application_safety_way" CHECK("application_safety"."contact_way" in ('either', 'write', 'phone')),
	CONSTRAINT "application_safety_note" CHECK(length("application_safety"."contact_note") <= 500),
	CONSTRAINT "application_safety_counts" CHECK("application_safety"."revision" > 0)
);
--> statement-breakpoint
CREATE TABLE `hidden_from` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "hidden_from_kind" CHECK("hidden_from"."kind" in ('person', 'organisation')),
	CONSTRAINT "hidden_from_name" CHECK(trim("hidden_from"."name") <> '' and length("hidden_from"."name") <= 200),
	CONSTRAINT "hidden_from_email" CHECK("hidden_from"."email" is null or ("hidden_from"."email" = lower("hidden_from"."email") and length("hidden_from"."email") <= 254))
);
--> statement-breakpoint
CREATE INDEX `hidden_from_by_application` ON `hidden_from` (`application_id`);--> statement-breakpoint
CREATE TABLE `hidden_from_answer` (
	`hidden_from_id` text NOT NULL,
	`person_id` text NOT NULL,
	`is_same` integer NOT NULL,
	`answered_by` text NOT NULL,
	`answered_at` integer NOT NULL,
	PRIMARY KEY(`hidden_from_id`, `person_id`),
	FOREIGN KEY (`hidden_from_id`) REFERENCES `hidden_from`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `public_name_on_paper` (
	`application_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`printed_at` integer NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
DROP TRIGGER application_submitted_is_frozen;
--> statement-breakpoint
-- What the panel reads is what was submitted. A reopened detail changes to what was written for it, and nothing else does.
CREATE TRIGGER application_submitted_is_frozen BEFORE UPDATE ON application
WHEN old.state <> 'draft' AND (
  new.call_id IS NOT old.call_id OR new.applicant_id IS NOT old.applicant_id OR new.reference IS NOT old.reference
  OR new.language IS NOT old.language OR new.details_revision IS NOT old.details_revision
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
DROP TRIGGER answer_insert_frozen;
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
DROP TRIGGER answer_update_frozen;
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
-- A sent application is reopened in parts, once at a time, and never after somebody has begun to read.
CREATE TRIGGER application_reopening_is_allowed BEFORE INSERT ON application_reopening
WHEN new.sent_at IS NOT NULL OR new.taken_back_at IS NOT NULL
  OR NOT EXISTS (
    SELECT 1 FROM application WHERE id = new.application_id AND state = 'submitted' AND settled_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM entry_stop WHERE entry_stop.call_id = application.call_id))
  OR EXISTS (
    SELECT 1 FROM application_reopening AS other WHERE other.application_id = new.application_id
      AND other.sent_at IS NULL AND other.taken_back_at IS NULL AND other.until_at > new.reopened_at)
BEGIN SELECT raise(ABORT, 'a sent application that nobody reads yet is reopened once at a time'); END;
--> statement-breakpoint
CREATE TRIGGER application_reopening_keeps_its_promise BEFORE UPDATE ON application_reopening
WHEN old.sent_at IS NOT NULL OR old.taken_back_at IS NOT NULL OR new.id IS NOT old.id
  OR new.application_id IS NOT old.application_id OR new.reason IS NOT old.reason OR new.until_at IS NOT old.until_at
  OR new.reopened_at IS NOT old.reopened_at OR new.reopened_by IS NOT old.reopened_by
  OR (new.sent_at IS NOT NULL AND (SELECT state FROM application WHERE id = new.application_id) <> 'submitted')
BEGIN SELECT raise(ABORT, 'a reopening ends once and stays as it was said'); END;
--> statement-breakpoint
CREATE TRIGGER application_reopening_stays BEFORE DELETE ON application_reopening
BEGIN SELECT raise(ABORT, 'a reopening is never deleted'); END;
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
CREATE TRIGGER reopened_part_is_written_in_time BEFORE UPDATE ON reopened_part
WHEN new.id IS NOT old.id OR new.reopening_id IS NOT old.reopening_id OR new.question_id IS NOT old.question_id
  OR new.detail IS NOT old.detail OR new.before IS NOT old.before
  OR NOT EXISTS (
    SELECT 1 FROM application_reopening AS reopening JOIN application ON application.id = reopening.application_id
    WHERE reopening.id = old.reopening_id AND application.state = 'submitted'
      AND reopening.sent_at IS NULL AND reopening.taken_back_at IS NULL AND new.saved_at < reopening.until_at)
BEGIN SELECT raise(ABORT, 'a reopened part is written until its time is over'); END;
--> statement-breakpoint
CREATE TRIGGER reopened_part_stays BEFORE DELETE ON reopened_part
BEGIN SELECT raise(ABORT, 'a reopening is never deleted'); END;
--> statement-breakpoint
-- Who was given time has it: nobody begins to read before.
CREATE TRIGGER entry_stop_after_the_reopenings BEFORE INSERT ON entry_stop
WHEN EXISTS (
  SELECT 1 FROM application_reopening AS reopening JOIN application ON application.id = reopening.application_id
  WHERE application.call_id = new.call_id AND application.state = 'submitted'
    AND reopening.sent_at IS NULL AND reopening.taken_back_at IS NULL AND reopening.until_at > new.stopped_at)
BEGIN SELECT raise(ABORT, 'nobody reads while something is reopened'); END;
--> statement-breakpoint
CREATE TRIGGER public_name_stays_on_paper BEFORE UPDATE OF public_name ON application_safety
WHEN new.public_name IS NOT old.public_name
  AND EXISTS (SELECT 1 FROM public_name_on_paper WHERE application_id = old.application_id)
BEGIN SELECT raise(ABORT, 'a name on a ballot paper stays'); END;
--> statement-breakpoint
CREATE TRIGGER public_name_not_after_the_paper BEFORE INSERT ON application_safety
WHEN new.public_name <> '' AND EXISTS (SELECT 1 FROM public_name_on_paper WHERE application_id = new.application_id)
BEGIN SELECT raise(ABORT, 'a name on a ballot paper stays'); END;
--> statement-breakpoint
CREATE TRIGGER hidden_from_is_never_rewritten BEFORE UPDATE ON hidden_from
BEGIN SELECT raise(ABORT, 'a named person is taken off the list, never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER carry_consent_is_withdrawn_once BEFORE UPDATE ON carry_consent
WHEN old.withdrawn_at IS NOT NULL OR new.withdrawn_at IS NULL OR new.id IS NOT old.id
  OR new.application_id IS NOT old.application_id OR new.given_at IS NOT old.given_at OR new.given_by IS NOT old.given_by
BEGIN SELECT raise(ABORT, 'a consent is given and withdrawn, never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER carry_consent_stays BEFORE DELETE ON carry_consent
BEGIN SELECT raise(ABORT, 'a consent is given and withdrawn, never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER carry_invitation_with_consent BEFORE INSERT ON carry_invitation
WHEN NOT EXISTS (SELECT 1 FROM carry_consent WHERE application_id = new.application_id AND withdrawn_at IS NULL)
BEGIN SELECT raise(ABORT, 'only who agreed is asked to come again'); END;
--> statement-breakpoint
CREATE TRIGGER carry_invitation_no_update BEFORE UPDATE ON carry_invitation
BEGIN SELECT raise(ABORT, 'who was asked to come again was asked'); END;
--> statement-breakpoint
CREATE TRIGGER carry_invitation_no_delete BEFORE DELETE ON carry_invitation
BEGIN SELECT raise(ABORT, 'who was asked to come again was asked'); END;
--> statement-breakpoint
CREATE TRIGGER equality_response_no_update BEFORE UPDATE ON equality_response
BEGIN SELECT raise(ABORT, 'an answer that knows nobody is deleted or stays'); END;

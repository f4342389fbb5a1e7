CREATE TABLE `draft_feedback` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`copy` text,
	`comments` text,
	`answered_by` text,
	`answered_at` integer,
	`taken_back_at` integer,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`asked_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "draft_feedback_ends" CHECK(("draft_feedback"."copy" is not null) = ("draft_feedback"."answered_at" is null and "draft_feedback"."taken_back_at" is null)
        and ("draft_feedback"."answered_at" is null or "draft_feedback"."taken_back_at" is null)),
	CONSTRAINT "draft_feedback_answered" CHECK(("draft_feedback"."comments" is null) = ("draft_feedback"."answered_at" is null) and ("draft_feedback"."answered_by" is null) = ("draft_feedback"."answered_at" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `draft_feedback_one_open` ON `draft_feedback` (`application_id`) WHERE answered_at is null and taken_back_at is null;--> statement-breakpoint
CREATE TABLE `help_booking` (
	`id` text PRIMARY KEY NOT NULL,
	`slot_id` text NOT NULL,
	`application_id` text NOT NULL,
	`booked_by` text NOT NULL,
	`booked_at` integer NOT NULL,
	`phone` text NOT NULL,
	`reminded_at` integer,
	`cancelled_at` integer,
	`cancelled_by` text,
	`outcome` text,
	FOREIGN KEY (`slot_id`) REFERENCES `help_slot`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`booked_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cancelled_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "help_booking_cancelled" CHECK(("help_booking"."cancelled_at" is null) = ("help_booking"."cancelled_by" is null)),
	CONSTRAINT "help_booking_outcome" CHECK("help_booking"."outcome" is null or ("help_booking"."outcome" in ('met', 'missed') and "help_booking"."cancelled_at" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `help_booking_one_each` ON `help_booking` (`slot_id`) WHERE cancelled_at is null;--> statement-breakpoint
CREATE INDEX `help_booking_by_application` ON `help_booking` (`application_id`);--> statement-breakpoint
CREATE TABLE `help_given` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`kind` text NOT NULL,
	`minutes` integer,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "help_given_kind" CHECK("help_given"."kind" in ('support-worker', 'staff-entry', 'one-to-one', 'question-answered', 'draft-feedback')),
	CONSTRAINT "help_given_minutes" CHECK("help_given"."minutes" is null or "help_given"."minutes" between 1 and 600)
);
--> statement-breakpoint
CREATE INDEX `help_given_by_application` ON `help_given` (`application_id`,`kind`);--> statement-breakpoint
CREATE UNIQUE INDEX `help_given_once` ON `help_given` (`application_id`,`kind`,`by`) WHERE kind in ('support-worker', 'staff-entry');--> statement-breakpoint
CREATE TABLE `help_offer` (
	`application_id` text PRIMARY KEY NOT NULL,
	`offered_by` text NOT NULL,
	`offered_at` integer NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`offered_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `help_question` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`question_id` text,
	`text` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	`published_at` integer,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`question_id`) REFERENCES `call_question`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "help_question_written" CHECK("help_question"."text" <> '' and ("help_question"."answer" is null or "help_question"."answer" <> '')),
	CONSTRAINT "help_question_answered" CHECK(("help_question"."answer" is null) = ("help_question"."answered_at" is null) and ("help_question"."answer" is null) = ("help_question"."answered_by" is null)),
	CONSTRAINT "help_question_published" CHECK("help_question"."published_at" is null or "help_question"."answered_at" is not null)
);
--> statement-breakpoint
CREATE INDEX `help_question_by_application` ON `help_question` (`application_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `help_question_waiting` ON `help_question` (`application_id`) WHERE answered_at is null;--> statement-breakpoint
CREATE TABLE `help_save` (
	`application_id` text NOT NULL,
	`what` text NOT NULL,
	`by` text NOT NULL,
	`minute` integer NOT NULL,
	PRIMARY KEY(`application_id`, `what`, `by`, `minute`),
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `help_slot` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`host_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`minutes` integer NOT NULL,
	`way` text NOT NULL,
	`place` text NOT NULL,
	`language` text NOT NULL,
	`interpreter` integer NOT NULL,
	`created_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`host_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "help_slot_minutes" CHECK("help_slot"."minutes" between 10 and 180),
	CONSTRAINT "help_slot_way" CHECK("help_slot"."way" in ('place', 'phone', 'video') and ("help_slot"."way" = 'phone') = ("help_slot"."place" = ''))
);
--> statement-breakpoint
CREATE INDEX `help_slot_by_call` ON `help_slot` (`call_id`,`starts_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `help_slot_once` ON `help_slot` (`host_id`,`starts_at`) WHERE withdrawn_at is null;--> statement-breakpoint
CREATE TABLE `staff_entry` (
	`application_id` text PRIMARY KEY NOT NULL,
	`entered_by` text NOT NULL,
	`started_at` integer NOT NULL,
	`for_name` text NOT NULL,
	`phone` text NOT NULL,
	`consent_means` text NOT NULL,
	`consent_words` text NOT NULL,
	`claim_hash` text NOT NULL,
	`claimed_at` integer,
	`claimed_by` text,
	`confirmed_at` integer,
	`confirmed_by` text,
	`confirmed_means` text,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entered_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claimed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "staff_entry_written" CHECK("staff_entry"."for_name" <> '' and "staff_entry"."consent_words" <> ''),
	CONSTRAINT "staff_entry_consent" CHECK("staff_entry"."consent_means" in ('in-person', 'by-phone', 'with-interpreter', 'in-writing')),
	CONSTRAINT "staff_entry_claimed" CHECK(("staff_entry"."claimed_at" is null) = ("staff_entry"."claimed_by" is null)),
	CONSTRAINT "staff_entry_confirmed" CHECK(("staff_entry"."confirmed_at" is null) = ("staff_entry"."confirmed_by" is null)
        and ("staff_entry"."confirmed_at" is null) = ("staff_entry"."confirmed_means" is null)
        and ("staff_entry"."confirmed_means" is null or "staff_entry"."confirmed_means" in ('own-sign-in', 'read-back')))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_entry_claim_hash_unique` ON `staff_entry` (`claim_hash`);--> statement-breakpoint
CREATE TABLE `call_reply` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`question` text NOT NULL,
	`answer` text NOT NULL,
	`published_at` integer NOT NULL,
	`published_by` text NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "call_reply_written" CHECK("call_reply"."question" <> '' and "call_reply"."answer" <> '')
);
--> statement-breakpoint
CREATE INDEX `call_reply_by_call` ON `call_reply` (`call_id`,`published_at`);
--> statement-breakpoint
CREATE TRIGGER help_given_no_update BEFORE UPDATE ON help_given
BEGIN SELECT raise(ABORT, 'help that was given is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER help_given_no_delete BEFORE DELETE ON help_given
WHEN EXISTS (SELECT 1 FROM application WHERE id = old.application_id)
BEGIN SELECT raise(ABORT, 'help that was given is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER help_save_no_update BEFORE UPDATE ON help_save
BEGIN SELECT raise(ABORT, 'who helped with an answer is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER help_save_no_delete BEFORE DELETE ON help_save
WHEN EXISTS (SELECT 1 FROM application WHERE id = old.application_id)
BEGIN SELECT raise(ABORT, 'who helped with an answer is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER help_offer_no_update BEFORE UPDATE ON help_offer
BEGIN SELECT raise(ABORT, 'help is offered once'); END;
--> statement-breakpoint
CREATE TRIGGER help_offer_no_delete BEFORE DELETE ON help_offer
WHEN EXISTS (SELECT 1 FROM application WHERE id = old.application_id)
BEGIN SELECT raise(ABORT, 'help is offered once'); END;
--> statement-breakpoint
CREATE TRIGGER help_question_of_own_call BEFORE INSERT ON help_question
WHEN new.question_id IS NOT NULL AND (SELECT call_id FROM call_question WHERE id = new.question_id)
  IS NOT (SELECT call_id FROM application WHERE id = new.application_id)
BEGIN SELECT raise(ABORT, 'what is asked about belongs to its own call'); END;
--> statement-breakpoint
-- An answer goes out by letter: it is given once.
CREATE TRIGGER help_question_answered_once BEFORE UPDATE ON help_question
WHEN new.id IS NOT old.id OR new.application_id IS NOT old.application_id OR new.question_id IS NOT old.question_id
  OR new.text IS NOT old.text OR new.asked_by IS NOT old.asked_by OR new.asked_at IS NOT old.asked_at
  OR (old.answered_at IS NOT NULL AND (new.answer IS NOT old.answer OR new.answered_by IS NOT old.answered_by
    OR new.answered_at IS NOT old.answered_at))
BEGIN SELECT raise(ABORT, 'a question stays as it was asked, and is answered once'); END;
--> statement-breakpoint
-- Somebody may have written it in a diary.
CREATE TRIGGER help_slot_keeps_its_word BEFORE UPDATE ON help_slot
WHEN old.withdrawn_at IS NOT NULL OR new.id IS NOT old.id OR new.call_id IS NOT old.call_id
  OR new.host_id IS NOT old.host_id OR new.starts_at IS NOT old.starts_at OR new.minutes IS NOT old.minutes
  OR new.way IS NOT old.way OR new.place IS NOT old.place OR new.language IS NOT old.language
  OR new.interpreter IS NOT old.interpreter OR new.created_at IS NOT old.created_at
BEGIN SELECT raise(ABORT, 'a time that is offered stays as it is, or is taken back'); END;
--> statement-breakpoint
CREATE TRIGGER help_booking_is_allowed BEFORE INSERT ON help_booking
WHEN NOT EXISTS (
  SELECT 1 FROM help_slot JOIN application ON application.call_id = help_slot.call_id
  WHERE help_slot.id = new.slot_id AND application.id = new.application_id AND application.state = 'draft'
    AND help_slot.withdrawn_at IS NULL AND help_slot.starts_at > new.booked_at
)
BEGIN SELECT raise(ABORT, 'a time is taken before it comes, for a draft of its call'); END;
--> statement-breakpoint
CREATE TRIGGER help_booking_cancelled_for_good BEFORE UPDATE ON help_booking
WHEN new.id IS NOT old.id OR new.slot_id IS NOT old.slot_id OR new.application_id IS NOT old.application_id
  OR new.booked_by IS NOT old.booked_by OR new.booked_at IS NOT old.booked_at OR new.phone IS NOT old.phone
  OR (old.cancelled_at IS NOT NULL AND (new.cancelled_at IS NOT old.cancelled_at OR new.cancelled_by IS NOT old.cancelled_by))
  OR (old.outcome IS NOT NULL AND new.outcome IS NOT old.outcome)
BEGIN SELECT raise(ABORT, 'a booking is cancelled, or has come to something, for good'); END;
--> statement-breakpoint
CREATE TRIGGER draft_feedback_of_a_draft BEFORE INSERT ON draft_feedback
WHEN (SELECT state FROM application WHERE id = new.application_id) IS NOT 'draft'
BEGIN SELECT raise(ABORT, 'comments are for a draft'); END;
--> statement-breakpoint
-- The copy is of one moment: it goes, or it stays as it was.
CREATE TRIGGER draft_feedback_copy_stays BEFORE UPDATE ON draft_feedback
WHEN new.id IS NOT old.id OR new.application_id IS NOT old.application_id OR new.asked_by IS NOT old.asked_by
  OR new.asked_at IS NOT old.asked_at OR (new.copy IS NOT NULL AND new.copy IS NOT old.copy)
  OR old.answered_at IS NOT NULL OR old.taken_back_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a copy that was lent is answered or given back, once'); END;
--> statement-breakpoint
CREATE TRIGGER staff_entry_keeps_its_origin BEFORE UPDATE ON staff_entry
WHEN new.application_id IS NOT old.application_id OR new.entered_by IS NOT old.entered_by
  OR new.started_at IS NOT old.started_at OR new.for_name IS NOT old.for_name OR new.phone IS NOT old.phone
  OR new.consent_means IS NOT old.consent_means OR new.consent_words IS NOT old.consent_words
  OR new.claim_hash IS NOT old.claim_hash
  OR (old.claimed_at IS NOT NULL AND (new.claimed_at IS NOT old.claimed_at OR new.claimed_by IS NOT old.claimed_by))
BEGIN SELECT raise(ABORT, 'what somebody agreed to stays as it was said'); END;
--> statement-breakpoint
CREATE TRIGGER staff_entry_no_delete BEFORE DELETE ON staff_entry
WHEN EXISTS (SELECT 1 FROM application WHERE id = old.application_id)
BEGIN SELECT raise(ABORT, 'who wrote an application down is never forgotten'); END;
--> statement-breakpoint
CREATE TRIGGER call_reply_stays_as_published BEFORE UPDATE ON call_reply
WHEN old.removed_at IS NOT NULL OR new.id IS NOT old.id OR new.call_id IS NOT old.call_id OR new.question IS NOT old.question
  OR new.answer IS NOT old.answer OR new.published_at IS NOT old.published_at OR new.published_by IS NOT old.published_by
BEGIN SELECT raise(ABORT, 'a published answer stays as it is, or is taken down'); END;
--> statement-breakpoint
CREATE TRIGGER call_reply_of_a_published_call BEFORE INSERT ON call_reply
WHEN (SELECT state FROM call WHERE id = new.call_id) IS NOT 'published'
BEGIN SELECT raise(ABORT, 'only a published call answers the public'); END;

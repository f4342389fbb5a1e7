CREATE TABLE `decision_letter` (
	`application_id` text NOT NULL,
	`stage` text NOT NULL,
	`language` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`feedback` text NOT NULL,
	`written_at` integer NOT NULL,
	`edited_by` text,
	`revision` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`application_id`, `stage`),
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edited_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decision_letter_stage" CHECK("decision_letter"."stage" in ('shortlist', 'award')),
	CONSTRAINT "decision_letter_written" CHECK(trim("decision_letter"."subject") <> '' and trim("decision_letter"."body") <> '')
);
--> statement-breakpoint
CREATE TABLE `decision_lock` (
	`call_id` text NOT NULL,
	`stage` text NOT NULL,
	`content_hash` text NOT NULL,
	`locked_at` integer NOT NULL,
	`locked_by` text NOT NULL,
	`confirmed_at` integer,
	`confirmed_by` text,
	`feedback_from` integer,
	`released_at` integer,
	`released_by` text,
	PRIMARY KEY(`call_id`, `stage`),
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`locked_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`released_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decision_lock_stage" CHECK("decision_lock"."stage" in ('shortlist', 'award')),
	CONSTRAINT "decision_lock_two" CHECK(("decision_lock"."confirmed_at" is null) = ("decision_lock"."confirmed_by" is null) and ("decision_lock"."confirmed_by" is null or "decision_lock"."confirmed_by" <> "decision_lock"."locked_by")),
	CONSTRAINT "decision_lock_released" CHECK(("decision_lock"."released_at" is null) = ("decision_lock"."released_by" is null) and ("decision_lock"."released_at" is null or "decision_lock"."confirmed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE `meeting_away` (
	`meeting_id` text NOT NULL,
	`application_id` text NOT NULL,
	`member_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`left_at` integer,
	PRIMARY KEY(`meeting_id`, `application_id`, `member_id`),
	FOREIGN KEY (`member_id`) REFERENCES `panel_member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`,`application_id`) REFERENCES `meeting_item`(`meeting_id`,`application_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `meeting_item` (
	`meeting_id` text NOT NULL,
	`application_id` text NOT NULL,
	`position` integer NOT NULL,
	`state` text NOT NULL,
	`opened_at` integer,
	`closed_at` integer,
	`notes` text NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`meeting_id`, `application_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `panel_meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "meeting_item_state" CHECK("meeting_item"."state" in ('waiting', 'now', 'done', 'left-out'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_item_one_now` ON `meeting_item` (`meeting_id`) WHERE state = 'now';--> statement-breakpoint
CREATE TABLE `meeting_presence` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`member_id` text NOT NULL,
	`came_at` integer NOT NULL,
	`went_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `panel_meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `panel_member`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "meeting_presence_times" CHECK("meeting_presence"."went_at" is null or "meeting_presence"."went_at" >= "meeting_presence"."came_at")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_presence_one_now` ON `meeting_presence` (`meeting_id`,`member_id`) WHERE went_at is null;--> statement-breakpoint
CREATE TABLE `panel_meeting` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`state` text NOT NULL,
	`opened_at` integer NOT NULL,
	`opened_by` text NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`call_id`) REFERENCES `panel`(`call_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "panel_meeting_state" CHECK("panel_meeting"."state" in ('open', 'ended') and ("panel_meeting"."state" = 'ended') = ("panel_meeting"."ended_at" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `panel_meeting_one_open` ON `panel_meeting` (`call_id`) WHERE state = 'open';--> statement-breakpoint
CREATE TABLE `panel_vote` (
	`meeting_id` text NOT NULL,
	`application_id` text NOT NULL,
	`member_id` text NOT NULL,
	`vote` text NOT NULL,
	`voted_at` integer NOT NULL,
	PRIMARY KEY(`meeting_id`, `application_id`, `member_id`),
	FOREIGN KEY (`member_id`) REFERENCES `panel_member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`,`application_id`) REFERENCES `meeting_item`(`meeting_id`,`application_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "panel_vote_known" CHECK("panel_vote"."vote" in ('for', 'against', 'abstain'))
);
--> statement-breakpoint
CREATE TABLE `pending_shortlist` (
	`application_id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`decision` text NOT NULL,
	`reason` text NOT NULL,
	`nearly` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`call_id`) REFERENCES `panel`(`call_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pending_shortlist_known" CHECK("pending_shortlist"."decision" in ('shortlisted', 'declined', 'ineligible')),
	CONSTRAINT "pending_shortlist_nearly" CHECK("pending_shortlist"."decision" = 'declined' or "pending_shortlist"."nearly" = 0)
);
--> statement-breakpoint
CREATE INDEX `pending_shortlist_by_call` ON `pending_shortlist` (`call_id`);--> statement-breakpoint
CREATE TABLE `score_revision` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`sheet_id` text NOT NULL,
	`criterion_id` text NOT NULL,
	`before` integer,
	`after` integer,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `panel_meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sheet_id`) REFERENCES `scoresheet`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`criterion_id`) REFERENCES `call_criterion`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "score_revision_after" CHECK("score_revision"."after" is null or (typeof("score_revision"."after") = 'integer' and "score_revision"."after" between 1 and 5)),
	CONSTRAINT "score_revision_changes" CHECK("score_revision"."before" is not "score_revision"."after")
);
--> statement-breakpoint
CREATE INDEX `score_revision_by_sheet` ON `score_revision` (`sheet_id`,`criterion_id`,`changed_at`);--> statement-breakpoint
CREATE TABLE `panel_hours` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`kind` text NOT NULL,
	`minutes` integer NOT NULL,
	`day` text NOT NULL,
	`note` text NOT NULL,
	`pay_choice` text NOT NULL,
	`hourly_minor` integer,
	`recorded_at` integer NOT NULL,
	`state` text NOT NULL,
	`answered_at` integer,
	`answered_by` text,
	`answer` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `panel_member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "panel_hours_kind" CHECK("panel_hours"."kind" in ('reading', 'meeting', 'practice', 'other')),
	CONSTRAINT "panel_hours_minutes" CHECK("panel_hours"."minutes" between 1 and 720),
	CONSTRAINT "panel_hours_day" CHECK("panel_hours"."day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "panel_hours_state" CHECK("panel_hours"."state" in ('recorded', 'confirmed', 'refused') and ("panel_hours"."state" = 'recorded') = ("panel_hours"."answered_at" is null) and ("panel_hours"."state" = 'refused') = (trim("panel_hours"."answer") <> ''))
);
--> statement-breakpoint
CREATE INDEX `panel_hours_by_member` ON `panel_hours` (`member_id`,`day`);--> statement-breakpoint
CREATE TABLE `panel_interest` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`person_id` text NOT NULL,
	`reads` text NOT NULL,
	`minutes_max` integer NOT NULL,
	`pay_choice` text NOT NULL,
	`needs_childcare` integer NOT NULL,
	`needs_travel` integer NOT NULL,
	`about` text NOT NULL,
	`consent_version` text NOT NULL,
	`sent_at` integer NOT NULL,
	`state` text NOT NULL,
	`answered_at` integer,
	`answered_by` text,
	FOREIGN KEY (`call_id`) REFERENCES `panel_offer`(`call_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "panel_interest_pay" CHECK("panel_interest"."pay_choice" in ('cash', 'voucher', 'none')),
	CONSTRAINT "panel_interest_minutes" CHECK("panel_interest"."minutes_max" between 15 and 6000),
	CONSTRAINT "panel_interest_state" CHECK("panel_interest"."state" in ('waiting', 'invited', 'turned-down') and ("panel_interest"."state" = 'waiting') = ("panel_interest"."answered_at" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `panel_interest_once` ON `panel_interest` (`call_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `panel_interest_by_person` ON `panel_interest` (`person_id`);--> statement-breakpoint
CREATE TABLE `panel_offer` (
	`call_id` text PRIMARY KEY NOT NULL,
	`is_recruiting` integer DEFAULT false NOT NULL,
	`minutes_asked` integer NOT NULL,
	`hourly_minor` integer,
	`pay_choices` text NOT NULL,
	`childcare` text NOT NULL,
	`travel` text NOT NULL,
	`access` text NOT NULL,
	`term_from` integer NOT NULL,
	`term_until` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "panel_offer_minutes" CHECK("panel_offer"."minutes_asked" between 30 and 6000),
	CONSTRAINT "panel_offer_pay" CHECK("panel_offer"."hourly_minor" is null or "panel_offer"."hourly_minor" > 0),
	CONSTRAINT "panel_offer_term" CHECK("panel_offer"."term_until" > "panel_offer"."term_from")
);
--> statement-breakpoint
CREATE TABLE `panel_reminder` (
	`member_id` text NOT NULL,
	`reminded_at` integer NOT NULL,
	`reminded_by` text,
	PRIMARY KEY(`member_id`, `reminded_at`),
	FOREIGN KEY (`member_id`) REFERENCES `panel_member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reminded_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `practice_sheet` (
	`member_id` text NOT NULL,
	`example` text NOT NULL,
	`scores` text NOT NULL,
	`sent_at` integer NOT NULL,
	PRIMARY KEY(`member_id`, `example`),
	FOREIGN KEY (`member_id`) REFERENCES `panel_member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `seat_link` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`told_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `panel_member`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "seat_link_kind" CHECK("seat_link"."kind" in ('organisation', 'household', 'sponsor')),
	CONSTRAINT "seat_link_name" CHECK(trim("seat_link"."name") <> '')
);
--> statement-breakpoint
CREATE INDEX `seat_link_by_member` ON `seat_link` (`member_id`);--> statement-breakpoint
CREATE TABLE `seat_terms` (
	`member_id` text PRIMARY KEY NOT NULL,
	`consent_version` text NOT NULL,
	`consented_at` integer NOT NULL,
	`reads` text NOT NULL,
	`minutes_max` integer NOT NULL,
	`minutes_per_day` integer NOT NULL,
	`pay_choice` text NOT NULL,
	`needs_childcare` integer NOT NULL,
	`needs_travel` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `panel_member`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "seat_terms_pay" CHECK("seat_terms"."pay_choice" in ('cash', 'voucher', 'none')),
	CONSTRAINT "seat_terms_minutes" CHECK("seat_terms"."minutes_max" between 15 and 6000 and "seat_terms"."minutes_per_day" between 15 and 600)
);
--> statement-breakpoint
CREATE TABLE `assignment` (
	`member_id` text NOT NULL,
	`application_id` text NOT NULL,
	`batch_id` text NOT NULL,
	`assigned_at` integer NOT NULL,
	`released_at` integer,
	`released_why` text,
	PRIMARY KEY(`member_id`, `application_id`),
	FOREIGN KEY (`member_id`) REFERENCES `panel_member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `assignment_batch`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assignment_released" CHECK(("assignment"."released_at" is null) = ("assignment"."released_why" is null) and ("assignment"."released_why" is null or "assignment"."released_why" in ('left', 'conflict', 'passed-on', 'taken-back')))
);
--> statement-breakpoint
CREATE INDEX `assignment_by_application` ON `assignment` (`application_id`);--> statement-breakpoint
CREATE TABLE `assignment_batch` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`reviews` integer NOT NULL,
	`made_at` integer NOT NULL,
	`made_by` text NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `panel`(`call_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assignment_batch_reviews" CHECK("assignment_batch"."reviews" between 1 and 20)
);
--> statement-breakpoint
CREATE INDEX `assignment_batch_by_call` ON `assignment_batch` (`call_id`);--> statement-breakpoint
CREATE TABLE `fairness_check` (
	`call_id` text PRIMARY KEY NOT NULL,
	`figures` text NOT NULL,
	`scores_hash` text NOT NULL,
	`response` text NOT NULL,
	`responded_at` integer NOT NULL,
	`responded_by` text NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `panel`(`call_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`responded_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "fairness_check_response" CHECK(trim("fairness_check"."response") <> '')
);
--> statement-breakpoint
CREATE TABLE `lottery_throw` (
	`lottery_id` text NOT NULL,
	`person_id` text NOT NULL,
	`thrown` text NOT NULL,
	`typed_at` integer NOT NULL,
	PRIMARY KEY(`lottery_id`, `person_id`, `typed_at`),
	FOREIGN KEY (`lottery_id`) REFERENCES `panel_lottery`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `panel_lottery` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`run_id` text NOT NULL,
	`places` integer NOT NULL,
	`entries` text NOT NULL,
	`entries_hash` text NOT NULL,
	`fixed_at` integer NOT NULL,
	`fixed_by` text NOT NULL,
	`thrown` text,
	`seed` text,
	`drawn` text,
	`drawn_at` integer,
	FOREIGN KEY (`call_id`) REFERENCES `panel`(`call_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`run_id`) REFERENCES `ranking_run`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`fixed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "panel_lottery_places" CHECK("panel_lottery"."places" >= 1),
	CONSTRAINT "panel_lottery_drawn" CHECK(("panel_lottery"."thrown" is null) = ("panel_lottery"."drawn_at" is null) and ("panel_lottery"."thrown" is null) = ("panel_lottery"."seed" is null) and ("panel_lottery"."thrown" is null) = ("panel_lottery"."drawn" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `panel_lottery_call_id_unique` ON `panel_lottery` (`call_id`);--> statement-breakpoint
CREATE TABLE `panel_rule` (
	`call_id` text PRIMARY KEY NOT NULL,
	`method` text NOT NULL,
	`middle` text NOT NULL,
	`reviews` integer NOT NULL,
	`quorum` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "panel_rule_method" CHECK("panel_rule"."method" in ('mean', 'trimmed', 'z', 'bayes')),
	CONSTRAINT "panel_rule_middle" CHECK("panel_rule"."middle" in ('discussion', 'lottery')),
	CONSTRAINT "panel_rule_numbers" CHECK("panel_rule"."reviews" between 1 and 20 and "panel_rule"."quorum" between 1 and 50)
);
--> statement-breakpoint
CREATE TABLE `ranking_run` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`method` text NOT NULL,
	`seed` text NOT NULL,
	`scores_hash` text NOT NULL,
	`fundable` integer NOT NULL,
	`result` text,
	`refusal` text,
	`ran_at` integer NOT NULL,
	`ran_by` text NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `panel`(`call_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ran_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ranking_run_whole" CHECK(("ranking_run"."result" is null) <> ("ranking_run"."refusal" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ranking_run_once` ON `ranking_run` (`call_id`,`method`,`fundable`,`scores_hash`,`seed`);--> statement-breakpoint
CREATE TABLE `redaction` (
	`application_id` text NOT NULL,
	`part` text NOT NULL,
	`text` text NOT NULL,
	`written_at` integer NOT NULL,
	`written_by` text NOT NULL,
	PRIMARY KEY(`application_id`, `part`),
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `review_phase` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`name` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`allows` text NOT NULL,
	`names` text NOT NULL,
	`others` text NOT NULL,
	`reviewer_names` integer NOT NULL,
	`scope` text NOT NULL,
	`recordings` text NOT NULL,
	`reminded_at` integer,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "review_phase_name" CHECK(trim("review_phase"."name") <> ''),
	CONSTRAINT "review_phase_window" CHECK("review_phase"."starts_at" < "review_phase"."ends_at"),
	CONSTRAINT "review_phase_known" CHECK("review_phase"."allows" in ('read', 'score') and "review_phase"."names" in ('shown', 'hidden') and "review_phase"."others" in ('never', 'after-mine', 'always') and "review_phase"."scope" in ('assigned', 'all') and "review_phase"."recordings" in ('all', 'sound', 'transcript'))
);
--> statement-breakpoint
CREATE INDEX `review_phase_by_call` ON `review_phase` (`call_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `conflict_history` (
	`member_id` text NOT NULL,
	`application_id` text NOT NULL,
	`level` text NOT NULL,
	`reason` text NOT NULL,
	`raised_by` text NOT NULL,
	`declared_at` integer NOT NULL,
	PRIMARY KEY(`member_id`, `application_id`, `level`)
);
--> statement-breakpoint
DROP TRIGGER scoresheet_begins;
--> statement-breakpoint
CREATE TABLE `__new_conflict` (
	`member_id` text NOT NULL,
	`application_id` text NOT NULL,
	`level` text NOT NULL,
	`reason` text NOT NULL,
	`raised_by` text NOT NULL,
	`ground` text,
	`raised_by_id` text,
	`declared_at` integer NOT NULL,
	PRIMARY KEY(`member_id`, `application_id`),
	FOREIGN KEY (`member_id`) REFERENCES `panel_member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`raised_by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "conflict_level" CHECK("__new_conflict"."level" in ('none', 'soft', 'hard')),
	CONSTRAINT "conflict_raised_by" CHECK("__new_conflict"."raised_by" in ('member', 'staff', 'portal', 'applicant', 'passed-on')),
	CONSTRAINT "conflict_named_staff" CHECK(("__new_conflict"."raised_by" = 'staff') = ("__new_conflict"."raised_by_id" is not null)),
	CONSTRAINT "conflict_ground" CHECK("__new_conflict"."ground" is null or ("__new_conflict"."level" <> 'none' and "__new_conflict"."ground" in ('organisation', 'household', 'sponsor', 'mentor', 'helped', 'team', 'money', 'other'))),
	CONSTRAINT "conflict_reason" CHECK(("__new_conflict"."level" = 'none' and "__new_conflict"."reason" = '') or ("__new_conflict"."level" <> 'none' and (trim("__new_conflict"."reason") <> '' or "__new_conflict"."raised_by" = 'passed-on')))
);
--> statement-breakpoint
INSERT INTO `__new_conflict`("member_id", "application_id", "level", "reason", "raised_by", "ground", "raised_by_id", "declared_at") SELECT member_id, application_id, iif(level = 'conflict', 'hard', 'none'), reason, iif(by_applicant, 'applicant', 'member'), NULL, NULL, declared_at FROM `conflict`;--> statement-breakpoint
DROP TABLE `conflict`;--> statement-breakpoint
ALTER TABLE `__new_conflict` RENAME TO `conflict`;--> statement-breakpoint
CREATE INDEX `conflict_by_application` ON `conflict` (`application_id`);--> statement-breakpoint
ALTER TABLE `scoresheet` ADD `begun_at` integer;--> statement-breakpoint
ALTER TABLE `scoresheet` ADD `revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `shortlisting` ADD `nearly` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `award_outcome` ADD `reserve_until` integer;--> statement-breakpoint
ALTER TABLE `award_outcome` ADD `ineligible` integer DEFAULT false NOT NULL;
--> statement-breakpoint
-- Conflicts: about applications of the same call, never taken back, and never beside a live sheet.
CREATE TRIGGER conflict_same_call BEFORE INSERT ON conflict
WHEN (SELECT call_id FROM panel_member WHERE id = new.member_id) IS NOT (SELECT call_id FROM application WHERE id = new.application_id)
BEGIN SELECT raise(ABORT, 'a conflict is declared on an application of the panel''s own call'); END;
--> statement-breakpoint
CREATE TRIGGER conflict_own_application BEFORE INSERT ON conflict
WHEN new.level <> 'hard' AND EXISTS (
  SELECT 1 FROM panel_member
  LEFT JOIN application ON application.id = new.application_id AND application.applicant_id = panel_member.person_id
  LEFT JOIN application_member ON application_member.application_id = new.application_id
    AND application_member.person_id = panel_member.person_id
  WHERE panel_member.id = new.member_id AND (application.id IS NOT NULL OR application_member.id IS NOT NULL))
BEGIN SELECT raise(ABORT, 'nobody is free of conflict about her own application'); END;
--> statement-breakpoint
CREATE TRIGGER conflict_no_live_sheet_insert BEFORE INSERT ON conflict
WHEN new.level <> 'none' AND EXISTS (
  SELECT 1 FROM scoresheet WHERE member_id = new.member_id AND application_id = new.application_id AND state <> 'set-aside')
BEGIN SELECT raise(ABORT, 'a conflict leaves no live sheet'); END;
--> statement-breakpoint
CREATE TRIGGER conflict_no_live_sheet_update BEFORE UPDATE ON conflict
WHEN new.level <> 'none' AND EXISTS (
  SELECT 1 FROM scoresheet WHERE member_id = new.member_id AND application_id = new.application_id AND state <> 'set-aside')
BEGIN SELECT raise(ABORT, 'a conflict leaves no live sheet'); END;
--> statement-breakpoint
CREATE TRIGGER conflict_only_grows BEFORE UPDATE ON conflict
WHEN new.member_id <> old.member_id OR new.application_id <> old.application_id OR NOT (
  (old.level = 'none' AND new.level IN ('soft', 'hard')) OR (old.level = 'soft' AND new.level = 'hard'))
BEGIN SELECT raise(ABORT, 'a declared conflict is never taken back'); END;
--> statement-breakpoint
CREATE TRIGGER conflict_history_kept AFTER UPDATE ON conflict
BEGIN
  INSERT INTO conflict_history (member_id, application_id, level, reason, raised_by, declared_at)
  VALUES (old.member_id, old.application_id, old.level, old.reason, old.raised_by, old.declared_at);
END;
--> statement-breakpoint
CREATE TRIGGER conflict_stays BEFORE DELETE ON conflict
BEGIN SELECT raise(ABORT, 'a declared conflict is never taken back'); END;
--> statement-breakpoint
-- Sheets: begun by a seated member without a conflict while the panel scores; frozen once handed in.
CREATE TRIGGER scoresheet_begins BEFORE INSERT ON scoresheet
WHEN new.state <> 'draft' OR NOT EXISTS (
  SELECT 1 FROM panel_member
  JOIN panel ON panel.call_id = panel_member.call_id
  JOIN application ON application.call_id = panel_member.call_id
  JOIN conflict ON conflict.member_id = panel_member.id AND conflict.application_id = application.id
  WHERE panel_member.id = new.member_id AND application.id = new.application_id
    AND panel_member.state = 'accepted' AND panel.state = 'scoring' AND application.state = 'submitted'
    AND conflict.level = 'none')
BEGIN SELECT raise(ABORT, 'only a seated member without a conflict begins a sheet'); END;
--> statement-breakpoint
DROP TRIGGER score_on_draft_update;
--> statement-breakpoint
-- Once a sheet is in, a score changes only with a revision that says what stood before.
CREATE TRIGGER score_on_draft_update BEFORE UPDATE ON score
WHEN new.sheet_id <> old.sheet_id OR new.criterion_id <> old.criterion_id
  OR ((SELECT state FROM scoresheet WHERE id = old.sheet_id) IS NOT 'draft'
    AND NOT ((SELECT state FROM scoresheet WHERE id = old.sheet_id) = 'submitted' AND EXISTS (
      SELECT 1 FROM score_revision AS revision JOIN panel_meeting AS meeting ON meeting.id = revision.meeting_id
      WHERE revision.rowid = (
          SELECT max(rowid) FROM score_revision WHERE sheet_id = old.sheet_id AND criterion_id = old.criterion_id)
        AND revision.before IS old.value AND revision.after IS new.value AND meeting.state = 'open')))
BEGIN SELECT raise(ABORT, 'a submitted sheet is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER conflict_history_no_update BEFORE UPDATE ON conflict_history
BEGIN SELECT raise(ABORT, 'what a conflict was before is kept'); END;
--> statement-breakpoint
CREATE TRIGGER conflict_history_no_delete BEFORE DELETE ON conflict_history
BEGIN SELECT raise(ABORT, 'what a conflict was before is kept'); END;
--> statement-breakpoint
-- A practice round, hours and reminders: what was said stays said.
CREATE TRIGGER practice_sheet_no_update BEFORE UPDATE ON practice_sheet
BEGIN SELECT raise(ABORT, 'a practice round is done once'); END;
--> statement-breakpoint
CREATE TRIGGER practice_sheet_no_delete BEFORE DELETE ON practice_sheet
BEGIN SELECT raise(ABORT, 'a practice round is done once'); END;
--> statement-breakpoint
CREATE TRIGGER panel_reminder_no_update BEFORE UPDATE ON panel_reminder
BEGIN SELECT raise(ABORT, 'a reminder that went out is kept'); END;
--> statement-breakpoint
CREATE TRIGGER panel_reminder_no_delete BEFORE DELETE ON panel_reminder
BEGIN SELECT raise(ABORT, 'a reminder that went out is kept'); END;
--> statement-breakpoint
CREATE TRIGGER panel_hours_stay BEFORE UPDATE ON panel_hours
WHEN old.state <> 'recorded' OR new.id <> old.id OR new.member_id <> old.member_id OR new.recorded_at <> old.recorded_at
BEGIN SELECT raise(ABORT, 'hours that were answered are kept'); END;
--> statement-breakpoint
CREATE TRIGGER panel_hours_kept BEFORE DELETE ON panel_hours
WHEN old.state <> 'recorded'
BEGIN SELECT raise(ABORT, 'hours that were answered are kept'); END;
--> statement-breakpoint
-- What is given out is given to a seated member, about an application of the same call, and never over a tie.
CREATE TRIGGER assignment_same_call BEFORE INSERT ON assignment
WHEN NOT EXISTS (
  SELECT 1 FROM panel_member
  JOIN application ON application.call_id = panel_member.call_id
  JOIN assignment_batch ON assignment_batch.call_id = panel_member.call_id
  WHERE panel_member.id = new.member_id AND application.id = new.application_id AND assignment_batch.id = new.batch_id
    AND panel_member.state = 'accepted' AND application.state = 'submitted')
BEGIN SELECT raise(ABORT, 'an application is given to a seated member of its own panel'); END;
--> statement-breakpoint
CREATE TRIGGER assignment_without_tie BEFORE INSERT ON assignment
WHEN EXISTS (
  SELECT 1 FROM conflict
  WHERE member_id = new.member_id AND application_id = new.application_id AND level <> 'none')
BEGIN SELECT raise(ABORT, 'nobody is given what she is tied to'); END;
--> statement-breakpoint
CREATE TRIGGER assignment_stays_theirs BEFORE UPDATE ON assignment
WHEN new.member_id <> old.member_id OR new.application_id <> old.application_id
BEGIN SELECT raise(ABORT, 'what is given out stays with its member and its application'); END;
--> statement-breakpoint
CREATE TRIGGER assignment_kept BEFORE DELETE ON assignment
BEGIN SELECT raise(ABORT, 'what was given out is kept'); END;
--> statement-breakpoint
-- Whatever way a tie comes to light, the application leaves the desk with it.
CREATE TRIGGER conflict_releases_assignment_insert AFTER INSERT ON conflict
WHEN new.level <> 'none'
BEGIN
  UPDATE assignment SET released_at = new.declared_at, released_why = iif(new.raised_by = 'passed-on', 'passed-on', 'conflict')
  WHERE member_id = new.member_id AND application_id = new.application_id AND released_at IS NULL;
END;
--> statement-breakpoint
CREATE TRIGGER conflict_releases_assignment_update AFTER UPDATE ON conflict
WHEN new.level <> 'none'
BEGIN
  UPDATE assignment SET released_at = new.declared_at, released_why = iif(new.raised_by = 'passed-on', 'passed-on', 'conflict')
  WHERE member_id = new.member_id AND application_id = new.application_id AND released_at IS NULL;
END;
--> statement-breakpoint
-- One phase is active at a time.
CREATE TRIGGER review_phase_apart_insert BEFORE INSERT ON review_phase
WHEN EXISTS (
  SELECT 1 FROM review_phase WHERE call_id = new.call_id AND starts_at < new.ends_at AND new.starts_at < ends_at)
BEGIN SELECT raise(ABORT, 'one phase is active at a time'); END;
--> statement-breakpoint
CREATE TRIGGER review_phase_apart_update BEFORE UPDATE ON review_phase
WHEN new.call_id <> old.call_id OR EXISTS (
  SELECT 1 FROM review_phase
  WHERE call_id = new.call_id AND id <> new.id AND starts_at < new.ends_at AND new.starts_at < ends_at)
BEGIN SELECT raise(ABORT, 'one phase is active at a time'); END;
--> statement-breakpoint
-- How scores become an order is fixed before anybody scores.
CREATE TRIGGER panel_rule_frozen_insert BEFORE INSERT ON panel_rule
WHEN EXISTS (SELECT 1 FROM panel WHERE call_id = new.call_id AND state <> 'preparing')
BEGIN SELECT raise(ABORT, 'how the panel ranks is fixed before it scores'); END;
--> statement-breakpoint
CREATE TRIGGER panel_rule_frozen_update BEFORE UPDATE ON panel_rule
WHEN EXISTS (SELECT 1 FROM panel WHERE call_id = old.call_id AND state <> 'preparing')
BEGIN SELECT raise(ABORT, 'how the panel ranks is fixed before it scores'); END;
--> statement-breakpoint
CREATE TRIGGER panel_rule_frozen_delete BEFORE DELETE ON panel_rule
WHEN EXISTS (SELECT 1 FROM panel WHERE call_id = old.call_id AND state <> 'preparing')
BEGIN SELECT raise(ABORT, 'how the panel ranks is fixed before it scores'); END;
--> statement-breakpoint
CREATE TRIGGER ranking_run_no_update BEFORE UPDATE ON ranking_run
BEGIN SELECT raise(ABORT, 'a calculation is kept as it was'); END;
--> statement-breakpoint
CREATE TRIGGER ranking_run_no_delete BEFORE DELETE ON ranking_run
BEGIN SELECT raise(ABORT, 'a calculation is kept as it was'); END;
--> statement-breakpoint
CREATE TRIGGER fairness_check_no_update BEFORE UPDATE ON fairness_check
BEGIN SELECT raise(ABORT, 'what the chair said is kept'); END;
--> statement-breakpoint
CREATE TRIGGER fairness_check_no_delete BEFORE DELETE ON fairness_check
BEGIN SELECT raise(ABORT, 'what the chair said is kept'); END;
--> statement-breakpoint
CREATE TRIGGER lottery_throw_no_update BEFORE UPDATE ON lottery_throw
BEGIN SELECT raise(ABORT, 'what was read off the dice is kept'); END;
--> statement-breakpoint
CREATE TRIGGER lottery_throw_no_delete BEFORE DELETE ON lottery_throw
BEGIN SELECT raise(ABORT, 'what was read off the dice is kept'); END;
--> statement-breakpoint
CREATE TRIGGER panel_lottery_fixed BEFORE UPDATE ON panel_lottery
WHEN old.thrown IS NOT NULL OR new.id <> old.id OR new.call_id <> old.call_id OR new.run_id <> old.run_id
  OR new.places <> old.places OR new.entries <> old.entries OR new.entries_hash <> old.entries_hash
  OR new.fixed_at <> old.fixed_at OR new.fixed_by <> old.fixed_by
BEGIN SELECT raise(ABORT, 'a lottery is fixed before the throw, and drawn once'); END;
--> statement-breakpoint
CREATE TRIGGER panel_lottery_by_two BEFORE UPDATE ON panel_lottery
WHEN new.thrown IS NOT NULL AND (
  SELECT count(DISTINCT person_id) FROM lottery_throw WHERE lottery_id = new.id AND thrown = new.thrown) < 2
BEGIN SELECT raise(ABORT, 'two people have read the same off the dice'); END;
--> statement-breakpoint
CREATE TRIGGER panel_lottery_kept BEFORE DELETE ON panel_lottery
BEGIN SELECT raise(ABORT, 'a lottery is fixed before the throw, and drawn once'); END;
--> statement-breakpoint
CREATE TRIGGER lottery_throw_before_drawing BEFORE INSERT ON lottery_throw
WHEN (SELECT thrown FROM panel_lottery WHERE id = new.lottery_id) IS NOT NULL
BEGIN SELECT raise(ABORT, 'a lottery is fixed before the throw, and drawn once'); END;
--> statement-breakpoint
-- A panel meets after scoring and before anything is decided; what happened there is kept.
CREATE TRIGGER panel_meeting_after_scoring BEFORE INSERT ON panel_meeting
WHEN (SELECT state FROM panel WHERE call_id = new.call_id) IS NOT 'closed'
  OR EXISTS (SELECT 1 FROM shortlisting WHERE call_id = new.call_id)
BEGIN SELECT raise(ABORT, 'a panel meets after scoring and before it is decided'); END;
--> statement-breakpoint
CREATE TRIGGER panel_meeting_ends_once BEFORE UPDATE ON panel_meeting
WHEN old.state = 'ended' OR new.id <> old.id OR new.call_id <> old.call_id OR new.opened_at <> old.opened_at
BEGIN SELECT raise(ABORT, 'a meeting that has ended is a record'); END;
--> statement-breakpoint
CREATE TRIGGER panel_meeting_kept BEFORE DELETE ON panel_meeting
BEGIN SELECT raise(ABORT, 'a meeting that has ended is a record'); END;
--> statement-breakpoint
CREATE TRIGGER meeting_presence_while_open_insert BEFORE INSERT ON meeting_presence
WHEN (SELECT state FROM panel_meeting WHERE id = new.meeting_id) IS NOT 'open'
BEGIN SELECT raise(ABORT, 'a meeting that has ended is a record'); END;
--> statement-breakpoint
CREATE TRIGGER meeting_presence_while_open_update BEFORE UPDATE ON meeting_presence
WHEN (SELECT state FROM panel_meeting WHERE id = old.meeting_id) IS NOT 'open'
BEGIN SELECT raise(ABORT, 'a meeting that has ended is a record'); END;
--> statement-breakpoint
CREATE TRIGGER meeting_presence_while_open_delete BEFORE DELETE ON meeting_presence
WHEN (SELECT state FROM panel_meeting WHERE id = old.meeting_id) IS NOT 'open'
BEGIN SELECT raise(ABORT, 'a meeting that has ended is a record'); END;
--> statement-breakpoint
CREATE TRIGGER meeting_item_while_open_insert BEFORE INSERT ON meeting_item
WHEN (SELECT state FROM panel_meeting WHERE id = new.meeting_id) IS NOT 'open'
BEGIN SELECT raise(ABORT, 'a meeting that has ended is a record'); END;
--> statement-breakpoint
CREATE TRIGGER meeting_item_while_open_update BEFORE UPDATE ON meeting_item
WHEN (SELECT state FROM panel_meeting WHERE id = old.meeting_id) IS NOT 'open'
BEGIN SELECT raise(ABORT, 'a meeting that has ended is a record'); END;
--> statement-breakpoint
CREATE TRIGGER meeting_item_while_open_delete BEFORE DELETE ON meeting_item
WHEN (SELECT state FROM panel_meeting WHERE id = old.meeting_id) IS NOT 'open'
BEGIN SELECT raise(ABORT, 'a meeting that has ended is a record'); END;
--> statement-breakpoint
CREATE TRIGGER meeting_away_while_open_insert BEFORE INSERT ON meeting_away
WHEN (SELECT state FROM panel_meeting WHERE id = new.meeting_id) IS NOT 'open'
BEGIN SELECT raise(ABORT, 'a meeting that has ended is a record'); END;
--> statement-breakpoint
CREATE TRIGGER meeting_away_while_open_update BEFORE UPDATE ON meeting_away
WHEN (SELECT state FROM panel_meeting WHERE id = old.meeting_id) IS NOT 'open'
BEGIN SELECT raise(ABORT, 'a meeting that has ended is a record'); END;
--> statement-breakpoint
CREATE TRIGGER meeting_away_while_open_delete BEFORE DELETE ON meeting_away
WHEN (SELECT state FROM panel_meeting WHERE id = old.meeting_id) IS NOT 'open'
BEGIN SELECT raise(ABORT, 'a meeting that has ended is a record'); END;
--> statement-breakpoint
CREATE TRIGGER panel_vote_while_open_insert BEFORE INSERT ON panel_vote
WHEN (SELECT state FROM panel_meeting WHERE id = new.meeting_id) IS NOT 'open'
BEGIN SELECT raise(ABORT, 'a meeting that has ended is a record'); END;
--> statement-breakpoint
CREATE TRIGGER panel_vote_while_open_update BEFORE UPDATE ON panel_vote
WHEN (SELECT state FROM panel_meeting WHERE id = old.meeting_id) IS NOT 'open'
BEGIN SELECT raise(ABORT, 'a meeting that has ended is a record'); END;
--> statement-breakpoint
CREATE TRIGGER panel_vote_while_open_delete BEFORE DELETE ON panel_vote
WHEN (SELECT state FROM panel_meeting WHERE id = old.meeting_id) IS NOT 'open'
BEGIN SELECT raise(ABORT, 'a meeting that has ended is a record'); END;
--> statement-breakpoint
CREATE TRIGGER panel_vote_by_the_untied_insert BEFORE INSERT ON panel_vote
WHEN EXISTS (
    SELECT 1 FROM conflict WHERE member_id = new.member_id AND application_id = new.application_id AND level <> 'none')
  OR NOT EXISTS (
    SELECT 1 FROM meeting_presence WHERE meeting_id = new.meeting_id AND member_id = new.member_id AND went_at IS NULL)
  OR NOT EXISTS (
    SELECT 1 FROM meeting_item
    WHERE meeting_id = new.meeting_id AND application_id = new.application_id AND state = 'now')
BEGIN SELECT raise(ABORT, 'whoever is there and free of ties votes on what is on the table'); END;
--> statement-breakpoint
CREATE TRIGGER panel_vote_by_the_untied_update BEFORE UPDATE ON panel_vote
WHEN EXISTS (
    SELECT 1 FROM conflict WHERE member_id = new.member_id AND application_id = new.application_id AND level <> 'none')
  OR NOT EXISTS (
    SELECT 1 FROM meeting_presence WHERE meeting_id = new.meeting_id AND member_id = new.member_id AND went_at IS NULL)
  OR NOT EXISTS (
    SELECT 1 FROM meeting_item
    WHERE meeting_id = new.meeting_id AND application_id = new.application_id AND state = 'now')
BEGIN SELECT raise(ABORT, 'whoever is there and free of ties votes on what is on the table'); END;
--> statement-breakpoint
CREATE TRIGGER score_revision_no_update BEFORE UPDATE ON score_revision
BEGIN SELECT raise(ABORT, 'a score that was changed is kept as it was'); END;
--> statement-breakpoint
CREATE TRIGGER score_revision_no_delete BEFORE DELETE ON score_revision
BEGIN SELECT raise(ABORT, 'a score that was changed is kept as it was'); END;
--> statement-breakpoint
CREATE TRIGGER score_revision_in_a_meeting BEFORE INSERT ON score_revision
WHEN NOT EXISTS (
  SELECT 1 FROM scoresheet JOIN panel_member ON panel_member.id = scoresheet.member_id
    JOIN panel_meeting ON panel_meeting.call_id = panel_member.call_id
    JOIN meeting_presence ON meeting_presence.meeting_id = panel_meeting.id
      AND meeting_presence.member_id = scoresheet.member_id AND meeting_presence.went_at IS NULL
  WHERE scoresheet.id = new.sheet_id AND scoresheet.state = 'submitted'
    AND panel_meeting.id = new.meeting_id AND panel_meeting.state = 'open')
BEGIN SELECT raise(ABORT, 'a score is changed by its owner in a meeting of the panel'); END;
--> statement-breakpoint
-- Once locked, a decision is what the second person sees, and what is released.
CREATE TRIGGER pending_shortlist_unlocked_insert BEFORE INSERT ON pending_shortlist
WHEN EXISTS (SELECT 1 FROM decision_lock WHERE call_id = new.call_id AND stage = 'shortlist')
BEGIN SELECT raise(ABORT, 'a decision that is locked is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER pending_shortlist_unlocked_update BEFORE UPDATE ON pending_shortlist
WHEN EXISTS (SELECT 1 FROM decision_lock WHERE call_id = old.call_id AND stage = 'shortlist')
BEGIN SELECT raise(ABORT, 'a decision that is locked is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER pending_shortlist_unlocked_delete BEFORE DELETE ON pending_shortlist
WHEN EXISTS (SELECT 1 FROM decision_lock WHERE call_id = old.call_id AND stage = 'shortlist')
BEGIN SELECT raise(ABORT, 'a decision that is locked is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER decision_lock_forwards BEFORE UPDATE ON decision_lock
WHEN old.released_at IS NOT NULL OR new.call_id <> old.call_id OR new.stage <> old.stage
  OR new.content_hash <> old.content_hash OR new.locked_at <> old.locked_at OR new.locked_by <> old.locked_by
  OR (old.confirmed_at IS NOT NULL AND (new.confirmed_at <> old.confirmed_at OR new.confirmed_by <> old.confirmed_by))
BEGIN SELECT raise(ABORT, 'a lock is confirmed and released, or taken off before that'); END;
--> statement-breakpoint
CREATE TRIGGER decision_lock_taken_off BEFORE DELETE ON decision_lock
WHEN old.released_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a lock is confirmed and released, or taken off before that'); END;
--> statement-breakpoint
CREATE TRIGGER decision_letter_released_update BEFORE UPDATE ON decision_letter
WHEN EXISTS (
  SELECT 1 FROM application JOIN decision_lock ON decision_lock.call_id = application.call_id
  WHERE application.id = old.application_id AND decision_lock.stage = old.stage AND decision_lock.released_at IS NOT NULL)
BEGIN SELECT raise(ABORT, 'a letter that went out is kept as it was'); END;
--> statement-breakpoint
CREATE TRIGGER decision_letter_released_delete BEFORE DELETE ON decision_letter
WHEN EXISTS (
  SELECT 1 FROM application JOIN decision_lock ON decision_lock.call_id = application.call_id
  WHERE application.id = old.application_id AND decision_lock.stage = old.stage AND decision_lock.released_at IS NOT NULL)
BEGIN SELECT raise(ABORT, 'a letter that went out is kept as it was'); END;

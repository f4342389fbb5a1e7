CREATE TABLE `answer` (
	`application_id` text NOT NULL,
	`question_id` text NOT NULL,
	`text` text NOT NULL,
	`words` integer NOT NULL,
	`revision` integer NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`application_id`, `question_id`),
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`) REFERENCES `call_question`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "answer_counts" CHECK("answer"."revision" > 0 and "answer"."words" >= 0)
);
--> statement-breakpoint
CREATE TABLE `application` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`applicant_id` text NOT NULL,
	`reference` text NOT NULL,
	`state` text NOT NULL,
	`title` text NOT NULL,
	`one_line` text NOT NULL,
	`group_name` text NOT NULL,
	`theme` text NOT NULL,
	`city` text NOT NULL,
	`amount_minor` integer,
	`language` text NOT NULL,
	`details_revision` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`submitted_at` integer,
	`settled_at` integer,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`applicant_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "application_state" CHECK("application"."state" in ('draft', 'submitted', 'withdrawn')),
	CONSTRAINT "application_state_instants" CHECK(("application"."state" <> 'draft' or "application"."submitted_at" is null)
        and ("application"."state" <> 'submitted' or "application"."submitted_at" is not null)
        and ("application"."state" = 'withdrawn') = ("application"."withdrawn_at" is not null)
        and ("application"."withdrawn_reason" is null or "application"."state" = 'withdrawn')),
	CONSTRAINT "application_settled" CHECK("application"."settled_at" is null or "application"."state" = 'submitted'),
	CONSTRAINT "application_amount" CHECK("application"."amount_minor" is null or "application"."amount_minor" > 0),
	CONSTRAINT "application_submitted_whole" CHECK("application"."submitted_at" is null or ("application"."title" <> '' and "application"."group_name" <> '' and "application"."amount_minor" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `application_reference_unique` ON `application` (`reference`);--> statement-breakpoint
CREATE INDEX `application_by_call` ON `application` (`call_id`,`state`,`reference`);--> statement-breakpoint
CREATE INDEX `application_by_applicant` ON `application` (`applicant_id`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `application_one_draft` ON `application` (`call_id`,`applicant_id`) WHERE state = 'draft';--> statement-breakpoint
CREATE TABLE `media` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`question_id` text NOT NULL,
	`file_name` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256_given` text,
	`sha256` text,
	`mime` text,
	`seconds` real,
	`state` text NOT NULL,
	`rejected_reason` text,
	`created_at` integer NOT NULL,
	`state_at` integer NOT NULL,
	`stored_name` text,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`) REFERENCES `call_question`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "media_state" CHECK("media"."state" in ('receiving', 'hashing', 'probing', 'ready', 'rejected')),
	CONSTRAINT "media_bytes" CHECK("media"."bytes" between 0 and 524288000),
	CONSTRAINT "media_ready_whole" CHECK(("media"."state" = 'ready') = ("media"."stored_name" is not null)
        and ("media"."state" <> 'ready' or ("media"."sha256" is not null and "media"."mime" is not null and "media"."seconds" is not null))),
	CONSTRAINT "media_rejected_why" CHECK(("media"."state" = 'rejected') = ("media"."rejected_reason" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `media_stored_name_unique` ON `media` (`stored_name`);--> statement-breakpoint
CREATE INDEX `media_by_application` ON `media` (`application_id`,`question_id`);--> statement-breakpoint
CREATE INDEX `media_by_state` ON `media` (`state`,`state_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `media_one_ready` ON `media` (`application_id`,`question_id`) WHERE state = 'ready';--> statement-breakpoint
CREATE UNIQUE INDEX `media_one_arriving` ON `media` (`application_id`,`question_id`) WHERE state <> 'ready';--> statement-breakpoint
CREATE TABLE `conflict` (
	`member_id` text NOT NULL,
	`application_id` text NOT NULL,
	`level` text NOT NULL,
	`reason` text NOT NULL,
	`declared_at` integer NOT NULL,
	PRIMARY KEY(`member_id`, `application_id`),
	FOREIGN KEY (`member_id`) REFERENCES `panel_member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "conflict_level" CHECK("conflict"."level" in ('none', 'conflict')),
	CONSTRAINT "conflict_reason" CHECK(("conflict"."level" = 'conflict') = (trim("conflict"."reason") <> ''))
);
--> statement-breakpoint
CREATE INDEX `conflict_by_application` ON `conflict` (`application_id`);--> statement-breakpoint
CREATE TABLE `panel` (
	`call_id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`opened_at` integer,
	`closed_at` integer,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "panel_state" CHECK("panel"."state" in ('preparing', 'scoring', 'closed')),
	CONSTRAINT "panel_opened" CHECK(("panel"."state" = 'preparing') = ("panel"."opened_at" is null)),
	CONSTRAINT "panel_closed" CHECK(("panel"."state" = 'closed') = ("panel"."closed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE `panel_member` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`invited_by` text NOT NULL,
	`invited_at` integer NOT NULL,
	`answered_at` integer,
	FOREIGN KEY (`call_id`) REFERENCES `panel`(`call_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "panel_member_kind" CHECK("panel_member"."kind" in ('participant', 'staff', 'funder', 'expert')),
	CONSTRAINT "panel_member_state" CHECK("panel_member"."state" in ('invited', 'accepted', 'declined', 'left')),
	CONSTRAINT "panel_member_answered" CHECK(("panel_member"."state" = 'invited') = ("panel_member"."answered_at" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `panel_member_once` ON `panel_member` (`call_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `panel_member_by_person` ON `panel_member` (`person_id`);--> statement-breakpoint
CREATE TABLE `score` (
	`sheet_id` text NOT NULL,
	`criterion_id` text NOT NULL,
	`value` integer,
	PRIMARY KEY(`sheet_id`, `criterion_id`),
	FOREIGN KEY (`sheet_id`) REFERENCES `scoresheet`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`criterion_id`) REFERENCES `call_criterion`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "score_value" CHECK("score"."value" is null or (typeof("score"."value") = 'integer' and "score"."value" between 1 and 5))
);
--> statement-breakpoint
CREATE TABLE `scoresheet` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`application_id` text NOT NULL,
	`state` text NOT NULL,
	`strength` text NOT NULL,
	`concern` text NOT NULL,
	`saved_at` integer NOT NULL,
	`submitted_at` integer,
	FOREIGN KEY (`member_id`) REFERENCES `panel_member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "scoresheet_state" CHECK("scoresheet"."state" in ('draft', 'submitted', 'set-aside')),
	CONSTRAINT "scoresheet_draft" CHECK("scoresheet"."state" <> 'draft' or "scoresheet"."submitted_at" is null),
	CONSTRAINT "scoresheet_submitted" CHECK("scoresheet"."state" <> 'submitted' or ("scoresheet"."submitted_at" is not null and trim("scoresheet"."strength") <> '' and trim("scoresheet"."concern") <> ''))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `scoresheet_once` ON `scoresheet` (`member_id`,`application_id`);--> statement-breakpoint
CREATE INDEX `scoresheet_by_application` ON `scoresheet` (`application_id`,`state`);--> statement-breakpoint
CREATE TABLE `shortlisting` (
	`application_id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`decision` text NOT NULL,
	`reason` text NOT NULL,
	`rank` integer,
	`mean_milli` integer,
	`spread_milli` integer,
	`sheets` integer NOT NULL,
	`decided_by` text NOT NULL,
	`decided_at` integer NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`call_id`) REFERENCES `panel`(`call_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "shortlisting_decision" CHECK("shortlisting"."decision" in ('shortlisted', 'not-shortlisted')),
	CONSTRAINT "shortlisting_reason" CHECK(trim("shortlisting"."reason") <> ''),
	CONSTRAINT "shortlisting_mean" CHECK(("shortlisting"."mean_milli" is null) = ("shortlisting"."rank" is null))
);
--> statement-breakpoint
CREATE INDEX `shortlisting_by_call` ON `shortlisting` (`call_id`);--> statement-breakpoint
CREATE TABLE `acceptance` (
	`award_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`typed_name` text NOT NULL,
	`agreement_version` text NOT NULL,
	`agreement_hash` text NOT NULL,
	`accepted_at` integer NOT NULL,
	FOREIGN KEY (`award_id`) REFERENCES `award`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "acceptance_name" CHECK(trim("acceptance"."typed_name") <> '')
);
--> statement-breakpoint
CREATE TABLE `award` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`partner_id` text NOT NULL,
	`application_id` text NOT NULL,
	`recipient_id` text NOT NULL,
	`group_name` text NOT NULL,
	`title` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`state` text NOT NULL,
	`tranche_weights` text NOT NULL,
	`agreement_version` text NOT NULL,
	`agreement_text` text NOT NULL,
	`agreement_hash` text NOT NULL,
	`offered_at` integer NOT NULL,
	`offered_by` text NOT NULL,
	`respond_by` integer NOT NULL,
	`answered_at` integer,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `award_outcome`(`application_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recipient_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offered_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "award_state" CHECK("award"."state" in ('offered', 'accepted', 'refused')),
	CONSTRAINT "award_amount" CHECK(typeof("award"."amount_minor") = 'integer' and "award"."amount_minor" > 0),
	CONSTRAINT "award_answered" CHECK(("award"."state" = 'offered') = ("award"."answered_at" is null)),
	CONSTRAINT "award_respond_by" CHECK("award"."respond_by" > "award"."offered_at"),
	CONSTRAINT "award_agreement_hash" CHECK(length("award"."agreement_hash") = 64 and "award"."agreement_text" <> '' and "award"."agreement_version" <> '')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `award_application_id_unique` ON `award` (`application_id`);--> statement-breakpoint
CREATE INDEX `award_by_call` ON `award` (`call_id`);--> statement-breakpoint
CREATE INDEX `award_by_recipient` ON `award` (`recipient_id`);--> statement-breakpoint
CREATE TABLE `award_decision` (
	`call_id` text PRIMARY KEY NOT NULL,
	`formula` text NOT NULL,
	`ranking` text NOT NULL,
	`public_reason` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_at` integer NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `award_draft` (
	`call_id` text PRIMARY KEY NOT NULL,
	`typed` text NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `award_outcome` (
	`application_id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`outcome` text NOT NULL,
	`position` integer,
	`amount_minor` integer,
	`reason` text NOT NULL,
	`nearly` integer NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`call_id`) REFERENCES `award_decision`(`call_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "award_outcome_known" CHECK("award_outcome"."outcome" in ('awarded', 'reserve', 'declined')),
	CONSTRAINT "award_outcome_amount" CHECK(("award_outcome"."outcome" = 'awarded') = ("award_outcome"."amount_minor" is not null)),
	CONSTRAINT "award_outcome_amount_positive" CHECK("award_outcome"."amount_minor" is null or "award_outcome"."amount_minor" > 0),
	CONSTRAINT "award_outcome_reason" CHECK("award_outcome"."outcome" <> 'declined' or trim("award_outcome"."reason") <> ''),
	CONSTRAINT "award_outcome_ranked" CHECK("award_outcome"."outcome" = 'declined' or "award_outcome"."position" is not null),
	CONSTRAINT "award_outcome_nearly" CHECK("award_outcome"."outcome" = 'declined' or "award_outcome"."nearly" = 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `award_outcome_position` ON `award_outcome` (`call_id`,`position`);--> statement-breakpoint
CREATE TABLE `award_release` (
	`call_id` text PRIMARY KEY NOT NULL,
	`released_at` integer NOT NULL,
	`released_by` text NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `award_decision`(`call_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`released_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reserve_closing` (
	`application_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`closed_at` integer NOT NULL,
	`closed_by` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `award_outcome`(`application_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reserve_closing_reason" CHECK(trim("reserve_closing"."reason") <> '')
);
--> statement-breakpoint
CREATE TABLE `call` (
	`id` text PRIMARY KEY NOT NULL,
	`partner_id` text NOT NULL,
	`slug` text NOT NULL,
	`state` text NOT NULL,
	`strand` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`about` text NOT NULL,
	`who_can_apply` text NOT NULL,
	`support` text NOT NULL,
	`themes` text NOT NULL,
	`currency` text NOT NULL,
	`pot_minor` integer NOT NULL,
	`award_max_minor` integer NOT NULL,
	`awards_planned` integer NOT NULL,
	`time_zone` text NOT NULL,
	`opens_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`video_allowed` integer NOT NULL,
	`video_seconds_max` integer NOT NULL,
	`participant_share_min_percent` integer NOT NULL,
	`has_pitch_day` integer NOT NULL,
	`panel_weight_percent` integer NOT NULL,
	`public_weight_percent` integer NOT NULL,
	`minimum_support_percent` integer NOT NULL,
	`choices_max` integer NOT NULL,
	`tie_rule` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`published_at` integer,
	FOREIGN KEY (`partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "call_state" CHECK(("call"."state" = 'published') = ("call"."published_at" is not null)),
	CONSTRAINT "call_slug" CHECK(length("call"."slug") between 1 and 60 and "call"."slug" not glob '*[^a-z0-9-]*'),
	CONSTRAINT "call_strand" CHECK("call"."strand" in ('social-innovation', 'social-enterprise')),
	CONSTRAINT "call_money" CHECK("call"."pot_minor" > 0 and "call"."award_max_minor" between 1 and "call"."pot_minor"),
	CONSTRAINT "call_awards" CHECK("call"."awards_planned" between 1 and 1000),
	CONSTRAINT "call_video" CHECK("call"."video_seconds_max" between 10 and 600),
	CONSTRAINT "call_vote" CHECK("call"."choices_max" between 1 and 20 and ("call"."has_pitch_day" = 1 or "call"."public_weight_percent" = 0)),
	CONSTRAINT "call_tie_rule" CHECK("call"."tie_rule" in ('lot', 'panel-score')),
	CONSTRAINT "call_window" CHECK("call"."opens_at" < "call"."closes_at"),
	CONSTRAINT "call_weights" CHECK("call"."panel_weight_percent" + "call"."public_weight_percent" = 100 and "call"."public_weight_percent" >= 0 and "call"."panel_weight_percent" >= 0),
	CONSTRAINT "call_shares" CHECK("call"."participant_share_min_percent" between 0 and 100 and "call"."minimum_support_percent" between 0 and 100)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `call_slug_unique` ON `call` (`slug`);--> statement-breakpoint
CREATE INDEX `call_by_partner` ON `call` (`partner_id`);--> statement-breakpoint
CREATE TABLE `call_criterion` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`question` text NOT NULL,
	`weight_percent` integer NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "call_criterion_place" CHECK("call_criterion"."position" between 1 and 12),
	CONSTRAINT "call_criterion_weight" CHECK("call_criterion"."weight_percent" between 1 and 100)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `call_criterion_position` ON `call_criterion` (`call_id`,`position`);--> statement-breakpoint
CREATE TABLE `call_publication` (
	`call_id` text PRIMARY KEY NOT NULL,
	`facts` text NOT NULL,
	`facts_hash` text NOT NULL,
	`published_at` integer NOT NULL,
	`published_by` text NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `call_question` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`position` integer NOT NULL,
	`label` text NOT NULL,
	`guidance` text NOT NULL,
	`words_max` integer NOT NULL,
	`required` integer NOT NULL,
	`by_video` integer NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "call_question_place" CHECK("call_question"."position" between 1 and 30),
	CONSTRAINT "call_question_words" CHECK("call_question"."words_max" between 1 and 2000)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `call_question_position` ON `call_question` (`call_id`,`position`);--> statement-breakpoint
CREATE TABLE `score_anchor` (
	`criterion_id` text NOT NULL,
	`score` integer NOT NULL,
	`words` text NOT NULL,
	PRIMARY KEY(`criterion_id`, `score`),
	FOREIGN KEY (`criterion_id`) REFERENCES `call_criterion`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "score_anchor_score" CHECK("score_anchor"."score" between 1 and 5 and "score_anchor"."words" <> '')
);
--> statement-breakpoint
CREATE TABLE `check_in` (
	`id` text PRIMARY KEY NOT NULL,
	`award_id` text NOT NULL,
	`mentor_id` text NOT NULL,
	`held_at` integer NOT NULL,
	`promised` text NOT NULL,
	`happened` text NOT NULL,
	`changed` text NOT NULL,
	`help_needed` text NOT NULL,
	`feels` text NOT NULL,
	`milestone_id` text,
	`recorded_at` integer NOT NULL,
	`confirmed_by_group_at` integer,
	`disputed_at` integer,
	`dispute_note` text NOT NULL,
	FOREIGN KEY (`award_id`) REFERENCES `award`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor_id`) REFERENCES `mentor`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`milestone_id`) REFERENCES `milestone`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "check_in_feels" CHECK("check_in"."feels" in ('good', 'mixed', 'hard')),
	CONSTRAINT "check_in_said" CHECK(trim("check_in"."promised") <> '' and trim("check_in"."happened") <> ''),
	CONSTRAINT "check_in_held" CHECK("check_in"."held_at" <= "check_in"."recorded_at"),
	CONSTRAINT "check_in_one_answer" CHECK("check_in"."confirmed_by_group_at" is null or "check_in"."disputed_at" is null),
	CONSTRAINT "check_in_dispute" CHECK(("check_in"."disputed_at" is null) = (trim("check_in"."dispute_note") = ''))
);
--> statement-breakpoint
CREATE INDEX `check_in_by_award` ON `check_in` (`award_id`,`held_at`);--> statement-breakpoint
CREATE TABLE `mentor` (
	`id` text PRIMARY KEY NOT NULL,
	`partner_id` text NOT NULL,
	`person_id` text NOT NULL,
	`about` text NOT NULL,
	`skills` text NOT NULL,
	`languages` text NOT NULL,
	`city` text NOT NULL,
	`hours_a_month` integer NOT NULL,
	`added_at` integer NOT NULL,
	`added_by` text NOT NULL,
	FOREIGN KEY (`partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mentor_hours" CHECK("mentor"."hours_a_month" between 1 and 200)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mentor_once` ON `mentor` (`partner_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `mentor_by_person` ON `mentor` (`person_id`);--> statement-breakpoint
CREATE TABLE `mentor_match` (
	`id` text PRIMARY KEY NOT NULL,
	`award_id` text NOT NULL,
	`mentor_id` text NOT NULL,
	`matched_at` integer NOT NULL,
	`matched_by` text NOT NULL,
	`agreed_by_group_at` integer,
	`ended_at` integer,
	FOREIGN KEY (`award_id`) REFERENCES `award`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor_id`) REFERENCES `mentor`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`matched_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mentor_match_agreed" CHECK("mentor_match"."agreed_by_group_at" is null or "mentor_match"."agreed_by_group_at" >= "mentor_match"."matched_at"),
	CONSTRAINT "mentor_match_ended" CHECK("mentor_match"."ended_at" is null or "mentor_match"."ended_at" >= "mentor_match"."matched_at")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mentor_match_one_live` ON `mentor_match` (`award_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `mentor_match_by_mentor` ON `mentor_match` (`mentor_id`);--> statement-breakpoint
CREATE TABLE `milestone` (
	`id` text PRIMARY KEY NOT NULL,
	`award_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`due_at` integer NOT NULL,
	`releases_tranche` integer NOT NULL,
	`state` text NOT NULL,
	`added_at` integer NOT NULL,
	`added_by` text NOT NULL,
	`check_in_id` text,
	`signed_off_at` integer,
	`signed_off_by` text,
	FOREIGN KEY (`award_id`) REFERENCES `award`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_off_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "milestone_state" CHECK("milestone"."state" in ('open', 'met')),
	CONSTRAINT "milestone_title" CHECK(trim("milestone"."title") <> ''),
	CONSTRAINT "milestone_signed_off" CHECK(("milestone"."state" = 'met') = ("milestone"."signed_off_at" is not null)
        and ("milestone"."signed_off_at" is null) = ("milestone"."signed_off_by" is null)
        and ("milestone"."signed_off_at" is null) = ("milestone"."check_in_id" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `milestone_position` ON `milestone` (`award_id`,`position`);--> statement-breakpoint
CREATE TABLE `bank_file` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`msg_id` text NOT NULL,
	`execution_date` text NOT NULL,
	`payouts_count` integer NOT NULL,
	`total_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`xml_sealed` text NOT NULL,
	`xml_sha256` text NOT NULL,
	`csv_sealed` text NOT NULL,
	`csv_sha256` text NOT NULL,
	`made_at` integer NOT NULL,
	`made_by` text NOT NULL,
	`sent_at` integer,
	`sent_by` text,
	FOREIGN KEY (`call_id`) REFERENCES `books`(`call_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bank_file_sent" CHECK(("bank_file"."sent_at" is null) = ("bank_file"."sent_by" is null)),
	CONSTRAINT "bank_file_total" CHECK("bank_file"."payouts_count" > 0 and "bank_file"."total_minor" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bank_file_msg_id_unique` ON `bank_file` (`msg_id`);--> statement-breakpoint
CREATE INDEX `bank_file_by_call` ON `bank_file` (`call_id`,`made_at`);--> statement-breakpoint
CREATE TABLE `books` (
	`call_id` text PRIMARY KEY NOT NULL,
	`currency` text NOT NULL,
	`payer_sealed` text NOT NULL,
	`payer_ending` text NOT NULL,
	`opened_at` integer NOT NULL,
	`opened_by` text NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `ledger_account` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`currency` text NOT NULL,
	`balance` integer DEFAULT 0 NOT NULL,
	`floor` integer,
	FOREIGN KEY (`call_id`) REFERENCES `books`(`call_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ledger_account_kind" CHECK("ledger_account"."kind" in ('fundIn', 'available', 'awarded', 'payable', 'inTransit', 'granted', 'bank', 'held', 'returned')),
	CONSTRAINT "ledger_account_floor" CHECK("ledger_account"."floor" is null or "ledger_account"."balance" >= "ledger_account"."floor"),
	CONSTRAINT "ledger_account_source" CHECK(("ledger_account"."kind" in ('fundIn', 'held', 'returned')) = ("ledger_account"."floor" is null) and coalesce("ledger_account"."floor", 0) = 0),
	CONSTRAINT "ledger_account_whole" CHECK(typeof("ledger_account"."balance") = 'integer')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_account_of` ON `ledger_account` (`call_id`,`kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `ledger_entry` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`tx_id` text NOT NULL,
	`account_id` text NOT NULL,
	`currency` text NOT NULL,
	`amount_minor` integer NOT NULL,
	FOREIGN KEY (`tx_id`) REFERENCES `ledger_tx`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `ledger_account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ledger_entry_amount" CHECK("ledger_entry"."amount_minor" <> 0 and typeof("ledger_entry"."amount_minor") = 'integer' and "ledger_entry"."amount_minor" between -1000000000000 and 1000000000000)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_entry_once` ON `ledger_entry` (`tx_id`,`account_id`);--> statement-breakpoint
CREATE INDEX `ledger_entry_by_account` ON `ledger_entry` (`account_id`);--> statement-breakpoint
CREATE TABLE `payee_version` (
	`id` text PRIMARY KEY NOT NULL,
	`award_id` text NOT NULL,
	`version` integer NOT NULL,
	`kind` text NOT NULL,
	`sealed` text NOT NULL,
	`ending` text NOT NULL,
	`checked` text NOT NULL,
	`edited_at` integer NOT NULL,
	`edited_by` text NOT NULL,
	FOREIGN KEY (`award_id`) REFERENCES `award`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edited_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payee_version_kind" CHECK(("payee_version"."kind" = 'other') = ("payee_version"."checked" = 'no-account') and "payee_version"."kind" in ('bank', 'other')),
	CONSTRAINT "payee_version_ending" CHECK(length("payee_version"."ending") = iif("payee_version"."kind" = 'bank', 2, 0))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payee_version_of` ON `payee_version` (`award_id`,`version`);--> statement-breakpoint
CREATE TABLE `payout` (
	`id` text PRIMARY KEY NOT NULL,
	`tranche_id` text NOT NULL,
	`attempt` integer NOT NULL,
	`rail` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`payee_version_id` text NOT NULL,
	`reference` text NOT NULL,
	`end_to_end_id` text NOT NULL,
	`state` text NOT NULL,
	`maker_id` text NOT NULL,
	`made_at` integer NOT NULL,
	`submitted_at` integer,
	`checker_id` text,
	`approved_at` integer,
	`approval_hash` text,
	`bank_file_id` text,
	`reserved_at` integer,
	`sent_at` integer,
	`settled_at` integer,
	`settled_by` text,
	`evidence` text,
	`ended_at` integer,
	`ended_by` text,
	`end_reason` text,
	FOREIGN KEY (`tranche_id`) REFERENCES `tranche`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`payee_version_id`) REFERENCES `payee_version`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`maker_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`checker_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bank_file_id`) REFERENCES `bank_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`settled_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payout_state" CHECK("payout"."state" in ('draft', 'submitted', 'approved', 'reserved', 'sending', 'settled', 'failed', 'returned', 'cancelled')),
	CONSTRAINT "payout_rail" CHECK("payout"."rail" in ('bank-file', 'by-hand')),
	CONSTRAINT "payout_amount" CHECK("payout"."amount_minor" > 0 and typeof("payout"."amount_minor") = 'integer' and "payout"."amount_minor" between -1000000000000 and 1000000000000),
	CONSTRAINT "payout_two_people" CHECK("payout"."checker_id" is null or "payout"."checker_id" <> "payout"."maker_id"),
	CONSTRAINT "payout_approved" CHECK(("payout"."approved_at" is null) = ("payout"."checker_id" is null) and ("payout"."approved_at" is null) = ("payout"."approval_hash" is null)),
	CONSTRAINT "payout_needs_approval" CHECK("payout"."state" in ('draft', 'submitted', 'cancelled') or "payout"."approved_at" is not null),
	CONSTRAINT "payout_in_file" CHECK(iif("payout"."rail" = 'by-hand', "payout"."bank_file_id" is null, ("payout"."bank_file_id" is null) = ("payout"."reserved_at" is null))),
	CONSTRAINT "payout_reserved" CHECK("payout"."state" in ('draft', 'submitted', 'approved', 'cancelled') or "payout"."reserved_at" is not null),
	CONSTRAINT "payout_settled" CHECK(("payout"."state" in ('settled', 'returned')) = ("payout"."settled_at" is not null) and ("payout"."settled_at" is null) = ("payout"."evidence" is null) and ("payout"."settled_at" is null) = ("payout"."settled_by" is null)),
	CONSTRAINT "payout_ended" CHECK(("payout"."state" in ('failed', 'returned', 'cancelled')) = ("payout"."ended_at" is not null) and ("payout"."ended_at" is null) = ("payout"."end_reason" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payout_end_to_end_id_unique` ON `payout` (`end_to_end_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `payout_live` ON `payout` (`tranche_id`) WHERE "payout"."state" not in ('failed', 'returned', 'cancelled');--> statement-breakpoint
CREATE UNIQUE INDEX `payout_attempt` ON `payout` (`tranche_id`,`attempt`);--> statement-breakpoint
CREATE INDEX `payout_by_file` ON `payout` (`bank_file_id`);--> statement-breakpoint
CREATE TABLE `payout_stop` (
	`id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`detail` text NOT NULL,
	`found_at` integer NOT NULL,
	`lifted_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payout_stop_live` ON `payout_stop` (`reason`) WHERE "payout_stop"."lifted_at" is null;--> statement-breakpoint
CREATE TABLE `tranche` (
	`id` text PRIMARY KEY NOT NULL,
	`award_id` text NOT NULL,
	`call_id` text NOT NULL,
	`position` integer NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`state` text NOT NULL,
	`planned_at` integer NOT NULL,
	`due_at` integer,
	`paid_at` integer,
	FOREIGN KEY (`award_id`) REFERENCES `award`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tranche_state" CHECK("tranche"."state" in ('planned', 'due', 'in-payment', 'paid')),
	CONSTRAINT "tranche_amount" CHECK("tranche"."amount_minor" > 0 and typeof("tranche"."amount_minor") = 'integer' and "tranche"."amount_minor" between -1000000000000 and 1000000000000),
	CONSTRAINT "tranche_first" CHECK("tranche"."position" >= 1),
	CONSTRAINT "tranche_due" CHECK(("tranche"."state" = 'planned') = ("tranche"."due_at" is null)),
	CONSTRAINT "tranche_paid" CHECK(("tranche"."state" = 'paid') = ("tranche"."paid_at" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tranche_position` ON `tranche` (`award_id`,`position`);--> statement-breakpoint
CREATE INDEX `tranche_by_call` ON `tranche` (`call_id`,`state`);--> statement-breakpoint
CREATE TABLE `duty` (
	`person_id` text NOT NULL,
	`partner_id` text NOT NULL,
	`duty` text NOT NULL,
	PRIMARY KEY(`person_id`, `partner_id`, `duty`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "duty_known" CHECK("duty"."duty" in ('manager', 'finance'))
);
--> statement-breakpoint
CREATE TABLE `partner` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `partner_slug_unique` ON `partner` (`slug`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`language` text DEFAULT 'en' NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "person_email_lower" CHECK("person"."email" = lower("person"."email") and instr("person"."email", '@') > 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_email_unique` ON `person` (`email`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_by_person` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `sign_in_code` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`code_hash` text NOT NULL,
	`wrong_tries` integer DEFAULT 0 NOT NULL,
	`sent_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	CONSTRAINT "sign_in_code_tries" CHECK("sign_in_code"."wrong_tries" between 0 and 5)
);
--> statement-breakpoint
CREATE INDEX `sign_in_code_by_email` ON `sign_in_code` (`email`,`sent_at`);--> statement-breakpoint
CREATE TABLE `event` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`poll_id` text,
	`title` text NOT NULL,
	`place` text NOT NULL,
	`address` text NOT NULL,
	`access_notes` text NOT NULL,
	`starts_at` integer NOT NULL,
	`pitch_seconds` integer NOT NULL,
	`tie_source` text NOT NULL,
	`order_drawn_at` integer,
	`state` text NOT NULL,
	`screen` text NOT NULL,
	`current_pitch_id` text,
	`timer_started_at` integer,
	`version` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`current_pitch_id`) REFERENCES `pitch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "event_state" CHECK("event"."state" in ('planned', 'running', 'over')),
	CONSTRAINT "event_screen" CHECK("event"."screen" in ('welcome', 'pitch', 'vote', 'closed', 'result')),
	CONSTRAINT "event_pitch_seconds" CHECK("event"."pitch_seconds" between 30 and 1800),
	CONSTRAINT "event_pitch_on_stage" CHECK(("event"."screen" = 'pitch') = ("event"."current_pitch_id" is not null)),
	CONSTRAINT "event_timer" CHECK("event"."timer_started_at" is null or "event"."screen" = 'pitch'),
	CONSTRAINT "event_poll_id" CHECK("event"."poll_id" is null or length("event"."poll_id") = 20),
	CONSTRAINT "event_version" CHECK("event"."version" >= 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_call_id_unique` ON `event` (`call_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `event_poll_id_unique` ON `event` (`poll_id`);--> statement-breakpoint
CREATE TABLE `pitch` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`application_id` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pitch_position_counts" CHECK("pitch"."position" >= 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pitch_application_id_unique` ON `pitch` (`application_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `pitch_position` ON `pitch` (`event_id`,`position`);--> statement-breakpoint
CREATE TABLE `sheet_batch` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`poll_id` text NOT NULL,
	`label` text NOT NULL,
	`printed` integer NOT NULL,
	`printed_by` text NOT NULL,
	`printed_at` integer NOT NULL,
	`voided_at` integer,
	FOREIGN KEY (`event_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`printed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sheet_batch_printed" CHECK("sheet_batch"."printed" between 1 and 500)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sheet_batch_label` ON `sheet_batch` (`poll_id`,`label`);--> statement-breakpoint
CREATE INDEX `sheet_batch_by_event` ON `sheet_batch` (`event_id`);--> statement-breakpoint
CREATE TABLE `sheet_count` (
	`poll_id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`printed` integer NOT NULL,
	`returned` integer NOT NULL,
	`spoiled` integer NOT NULL,
	`counted_by` text NOT NULL,
	`checked_by` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sheet_count_adds_up" CHECK("sheet_count"."returned" >= 0 and "sheet_count"."spoiled" >= 0 and "sheet_count"."returned" + "sheet_count"."spoiled" <= "sheet_count"."printed"),
	CONSTRAINT "sheet_count_two_people" CHECK(lower(trim("sheet_count"."counted_by")) <> lower(trim("sheet_count"."checked_by")) and trim("sheet_count"."counted_by") <> '' and trim("sheet_count"."checked_by") <> '')
);
--> statement-breakpoint
CREATE TABLE `message` (
	`id` text PRIMARY KEY NOT NULL,
	`promise_id` text NOT NULL,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`html` text NOT NULL,
	`text` text NOT NULL,
	`secret` integer NOT NULL,
	`partner_id` text,
	`state` text NOT NULL,
	`written_at` integer NOT NULL,
	`sent_at` integer,
	`try_after` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	CONSTRAINT "message_state" CHECK("message"."state" in ('waiting', 'kept', 'sent', 'failed'))
);
--> statement-breakpoint
CREATE INDEX `message_due` ON `message` (`state`,`try_after`);--> statement-breakpoint
CREATE INDEX `message_by_partner` ON `message` (`partner_id`,`written_at`);--> statement-breakpoint
CREATE TABLE `outbox_promise` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`detail` text NOT NULL,
	`promised_at` integer NOT NULL,
	`try_after` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	`kept_at` integer
);
--> statement-breakpoint
CREATE INDEX `outbox_promise_due` ON `outbox_promise` (`kept_at`,`try_after`);
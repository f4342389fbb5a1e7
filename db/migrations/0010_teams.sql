CREATE TABLE `draft_merge` (
	`id` text PRIMARY KEY NOT NULL,
	`into_id` text NOT NULL,
	`from_id` text NOT NULL,
	`offered_at` integer NOT NULL,
	`offered_by` text NOT NULL,
	`agreed_at` integer,
	`agreed_by` text,
	`end` text,
	`ended_at` integer,
	`ended_by` text,
	FOREIGN KEY (`into_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offered_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agreed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "draft_merge_two" CHECK("draft_merge"."into_id" <> "draft_merge"."from_id"),
	CONSTRAINT "draft_merge_agreed" CHECK(("draft_merge"."agreed_at" is null) = ("draft_merge"."agreed_by" is null)),
	CONSTRAINT "draft_merge_end" CHECK("draft_merge"."end" is null or "draft_merge"."end" in ('merged', 'declined', 'taken-back')),
	CONSTRAINT "draft_merge_ended" CHECK(("draft_merge"."end" is null) = ("draft_merge"."ended_at" is null) and ("draft_merge"."end" is null) = ("draft_merge"."ended_by" is null)),
	CONSTRAINT "draft_merge_with_consent" CHECK("draft_merge"."end" is not 'merged' or "draft_merge"."agreed_at" is not null)
);
--> statement-breakpoint
CREATE INDEX `draft_merge_into` ON `draft_merge` (`into_id`,`offered_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `draft_merge_one_open` ON `draft_merge` (`from_id`) WHERE end is null;--> statement-breakpoint
CREATE TABLE `draft_merge_choice` (
	`merge_id` text NOT NULL,
	`question_id` text NOT NULL,
	`choice` text NOT NULL,
	`text_before` text NOT NULL,
	PRIMARY KEY(`merge_id`, `question_id`),
	FOREIGN KEY (`merge_id`) REFERENCES `draft_merge`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`) REFERENCES `call_question`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "draft_merge_choice_known" CHECK("draft_merge_choice"."choice" in ('ours', 'theirs', 'both'))
);
--> statement-breakpoint
CREATE TABLE `join_request` (
	`id` text PRIMARY KEY NOT NULL,
	`from_id` text NOT NULL,
	`to_id` text NOT NULL,
	`message` text NOT NULL,
	`asked_at` integer NOT NULL,
	`asked_by` text NOT NULL,
	`answer` text,
	`answered_at` integer,
	`answered_by` text,
	FOREIGN KEY (`from_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "join_request_two" CHECK("join_request"."from_id" <> "join_request"."to_id"),
	CONSTRAINT "join_request_message" CHECK(trim("join_request"."message") <> ''),
	CONSTRAINT "join_request_answer" CHECK("join_request"."answer" is null or "join_request"."answer" in ('accepted', 'declined', 'taken-back')),
	CONSTRAINT "join_request_answered" CHECK(("join_request"."answer" is null) = ("join_request"."answered_at" is null) and ("join_request"."answer" is null) = ("join_request"."answered_by" is null))
);
--> statement-breakpoint
CREATE INDEX `join_request_to` ON `join_request` (`to_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `join_request_from` ON `join_request` (`from_id`,`asked_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `join_request_one_open` ON `join_request` (`from_id`,`to_id`) WHERE answer is null;--> statement-breakpoint
CREATE TABLE `match_block` (
	`blocker_id` text NOT NULL,
	`blocked_id` text NOT NULL,
	`blocked_at` integer NOT NULL,
	PRIMARY KEY(`blocker_id`, `blocked_id`),
	FOREIGN KEY (`blocker_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`blocked_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "match_block_two" CHECK("match_block"."blocker_id" <> "match_block"."blocked_id")
);
--> statement-breakpoint
CREATE INDEX `match_block_by_blocked` ON `match_block` (`blocked_id`);--> statement-breakpoint
CREATE TABLE `match_consent` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`given_at` integer NOT NULL,
	`given_by` text NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "match_consent_ended" CHECK(("match_consent"."ended_at" is null) = ("match_consent"."ended_by" is null))
);
--> statement-breakpoint
CREATE INDEX `match_consent_by_application` ON `match_consent` (`application_id`,`given_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `match_consent_one` ON `match_consent` (`application_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE TABLE `answer_comment` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`question_id` text NOT NULL,
	`author_id` text NOT NULL,
	`text` text NOT NULL,
	`written_at` integer NOT NULL,
	`resolved_at` integer,
	`resolved_by` text,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`) REFERENCES `call_question`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolved_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "answer_comment_text" CHECK(trim("answer_comment"."text") <> ''),
	CONSTRAINT "answer_comment_resolved" CHECK(("answer_comment"."resolved_at" is null) = ("answer_comment"."resolved_by" is null))
);
--> statement-breakpoint
CREATE INDEX `answer_comment_by_question` ON `answer_comment` (`application_id`,`question_id`,`written_at`);--> statement-breakpoint
CREATE TABLE `application_handover` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`from_id` text NOT NULL,
	`to_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answer` text,
	`answered_at` integer,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "application_handover_two" CHECK("application_handover"."from_id" <> "application_handover"."to_id"),
	CONSTRAINT "application_handover_answer" CHECK("application_handover"."answer" is null or "application_handover"."answer" in ('accepted', 'declined', 'taken-back')),
	CONSTRAINT "application_handover_answered" CHECK(("application_handover"."answer" is null) = ("application_handover"."answered_at" is null))
);
--> statement-breakpoint
CREATE INDEX `application_handover_by_application` ON `application_handover` (`application_id`,`asked_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `application_handover_one_open` ON `application_handover` (`application_id`) WHERE answer is null;--> statement-breakpoint
CREATE TABLE `application_invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`kind` text NOT NULL,
	`role` text NOT NULL,
	`email` text,
	`uses_max` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "application_invitation_role" CHECK("application_invitation"."role" in ('view', 'comment', 'edit', 'sign')),
	CONSTRAINT "application_invitation_kind" CHECK("application_invitation"."kind" = 'team' or ("application_invitation"."kind" = 'support' and "application_invitation"."role" in ('view', 'comment', 'edit'))),
	CONSTRAINT "application_invitation_uses" CHECK("application_invitation"."uses_max" between 1 and 20 and ("application_invitation"."email" is null or "application_invitation"."uses_max" = 1)),
	CONSTRAINT "application_invitation_expires" CHECK("application_invitation"."expires_at" > "application_invitation"."created_at")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `application_invitation_token_hash_unique` ON `application_invitation` (`token_hash`);--> statement-breakpoint
CREATE INDEX `application_invitation_by_application` ON `application_invitation` (`application_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `application_member` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`kind` text NOT NULL,
	`joined_at` integer NOT NULL,
	`invitation_id` text,
	`left_at` integer,
	`left_by` text,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invitation_id`) REFERENCES `application_invitation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`left_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "application_member_role" CHECK("application_member"."role" in ('view', 'comment', 'edit', 'sign')),
	CONSTRAINT "application_member_kind" CHECK("application_member"."kind" = 'team' or ("application_member"."kind" = 'support' and "application_member"."role" in ('view', 'comment', 'edit'))),
	CONSTRAINT "application_member_left" CHECK(("application_member"."left_at" is null) = ("application_member"."left_by" is null))
);
--> statement-breakpoint
CREATE INDEX `application_member_by_application` ON `application_member` (`application_id`,`joined_at`);--> statement-breakpoint
CREATE INDEX `application_member_by_person` ON `application_member` (`person_id`,`application_id`);--> statement-breakpoint
CREATE INDEX `application_member_by_invitation` ON `application_member` (`invitation_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `application_member_once` ON `application_member` (`application_id`,`person_id`) WHERE left_at is null;--> statement-breakpoint
ALTER TABLE `answer` ADD `saved_by` text REFERENCES person(id);--> statement-breakpoint
ALTER TABLE `application` ADD `details_saved_by` text REFERENCES person(id);--> statement-breakpoint
ALTER TABLE `application` ADD `details_saved_at` integer;
--> statement-breakpoint
DROP TRIGGER application_submitted_is_frozen;
--> statement-breakpoint
DROP TRIGGER application_keeps_its_origin;
--> statement-breakpoint
DROP TRIGGER conflict_own_application;
--> statement-breakpoint
DROP TRIGGER acceptance_of_offer;
--> statement-breakpoint
-- What the panel reads is what was submitted. A reopened detail changes to what was written for it, and nothing else does.
CREATE TRIGGER application_submitted_is_frozen BEFORE UPDATE ON application
WHEN old.state <> 'draft' AND (
  new.call_id IS NOT old.call_id OR new.reference IS NOT old.reference
  OR new.language IS NOT old.language OR new.details_revision IS NOT old.details_revision
  OR new.details_saved_by IS NOT old.details_saved_by OR new.details_saved_at IS NOT old.details_saved_at
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
CREATE TRIGGER conflict_own_application BEFORE INSERT ON conflict
WHEN new.level = 'none' AND EXISTS (
  SELECT 1 FROM panel_member
  LEFT JOIN application ON application.id = new.application_id AND application.applicant_id = panel_member.person_id
  LEFT JOIN application_member ON application_member.application_id = new.application_id
    AND application_member.person_id = panel_member.person_id
  WHERE panel_member.id = new.member_id AND (application.id IS NOT NULL OR application_member.id IS NOT NULL))
BEGIN SELECT raise(ABORT, 'nobody is free of conflict about her own application'); END;
--> statement-breakpoint
-- Whoever wrote it, or ever helped to, does not score it.
CREATE TRIGGER scoresheet_by_nobody_of_the_team BEFORE INSERT ON scoresheet
WHEN EXISTS (
  SELECT 1 FROM panel_member
  LEFT JOIN application ON application.id = new.application_id AND application.applicant_id = panel_member.person_id
  LEFT JOIN application_member ON application_member.application_id = new.application_id
    AND application_member.person_id = panel_member.person_id
  WHERE panel_member.id = new.member_id AND (application.id IS NOT NULL OR application_member.id IS NOT NULL))
BEGIN SELECT raise(ABORT, 'nobody scores what her own team wrote'); END;
--> statement-breakpoint
CREATE TRIGGER acceptance_of_offer BEFORE INSERT ON acceptance
WHEN NOT EXISTS (
  SELECT 1 FROM award JOIN application ON application.id = award.application_id
  WHERE award.id = new.award_id AND award.state = 'offered'
    AND award.agreement_version = new.agreement_version AND award.agreement_hash = new.agreement_hash
    AND new.accepted_at >= award.offered_at AND new.accepted_at < award.respond_by
    AND (application.applicant_id = new.person_id OR EXISTS (
      SELECT 1 FROM application_member
      WHERE application_id = award.application_id AND person_id = new.person_id AND role = 'sign' AND left_at IS NULL)))
BEGIN SELECT raise(ABORT, 'who signs for the group accepts the very agreement that was offered, in time'); END;
--> statement-breakpoint
CREATE TRIGGER match_consent_only_ends BEFORE UPDATE ON match_consent
WHEN old.ended_at IS NOT NULL OR new.ended_at IS NULL OR new.id IS NOT old.id
  OR new.application_id IS NOT old.application_id OR new.given_at IS NOT old.given_at OR new.given_by IS NOT old.given_by
BEGIN SELECT raise(ABORT, 'a consent is ended, never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER match_consent_stays BEFORE DELETE ON match_consent
BEGIN SELECT raise(ABORT, 'a consent is ended, never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER join_request_in_one_call BEFORE INSERT ON join_request
WHEN new.answer IS NOT NULL OR (SELECT call_id FROM application WHERE id = new.from_id)
  IS NOT (SELECT call_id FROM application WHERE id = new.to_id)
BEGIN SELECT raise(ABORT, 'groups of one call ask each other'); END;
--> statement-breakpoint
CREATE TRIGGER join_request_answered_once BEFORE UPDATE ON join_request
WHEN old.answer IS NOT NULL OR new.answer IS NULL OR new.id IS NOT old.id OR new.from_id IS NOT old.from_id
  OR new.to_id IS NOT old.to_id OR new.message IS NOT old.message OR new.asked_at IS NOT old.asked_at
  OR new.asked_by IS NOT old.asked_by
BEGIN SELECT raise(ABORT, 'a question to join up is answered once'); END;
--> statement-breakpoint
CREATE TRIGGER join_request_stays BEFORE DELETE ON join_request
BEGIN SELECT raise(ABORT, 'who was asked stays known'); END;
--> statement-breakpoint
CREATE TRIGGER match_block_no_update BEFORE UPDATE ON match_block
BEGIN SELECT raise(ABORT, 'who is blocked stays blocked'); END;
--> statement-breakpoint
CREATE TRIGGER match_block_no_delete BEFORE DELETE ON match_block
BEGIN SELECT raise(ABORT, 'who is blocked stays blocked'); END;
--> statement-breakpoint
CREATE TRIGGER draft_merge_of_drafts BEFORE INSERT ON draft_merge
WHEN new.end IS NOT NULL OR new.agreed_at IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM application AS stays JOIN application AS goes ON goes.call_id = stays.call_id
  WHERE stays.id = new.into_id AND goes.id = new.from_id AND stays.state = 'draft' AND goes.state = 'draft')
BEGIN SELECT raise(ABORT, 'two drafts of one call are merged'); END;
--> statement-breakpoint
CREATE TRIGGER draft_merge_goes_forward BEFORE UPDATE ON draft_merge
WHEN old.end IS NOT NULL OR new.id IS NOT old.id OR new.into_id IS NOT old.into_id OR new.from_id IS NOT old.from_id
  OR new.offered_at IS NOT old.offered_at OR new.offered_by IS NOT old.offered_by
  OR (old.agreed_at IS NOT NULL AND (new.agreed_at IS NOT old.agreed_at OR new.agreed_by IS NOT old.agreed_by))
BEGIN SELECT raise(ABORT, 'what was agreed about two drafts stays'); END;
--> statement-breakpoint
CREATE TRIGGER draft_merge_stays BEFORE DELETE ON draft_merge
BEGIN SELECT raise(ABORT, 'what was agreed about two drafts stays'); END;
--> statement-breakpoint
CREATE TRIGGER draft_merge_choice_no_update BEFORE UPDATE ON draft_merge_choice
BEGIN SELECT raise(ABORT, 'what made room stays kept'); END;
--> statement-breakpoint
CREATE TRIGGER draft_merge_choice_no_delete BEFORE DELETE ON draft_merge_choice
BEGIN SELECT raise(ABORT, 'what made room stays kept'); END;
--> statement-breakpoint
CREATE TRIGGER mentor_match_outside_the_team BEFORE INSERT ON mentor_match
WHEN EXISTS (
  SELECT 1 FROM award
  JOIN mentor ON mentor.id = new.mentor_id
  JOIN application ON application.id = award.application_id
  WHERE award.id = new.award_id AND (application.applicant_id = mentor.person_id OR EXISTS (
    SELECT 1 FROM application_member
    WHERE application_id = award.application_id AND person_id = mentor.person_id)))
BEGIN SELECT raise(ABORT, 'a mentor was never in the team'); END;
--> statement-breakpoint
CREATE TRIGGER milestone_signed_outside_the_team BEFORE UPDATE OF state ON milestone
WHEN new.state = 'met' AND EXISTS (
  SELECT 1 FROM award JOIN application ON application.id = award.application_id
  WHERE award.id = new.award_id AND (application.applicant_id = new.signed_off_by OR EXISTS (
    SELECT 1 FROM application_member
    WHERE application_id = award.application_id AND person_id = new.signed_off_by)))
BEGIN SELECT raise(ABORT, 'neither the mentor nor the group signs off'); END;
--> statement-breakpoint
-- The team of a group neither prepares nor approves what it is paid.
CREATE TRIGGER payout_made_outside_the_team BEFORE INSERT ON payout
WHEN EXISTS (
  SELECT 1 FROM tranche JOIN award ON award.id = tranche.award_id JOIN application ON application.id = award.application_id
  WHERE tranche.id = new.tranche_id AND (application.applicant_id = new.maker_id OR EXISTS (
    SELECT 1 FROM application_member WHERE application_id = award.application_id AND person_id = new.maker_id)))
BEGIN SELECT raise(ABORT, 'nobody of the team prepares its payout'); END;
--> statement-breakpoint
CREATE TRIGGER payout_checked_outside_the_team BEFORE UPDATE OF checker_id ON payout
WHEN EXISTS (
  SELECT 1 FROM tranche JOIN award ON award.id = tranche.award_id JOIN application ON application.id = award.application_id
  WHERE tranche.id = new.tranche_id AND (application.applicant_id = new.checker_id OR EXISTS (
    SELECT 1 FROM application_member WHERE application_id = award.application_id AND person_id = new.checker_id)))
BEGIN SELECT raise(ABORT, 'nobody of the team approves its payout'); END;
--> statement-breakpoint
-- A membership ends once and is otherwise what it was: a role that changes begins another.
CREATE TRIGGER application_member_only_ends BEFORE UPDATE ON application_member
WHEN old.left_at IS NOT NULL OR new.left_at IS NULL OR new.id IS NOT old.id
  OR new.application_id IS NOT old.application_id OR new.person_id IS NOT old.person_id OR new.role IS NOT old.role
  OR new.kind IS NOT old.kind OR new.joined_at IS NOT old.joined_at OR new.invitation_id IS NOT old.invitation_id
BEGIN SELECT raise(ABORT, 'a membership ends, and never changes'); END;
--> statement-breakpoint
CREATE TRIGGER application_member_stays BEFORE DELETE ON application_member
BEGIN SELECT raise(ABORT, 'who was in a team stays known'); END;
--> statement-breakpoint
CREATE TRIGGER application_member_beside_the_owner BEFORE INSERT ON application_member
WHEN new.left_at IS NOT NULL
  OR new.person_id = (SELECT applicant_id FROM application WHERE id = new.application_id)
BEGIN SELECT raise(ABORT, 'a member joins beside the owner'); END;
--> statement-breakpoint
-- Two people who use the last of a link at once: one of them is too late.
CREATE TRIGGER application_member_by_invitation BEFORE INSERT ON application_member
WHEN new.invitation_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM application_invitation
  WHERE id = new.invitation_id AND application_id = new.application_id AND role = new.role AND kind = new.kind
    AND revoked_at IS NULL AND new.joined_at < expires_at
    AND (SELECT count(*) FROM application_member WHERE invitation_id = new.invitation_id) < uses_max)
BEGIN SELECT raise(ABORT, 'an invitation opens its own application, in time, and as often as it says'); END;
--> statement-breakpoint
-- Who has judged, paid or mentored a group does not become part of it afterwards.
CREATE TRIGGER application_member_never_judged BEFORE INSERT ON application_member
WHEN EXISTS (
    SELECT 1 FROM scoresheet JOIN panel_member ON panel_member.id = scoresheet.member_id
    WHERE scoresheet.application_id = new.application_id AND panel_member.person_id = new.person_id
      AND scoresheet.state <> 'set-aside')
  OR EXISTS (
    SELECT 1 FROM award JOIN mentor_match ON mentor_match.award_id = award.id
    JOIN mentor ON mentor.id = mentor_match.mentor_id
    WHERE award.application_id = new.application_id AND mentor.person_id = new.person_id)
  OR EXISTS (
    SELECT 1 FROM award JOIN tranche ON tranche.award_id = award.id JOIN payout ON payout.tranche_id = tranche.id
    WHERE award.application_id = new.application_id AND new.person_id IN (payout.maker_id, payout.checker_id))
BEGIN SELECT raise(ABORT, 'who judged a group does not join it'); END;
--> statement-breakpoint
CREATE TRIGGER application_invitation_keeps_its_promise BEFORE UPDATE ON application_invitation
WHEN old.revoked_at IS NOT NULL OR new.id IS NOT old.id OR new.application_id IS NOT old.application_id
  OR new.token_hash IS NOT old.token_hash OR new.kind IS NOT old.kind OR new.role IS NOT old.role
  OR new.email IS NOT old.email OR new.uses_max IS NOT old.uses_max OR new.created_at IS NOT old.created_at
  OR new.created_by IS NOT old.created_by OR new.expires_at IS NOT old.expires_at
BEGIN SELECT raise(ABORT, 'an invitation is taken back or stays as it is'); END;
--> statement-breakpoint
CREATE TRIGGER application_invitation_stays BEFORE DELETE ON application_invitation
BEGIN SELECT raise(ABORT, 'an invitation is taken back, never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER application_handover_to_the_team BEFORE INSERT ON application_handover
WHEN new.answer IS NOT NULL
  OR new.from_id IS NOT (SELECT applicant_id FROM application WHERE id = new.application_id)
  OR NOT EXISTS (
    SELECT 1 FROM application_member
    WHERE application_id = new.application_id AND person_id = new.to_id AND kind = 'team' AND left_at IS NULL)
BEGIN SELECT raise(ABORT, 'an owner asks somebody of the team'); END;
--> statement-breakpoint
CREATE TRIGGER application_handover_answered_once BEFORE UPDATE ON application_handover
WHEN old.answer IS NOT NULL OR new.answer IS NULL OR new.id IS NOT old.id
  OR new.application_id IS NOT old.application_id OR new.from_id IS NOT old.from_id OR new.to_id IS NOT old.to_id
  OR new.asked_at IS NOT old.asked_at
BEGIN SELECT raise(ABORT, 'a handover is answered once'); END;
--> statement-breakpoint
CREATE TRIGGER application_handover_stays BEFORE DELETE ON application_handover
BEGIN SELECT raise(ABORT, 'a handover stays on record'); END;
--> statement-breakpoint
CREATE TRIGGER answer_comment_to_own_call BEFORE INSERT ON answer_comment
WHEN new.resolved_at IS NOT NULL OR (SELECT call_id FROM call_question WHERE id = new.question_id)
  IS NOT (SELECT call_id FROM application WHERE id = new.application_id)
BEGIN SELECT raise(ABORT, 'a comment stands beside a question of its own call'); END;
--> statement-breakpoint
CREATE TRIGGER answer_comment_only_resolved BEFORE UPDATE ON answer_comment
WHEN new.id IS NOT old.id OR new.application_id IS NOT old.application_id OR new.question_id IS NOT old.question_id
  OR new.author_id IS NOT old.author_id OR new.text IS NOT old.text OR new.written_at IS NOT old.written_at
BEGIN SELECT raise(ABORT, 'a comment stays what was written'); END;

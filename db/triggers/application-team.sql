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

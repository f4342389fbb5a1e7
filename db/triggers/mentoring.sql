-- A mentor stands beside the group: she never judged it, and she neither decides about it nor pays it.
CREATE TRIGGER mentor_is_one_person BEFORE UPDATE OF id, partner_id, person_id ON mentor
WHEN new.id <> old.id OR new.partner_id <> old.partner_id OR new.person_id <> old.person_id
BEGIN SELECT raise(ABORT, 'a mentor stays the same person for the same partner'); END;
--> statement-breakpoint
CREATE TRIGGER mentor_stays BEFORE DELETE ON mentor
BEGIN SELECT raise(ABORT, 'a mentor is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER mentor_match_fits BEFORE INSERT ON mentor_match
WHEN new.ended_at IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM award JOIN mentor ON mentor.partner_id = award.partner_id
  WHERE award.id = new.award_id AND mentor.id = new.mentor_id
    AND award.state = 'accepted' AND award.recipient_id <> mentor.person_id)
BEGIN SELECT raise(ABORT, 'a mentor of the partner joins a group that accepted its award'); END;
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
CREATE TRIGGER mentor_match_never_judged BEFORE INSERT ON mentor_match
WHEN EXISTS (
  SELECT 1 FROM award
  JOIN mentor ON mentor.id = new.mentor_id
  JOIN panel_member ON panel_member.call_id = award.call_id AND panel_member.person_id = mentor.person_id
  WHERE award.id = new.award_id AND (
    panel_member.state = 'accepted' OR EXISTS (SELECT 1 FROM scoresheet WHERE scoresheet.member_id = panel_member.id)))
BEGIN SELECT raise(ABORT, 'a mentor never sat on the panel that judged the group'); END;
--> statement-breakpoint
CREATE TRIGGER mentor_match_never_pays BEFORE INSERT ON mentor_match
WHEN EXISTS (
  SELECT 1 FROM mentor JOIN duty ON duty.person_id = mentor.person_id AND duty.partner_id = mentor.partner_id
  WHERE mentor.id = new.mentor_id)
BEGIN SELECT raise(ABORT, 'a mentor neither decides nor pays for the partner'); END;
--> statement-breakpoint
CREATE TRIGGER mentor_match_recused BEFORE INSERT ON mentor_match
WHEN NOT EXISTS (
  SELECT 1 FROM payout_recusal JOIN mentor ON mentor.person_id = payout_recusal.person_id
  WHERE mentor.id = new.mentor_id AND payout_recusal.award_id = new.award_id)
BEGIN SELECT raise(ABORT, 'a mentor is kept from signing the payments of her group'); END;
--> statement-breakpoint
CREATE TRIGGER mentor_match_frozen BEFORE UPDATE ON mentor_match
WHEN new.id <> old.id OR new.award_id <> old.award_id OR new.mentor_id <> old.mentor_id
  OR new.matched_at <> old.matched_at OR new.matched_by <> old.matched_by OR old.ended_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a match stays what it was, and ends once'); END;
--> statement-breakpoint
CREATE TRIGGER mentor_match_stays BEFORE DELETE ON mentor_match
BEGIN SELECT raise(ABORT, 'a match is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER milestone_begins_open BEFORE INSERT ON milestone
WHEN new.state <> 'open' OR (SELECT state FROM award WHERE id = new.award_id) IS NOT 'accepted'
BEGIN SELECT raise(ABORT, 'a milestone begins open, for an accepted award'); END;
--> statement-breakpoint
CREATE TRIGGER milestone_frozen BEFORE UPDATE ON milestone
WHEN old.state = 'met' OR new.id <> old.id OR new.award_id <> old.award_id OR new.title <> old.title
  OR new.due_at <> old.due_at OR new.releases_tranche <> old.releases_tranche OR new.added_at <> old.added_at
  OR new.added_by <> old.added_by
BEGIN SELECT raise(ABORT, 'a milestone stays what was agreed, and is met once'); END;
--> statement-breakpoint
CREATE TRIGGER milestone_met_by_check_in BEFORE UPDATE OF state ON milestone
WHEN new.state = 'met' AND NOT EXISTS (
  SELECT 1 FROM check_in WHERE id = new.check_in_id AND milestone_id = new.id AND confirmed_by_group_at IS NOT NULL)
BEGIN SELECT raise(ABORT, 'a milestone is met when a check-in says so and the group confirmed it'); END;
--> statement-breakpoint
CREATE TRIGGER milestone_signed_by_another BEFORE UPDATE OF state ON milestone
WHEN new.state = 'met' AND EXISTS (
  SELECT 1 FROM award
  LEFT JOIN mentor_match ON mentor_match.award_id = award.id
  LEFT JOIN mentor ON mentor.id = mentor_match.mentor_id
  WHERE award.id = new.award_id AND new.signed_off_by IN (award.recipient_id, mentor.person_id))
BEGIN SELECT raise(ABORT, 'neither the mentor nor the group signs off'); END;
--> statement-breakpoint
CREATE TRIGGER milestone_signed_outside_the_team BEFORE UPDATE OF state ON milestone
WHEN new.state = 'met' AND EXISTS (
  SELECT 1 FROM award JOIN application ON application.id = award.application_id
  WHERE award.id = new.award_id AND (application.applicant_id = new.signed_off_by OR EXISTS (
    SELECT 1 FROM application_member
    WHERE application_id = award.application_id AND person_id = new.signed_off_by)))
BEGIN SELECT raise(ABORT, 'neither the mentor nor the group signs off'); END;
--> statement-breakpoint
CREATE TRIGGER milestone_stays BEFORE DELETE ON milestone
WHEN old.state = 'met' OR EXISTS (SELECT 1 FROM check_in WHERE milestone_id = old.id)
BEGIN SELECT raise(ABORT, 'a milestone that was talked about is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER check_in_by_mentor BEFORE INSERT ON check_in
WHEN new.confirmed_by_group_at IS NOT NULL OR new.disputed_at IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM mentor_match WHERE award_id = new.award_id AND mentor_id = new.mentor_id AND ended_at IS NULL)
BEGIN SELECT raise(ABORT, 'a check-in is recorded by the mentor of the group, and answered later'); END;
--> statement-breakpoint
CREATE TRIGGER check_in_about_milestone BEFORE INSERT ON check_in
WHEN new.milestone_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM milestone WHERE id = new.milestone_id AND award_id = new.award_id AND state = 'open')
BEGIN SELECT raise(ABORT, 'a check-in is about an open milestone of the same award'); END;
--> statement-breakpoint
CREATE TRIGGER check_in_frozen BEFORE UPDATE ON check_in
WHEN new.id <> old.id OR new.award_id <> old.award_id OR new.mentor_id <> old.mentor_id OR new.held_at <> old.held_at
  OR new.promised <> old.promised OR new.happened <> old.happened OR new.changed <> old.changed
  OR new.help_needed <> old.help_needed OR new.feels <> old.feels OR new.milestone_id IS NOT old.milestone_id
  OR new.recorded_at <> old.recorded_at OR old.confirmed_by_group_at IS NOT NULL OR old.disputed_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a check-in stays what was recorded, and is answered once'); END;
--> statement-breakpoint
CREATE TRIGGER check_in_stays BEFORE DELETE ON check_in
BEGIN SELECT raise(ABORT, 'a check-in is never deleted'); END;

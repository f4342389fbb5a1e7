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
  OR new.fixed_at <> old.fixed_at OR new.fixed_by <> old.fixed_by OR new.salt IS NOT old.salt
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
CREATE TRIGGER meeting_item_first_count_once BEFORE UPDATE OF first_count ON meeting_item
WHEN old.first_count IS NOT NULL AND new.first_count IS NOT old.first_count
BEGIN SELECT raise(ABORT, 'what the room has seen stays'); END;
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
-- Who has voted herself has voted: nobody enters another vote for her.
CREATE TRIGGER panel_vote_entered_for_nobody_who_voted BEFORE UPDATE ON panel_vote
WHEN old.entered_by IS NULL AND new.entered_by IS NOT NULL
BEGIN SELECT raise(ABORT, 'whoever has voted herself has voted'); END;
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
  OR new.run_id IS NOT old.run_id
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
--> statement-breakpoint
-- Nobody is told what one person alone decided: what is recorded is what was locked, and confirmed by somebody else.
CREATE TRIGGER shortlisting_by_two BEFORE INSERT ON shortlisting
WHEN NOT EXISTS (
  SELECT 1 FROM decision_lock
  WHERE call_id = new.call_id AND stage = 'shortlist' AND confirmed_at IS NOT NULL AND released_at IS NULL)
  OR NOT EXISTS (
  SELECT 1 FROM pending_shortlist
  WHERE application_id = new.application_id AND call_id = new.call_id AND reason = new.reason AND nearly = new.nearly
    AND (decision = 'shortlisted') = (new.decision = 'shortlisted'))
BEGIN SELECT raise(ABORT, 'a shortlist is what two people have agreed on'); END;
--> statement-breakpoint
CREATE TRIGGER decision_letter_locked_insert BEFORE INSERT ON decision_letter
WHEN EXISTS (
  SELECT 1 FROM application JOIN decision_lock ON decision_lock.call_id = application.call_id
  WHERE application.id = new.application_id AND decision_lock.stage = new.stage)
BEGIN SELECT raise(ABORT, 'a decision that is locked is not changed'); END;
--> statement-breakpoint
-- But words of somebody who turned out to be tied since do not go out: what a letter says can then lose them.
CREATE TRIGGER decision_letter_locked_update BEFORE UPDATE ON decision_letter
WHEN EXISTS (
  SELECT 1 FROM application JOIN decision_lock ON decision_lock.call_id = application.call_id
  WHERE application.id = old.application_id AND decision_lock.stage = old.stage)
  AND NOT (new.application_id IS old.application_id AND new.stage IS old.stage AND new.language IS old.language
    AND new.subject IS old.subject AND EXISTS (
      SELECT 1 FROM scoresheet JOIN conflict
        ON conflict.member_id = scoresheet.member_id AND conflict.application_id = scoresheet.application_id
      WHERE scoresheet.application_id = old.application_id AND scoresheet.state = 'set-aside'
        AND conflict.level <> 'none' AND conflict.declared_at >= old.written_at)
    AND length(new.body) <= length(old.body) AND NOT EXISTS (
      SELECT 1 FROM application JOIN decision_lock ON decision_lock.call_id = application.call_id
      WHERE application.id = old.application_id AND decision_lock.stage = old.stage AND decision_lock.released_at IS NOT NULL))
BEGIN SELECT raise(ABORT, 'a decision that is locked is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER decision_letter_locked_delete BEFORE DELETE ON decision_letter
WHEN EXISTS (
  SELECT 1 FROM application JOIN decision_lock ON decision_lock.call_id = application.call_id
  WHERE application.id = old.application_id AND decision_lock.stage = old.stage)
BEGIN SELECT raise(ABORT, 'a decision that is locked is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER tie_cleared_no_update BEFORE UPDATE ON tie_cleared
BEGIN SELECT raise(ABORT, 'what staff said about a likeness is kept'); END;
--> statement-breakpoint
CREATE TRIGGER tie_cleared_no_delete BEFORE DELETE ON tie_cleared
BEGIN SELECT raise(ABORT, 'what staff said about a likeness is kept'); END;
--> statement-breakpoint
CREATE TRIGGER mentored_group_no_update BEFORE UPDATE ON mentored_group
BEGIN SELECT raise(ABORT, 'whoever mentored a group has mentored it'); END;
--> statement-breakpoint
CREATE TRIGGER mentored_group_no_delete BEFORE DELETE ON mentored_group
BEGIN SELECT raise(ABORT, 'whoever mentored a group has mentored it'); END;
--> statement-breakpoint
-- Once the decision under it is locked, nobody fixes a list, types a throw or draws.
CREATE TRIGGER panel_lottery_before_the_lock BEFORE INSERT ON panel_lottery
WHEN EXISTS (SELECT 1 FROM decision_lock WHERE call_id = new.call_id AND stage = 'shortlist')
  OR EXISTS (SELECT 1 FROM shortlisting WHERE call_id = new.call_id)
BEGIN SELECT raise(ABORT, 'lots are drawn before the decision is locked'); END;
--> statement-breakpoint
CREATE TRIGGER panel_lottery_drawn_before_the_lock BEFORE UPDATE ON panel_lottery
WHEN EXISTS (SELECT 1 FROM decision_lock WHERE call_id = old.call_id AND stage = 'shortlist')
  OR EXISTS (SELECT 1 FROM shortlisting WHERE call_id = old.call_id)
BEGIN SELECT raise(ABORT, 'lots are drawn before the decision is locked'); END;
--> statement-breakpoint
CREATE TRIGGER lottery_throw_before_the_lock BEFORE INSERT ON lottery_throw
WHEN EXISTS (
  SELECT 1 FROM panel_lottery JOIN decision_lock ON decision_lock.call_id = panel_lottery.call_id
  WHERE panel_lottery.id = new.lottery_id AND decision_lock.stage = 'shortlist')
  OR EXISTS (
  SELECT 1 FROM panel_lottery JOIN shortlisting ON shortlisting.call_id = panel_lottery.call_id
  WHERE panel_lottery.id = new.lottery_id)
BEGIN SELECT raise(ABORT, 'lots are drawn before the decision is locked'); END;
--> statement-breakpoint
-- Nobody throws until it suits: whoever types other numbers than before says why, for everybody to read.
CREATE TRIGGER lottery_throw_abandoned_for_a_reason BEFORE INSERT ON lottery_throw
WHEN trim(coalesce(new.why, '')) = '' AND EXISTS (
  SELECT 1 FROM lottery_throw
  WHERE lottery_id = new.lottery_id AND person_id = new.person_id AND thrown <> new.thrown)
BEGIN SELECT raise(ABORT, 'a throw is given up for a reason'); END;
--> statement-breakpoint
CREATE TRIGGER decision_lock_cites_its_own_run BEFORE INSERT ON decision_lock
WHEN new.run_id IS NOT NULL AND (SELECT call_id FROM ranking_run WHERE id = new.run_id) IS NOT new.call_id
BEGIN SELECT raise(ABORT, 'a decision rests on a calculation of its own call'); END;
--> statement-breakpoint
-- What members read while names are hidden: each version is kept, and which of them lay beside a sheet.
CREATE TRIGGER blind_copy_next_version BEFORE INSERT ON blind_copy
WHEN new.version <> 1 + (SELECT coalesce(max(version), 0) FROM blind_copy WHERE application_id = new.application_id)
BEGIN SELECT raise(ABORT, 'versions of a copy follow each other'); END;
--> statement-breakpoint
CREATE TRIGGER blind_copy_no_update BEFORE UPDATE ON blind_copy
BEGIN SELECT raise(ABORT, 'what members could read is kept'); END;
--> statement-breakpoint
CREATE TRIGGER blind_copy_no_delete BEFORE DELETE ON blind_copy
BEGIN SELECT raise(ABORT, 'what members could read is kept'); END;
--> statement-breakpoint
CREATE TRIGGER sheet_copy_is_there BEFORE INSERT ON sheet_copy
WHEN new.version > 0 AND NOT EXISTS (
  SELECT 1 FROM scoresheet JOIN blind_copy ON blind_copy.application_id = scoresheet.application_id
  WHERE scoresheet.id = new.sheet_id AND blind_copy.version = new.version)
BEGIN SELECT raise(ABORT, 'a sheet is written beside a version that is there'); END;
--> statement-breakpoint
CREATE TRIGGER sheet_copy_no_update BEFORE UPDATE ON sheet_copy
BEGIN SELECT raise(ABORT, 'what members could read is kept'); END;
--> statement-breakpoint
CREATE TRIGGER sheet_copy_no_delete BEFORE DELETE ON sheet_copy
BEGIN SELECT raise(ABORT, 'what members could read is kept'); END;

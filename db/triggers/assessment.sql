-- A panel goes one way: preparing, scoring, closed.
CREATE TRIGGER panel_moves BEFORE UPDATE ON panel
WHEN new.call_id <> old.call_id
  OR NOT ((old.state = 'preparing' AND new.state = 'scoring')
       OR (old.state = 'scoring' AND new.state = 'closed' AND new.opened_at = old.opened_at))
BEGIN SELECT raise(ABORT, 'a panel moves from preparing to scoring to closed'); END;
--> statement-breakpoint
CREATE TRIGGER panel_stays BEFORE DELETE ON panel
BEGIN SELECT raise(ABORT, 'a panel is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER panel_member_is_one_person BEFORE UPDATE OF id, call_id, person_id ON panel_member
WHEN new.id <> old.id OR new.call_id <> old.call_id OR new.person_id <> old.person_id
BEGIN SELECT raise(ABORT, 'a seat on a panel stays with its person'); END;
--> statement-breakpoint
CREATE TRIGGER panel_member_stays BEFORE DELETE ON panel_member
BEGIN SELECT raise(ABORT, 'a seat on a panel is never deleted'); END;
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
CREATE TRIGGER scoresheet_same_pair BEFORE UPDATE ON scoresheet
WHEN new.id <> old.id OR new.member_id <> old.member_id OR new.application_id <> old.application_id
BEGIN SELECT raise(ABORT, 'a sheet stays with its member and its application'); END;
--> statement-breakpoint
CREATE TRIGGER scoresheet_frozen BEFORE UPDATE ON scoresheet
WHEN old.state <> 'draft' AND NOT (
  old.state = 'submitted' AND new.state = 'set-aside' AND new.strength = old.strength AND new.concern = old.concern
  AND new.saved_at = old.saved_at AND new.submitted_at = old.submitted_at)
BEGIN SELECT raise(ABORT, 'a submitted sheet is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER scoresheet_while_scoring BEFORE UPDATE ON scoresheet
WHEN new.state <> 'set-aside' AND NOT EXISTS (
  SELECT 1 FROM panel_member JOIN panel ON panel.call_id = panel_member.call_id
  WHERE panel_member.id = new.member_id AND panel_member.state = 'accepted' AND panel.state = 'scoring')
BEGIN SELECT raise(ABORT, 'sheets are written while the panel scores'); END;
--> statement-breakpoint
CREATE TRIGGER scoresheet_complete BEFORE UPDATE ON scoresheet
WHEN new.state = 'submitted'
  AND (SELECT count(*) FROM score WHERE sheet_id = new.id)
   <> (SELECT count(*) FROM call_criterion WHERE call_id = (SELECT call_id FROM panel_member WHERE id = new.member_id))
BEGIN SELECT raise(ABORT, 'a submitted sheet answers every criterion'); END;
--> statement-breakpoint
CREATE TRIGGER scoresheet_stays BEFORE DELETE ON scoresheet
BEGIN SELECT raise(ABORT, 'a sheet is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER score_on_draft_insert BEFORE INSERT ON score
WHEN (SELECT state FROM scoresheet WHERE id = new.sheet_id) IS NOT 'draft'
BEGIN SELECT raise(ABORT, 'a submitted sheet is frozen'); END;
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
CREATE TRIGGER score_on_draft_delete BEFORE DELETE ON score
WHEN (SELECT state FROM scoresheet WHERE id = old.sheet_id) IS NOT 'draft'
BEGIN SELECT raise(ABORT, 'a submitted sheet is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER score_same_call BEFORE INSERT ON score
WHEN (SELECT call_id FROM call_criterion WHERE id = new.criterion_id) IS NOT
  (SELECT panel_member.call_id FROM scoresheet JOIN panel_member ON panel_member.id = scoresheet.member_id WHERE scoresheet.id = new.sheet_id)
BEGIN SELECT raise(ABORT, 'a score answers a criterion of the sheet''s own call'); END;
--> statement-breakpoint
-- The shortlist is decided once, after scoring, about applications that still stand.
CREATE TRIGGER shortlisting_after_scoring BEFORE INSERT ON shortlisting
WHEN NOT EXISTS (
  SELECT 1 FROM panel JOIN application ON application.call_id = panel.call_id
  WHERE panel.call_id = new.call_id AND panel.state = 'closed'
    AND application.id = new.application_id AND application.state = 'submitted')
BEGIN SELECT raise(ABORT, 'a shortlist is decided after scoring, about submitted applications of the call'); END;
--> statement-breakpoint
CREATE TRIGGER shortlisting_no_update BEFORE UPDATE ON shortlisting
BEGIN SELECT raise(ABORT, 'a shortlist decision is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER shortlisting_no_delete BEFORE DELETE ON shortlisting
BEGIN SELECT raise(ABORT, 'a shortlist decision is never rewritten'); END;

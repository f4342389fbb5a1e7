-- A published call is a promise: its facts, questions, criteria and anchors no longer move.
CREATE TRIGGER call_published_is_frozen BEFORE UPDATE ON call WHEN old.state = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_published_stays BEFORE DELETE ON call WHEN old.state = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
-- Nothing is published by itself: first a draft, then its whole text, then the state.
CREATE TRIGGER call_begins_as_draft BEFORE INSERT ON call WHEN new.state <> 'draft'
BEGIN SELECT raise(ABORT, 'a call begins as a draft'); END;
--> statement-breakpoint
CREATE TRIGGER call_published_with_its_text BEFORE UPDATE ON call WHEN new.state = 'published' AND (
  NOT EXISTS (SELECT 1 FROM call_publication WHERE call_id = new.id AND published_at = new.published_at)
  OR NOT EXISTS (SELECT 1 FROM call_question WHERE call_id = new.id)
  OR (SELECT coalesce(sum(weight_percent), 0) FROM call_criterion WHERE call_id = new.id) <> 100
  OR EXISTS (
    SELECT 1 FROM call_criterion WHERE call_id = new.id
    AND (SELECT count(*) FROM score_anchor WHERE criterion_id = call_criterion.id) <> 5
  )
)
BEGIN SELECT raise(ABORT, 'a call is published whole, with its text'); END;
--> statement-breakpoint
CREATE TRIGGER call_question_insert_frozen BEFORE INSERT ON call_question
WHEN (SELECT state FROM call WHERE id = new.call_id) = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_question_update_frozen BEFORE UPDATE ON call_question
WHEN EXISTS (SELECT 1 FROM call WHERE id IN (old.call_id, new.call_id) AND state = 'published')
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_question_delete_frozen BEFORE DELETE ON call_question
WHEN (SELECT state FROM call WHERE id = old.call_id) = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_criterion_insert_frozen BEFORE INSERT ON call_criterion
WHEN (SELECT state FROM call WHERE id = new.call_id) = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_criterion_update_frozen BEFORE UPDATE ON call_criterion
WHEN EXISTS (SELECT 1 FROM call WHERE id IN (old.call_id, new.call_id) AND state = 'published')
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_criterion_delete_frozen BEFORE DELETE ON call_criterion
WHEN (SELECT state FROM call WHERE id = old.call_id) = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER score_anchor_insert_frozen BEFORE INSERT ON score_anchor
WHEN (SELECT call.state FROM call JOIN call_criterion ON call_criterion.call_id = call.id WHERE call_criterion.id = new.criterion_id) = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER score_anchor_update_frozen BEFORE UPDATE ON score_anchor
WHEN EXISTS (
  SELECT 1 FROM call JOIN call_criterion ON call_criterion.call_id = call.id
  WHERE call_criterion.id IN (old.criterion_id, new.criterion_id) AND call.state = 'published'
)
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER score_anchor_delete_frozen BEFORE DELETE ON score_anchor
WHEN (SELECT call.state FROM call JOIN call_criterion ON call_criterion.call_id = call.id WHERE call_criterion.id = old.criterion_id) = 'published'
BEGIN SELECT raise(ABORT, 'a published call is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER call_publication_no_update BEFORE UPDATE ON call_publication
BEGIN SELECT raise(ABORT, 'a publication is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER call_publication_no_delete BEFORE DELETE ON call_publication
BEGIN SELECT raise(ABORT, 'a publication is never rewritten'); END;

--> statement-breakpoint
-- States only move forward: draft to submitted or withdrawn, submitted to withdrawn.
CREATE TRIGGER application_moves_forward BEFORE UPDATE OF state ON application
WHEN new.state <> old.state AND NOT (
  (old.state = 'draft' AND new.state IN ('submitted', 'withdrawn')) OR (old.state = 'submitted' AND new.state = 'withdrawn')
)
BEGIN SELECT raise(ABORT, 'an application never goes back'); END;
--> statement-breakpoint
-- What the panel reads is what was submitted.
CREATE TRIGGER application_submitted_is_frozen BEFORE UPDATE ON application
WHEN old.state <> 'draft' AND (
  new.call_id IS NOT old.call_id OR new.applicant_id IS NOT old.applicant_id OR new.reference IS NOT old.reference
  OR new.title IS NOT old.title OR new.one_line IS NOT old.one_line OR new.group_name IS NOT old.group_name
  OR new.theme IS NOT old.theme OR new.city IS NOT old.city OR new.amount_minor IS NOT old.amount_minor
  OR new.language IS NOT old.language OR new.details_revision IS NOT old.details_revision
  OR new.created_at IS NOT old.created_at OR new.saved_at IS NOT old.saved_at OR new.submitted_at IS NOT old.submitted_at
)
BEGIN SELECT raise(ABORT, 'an application is frozen once it is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER application_settled_stays BEFORE UPDATE ON application
WHEN old.settled_at IS NOT NULL AND (new.settled_at IS NOT old.settled_at OR new.state <> old.state)
BEGIN SELECT raise(ABORT, 'an application that an award rests on stays'); END;
--> statement-breakpoint
CREATE TRIGGER application_keeps_its_origin BEFORE UPDATE OF id, call_id, applicant_id, reference ON application
WHEN new.id IS NOT old.id OR new.call_id IS NOT old.call_id OR new.applicant_id IS NOT old.applicant_id OR new.reference IS NOT old.reference
BEGIN SELECT raise(ABORT, 'an application keeps its call, its applicant and its reference'); END;
--> statement-breakpoint
CREATE TRIGGER application_stays BEFORE DELETE ON application WHEN old.state <> 'draft'
BEGIN SELECT raise(ABORT, 'an application is frozen once it is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER application_begins_as_draft BEFORE INSERT ON application WHEN new.state <> 'draft'
BEGIN SELECT raise(ABORT, 'an application begins as a draft'); END;
--> statement-breakpoint
CREATE TRIGGER answer_insert_frozen BEFORE INSERT ON answer
WHEN (SELECT state FROM application WHERE id = new.application_id) <> 'draft'
BEGIN SELECT raise(ABORT, 'answers are frozen once an application is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER answer_update_frozen BEFORE UPDATE ON answer
WHEN (SELECT state FROM application WHERE id = old.application_id) <> 'draft'
  OR new.application_id IS NOT old.application_id OR new.question_id IS NOT old.question_id
BEGIN SELECT raise(ABORT, 'answers are frozen once an application is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER answer_delete_frozen BEFORE DELETE ON answer
WHEN (SELECT state FROM application WHERE id = old.application_id) <> 'draft'
BEGIN SELECT raise(ABORT, 'answers are frozen once an application is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER answer_to_own_call BEFORE INSERT ON answer
WHEN (SELECT call_id FROM call_question WHERE id = new.question_id) IS NOT (SELECT call_id FROM application WHERE id = new.application_id)
BEGIN SELECT raise(ABORT, 'an answer belongs to a question of its own call'); END;
--> statement-breakpoint
CREATE TRIGGER media_insert_frozen BEFORE INSERT ON media
WHEN (SELECT state FROM application WHERE id = new.application_id) <> 'draft'
BEGIN SELECT raise(ABORT, 'recordings are frozen once an application is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER media_update_frozen BEFORE UPDATE ON media
WHEN (SELECT state FROM application WHERE id = old.application_id) <> 'draft'
  OR new.application_id IS NOT old.application_id OR new.question_id IS NOT old.question_id
BEGIN SELECT raise(ABORT, 'recordings are frozen once an application is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER media_delete_frozen BEFORE DELETE ON media
WHEN (SELECT state FROM application WHERE id = old.application_id) <> 'draft'
BEGIN SELECT raise(ABORT, 'recordings are frozen once an application is submitted'); END;
--> statement-breakpoint
CREATE TRIGGER media_to_own_call BEFORE INSERT ON media
WHEN (SELECT call_id FROM call_question WHERE id = new.question_id) IS NOT (SELECT call_id FROM application WHERE id = new.application_id)
BEGIN SELECT raise(ABORT, 'a recording belongs to a question of its own call'); END;
--> statement-breakpoint
-- A file that others may have watched is replaced, never changed.
CREATE TRIGGER media_final_is_final BEFORE UPDATE ON media WHEN old.state IN ('ready', 'rejected')
BEGIN SELECT raise(ABORT, 'a recording that was judged is final'); END;

--> statement-breakpoint
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
WHEN new.level = 'none'
  AND (SELECT person_id FROM panel_member WHERE id = new.member_id) = (SELECT applicant_id FROM application WHERE id = new.application_id)
BEGIN SELECT raise(ABORT, 'nobody is free of conflict about her own application'); END;
--> statement-breakpoint
CREATE TRIGGER conflict_no_live_sheet_insert BEFORE INSERT ON conflict
WHEN new.level = 'conflict' AND EXISTS (
  SELECT 1 FROM scoresheet WHERE member_id = new.member_id AND application_id = new.application_id AND state <> 'set-aside')
BEGIN SELECT raise(ABORT, 'a conflict leaves no live sheet'); END;
--> statement-breakpoint
CREATE TRIGGER conflict_no_live_sheet_update BEFORE UPDATE ON conflict
WHEN new.level = 'conflict' AND EXISTS (
  SELECT 1 FROM scoresheet WHERE member_id = new.member_id AND application_id = new.application_id AND state <> 'set-aside')
BEGIN SELECT raise(ABORT, 'a conflict leaves no live sheet'); END;
--> statement-breakpoint
CREATE TRIGGER conflict_only_grows BEFORE UPDATE ON conflict
WHEN new.member_id <> old.member_id OR new.application_id <> old.application_id OR old.level <> 'none' OR new.level <> 'conflict'
BEGIN SELECT raise(ABORT, 'a declared conflict is never taken back'); END;
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
CREATE TRIGGER score_on_draft_update BEFORE UPDATE ON score
WHEN (SELECT state FROM scoresheet WHERE id = old.sheet_id) IS NOT 'draft' OR new.sheet_id <> old.sheet_id OR new.criterion_id <> old.criterion_id
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

--> statement-breakpoint
-- The ballot paper lists the pitches in their order: once it is fixed, nobody joins, leaves or changes places.
CREATE TRIGGER pitch_insert_while_open BEFORE INSERT ON pitch
WHEN (SELECT poll_id FROM event WHERE id = new.event_id) IS NOT NULL
BEGIN SELECT raise(ABORT, 'the running order is on the ballot paper'); END;
--> statement-breakpoint
CREATE TRIGGER pitch_no_update BEFORE UPDATE ON pitch
BEGIN SELECT raise(ABORT, 'the running order is written anew, never patched'); END;
--> statement-breakpoint
CREATE TRIGGER pitch_delete_while_open BEFORE DELETE ON pitch
WHEN (SELECT poll_id FROM event WHERE id = old.event_id) IS NOT NULL
BEGIN SELECT raise(ABORT, 'the running order is on the ballot paper'); END;
--> statement-breakpoint
CREATE TRIGGER pitch_same_call BEFORE INSERT ON pitch
WHEN (SELECT call_id FROM application WHERE id = new.application_id) IS NOT (SELECT call_id FROM event WHERE id = new.event_id)
BEGIN SELECT raise(ABORT, 'a pitch is of an application to the event''s own call'); END;
--> statement-breakpoint
CREATE TRIGGER event_moves_forward BEFORE UPDATE ON event
WHEN new.id <> old.id OR new.call_id <> old.call_id OR new.version <> old.version + 1
  OR (old.state = 'over' AND new.state <> 'over') OR (old.state = 'running' AND new.state = 'planned')
BEGIN SELECT raise(ABORT, 'an event moves forward, one version at a time'); END;
--> statement-breakpoint
CREATE TRIGGER event_poll_is_not_swapped BEFORE UPDATE ON event
WHEN old.poll_id IS NOT NULL AND new.poll_id IS NOT NULL AND new.poll_id <> old.poll_id
BEGIN SELECT raise(ABORT, 'a fixed ballot paper is taken back before another is fixed'); END;
--> statement-breakpoint
CREATE TRIGGER event_paper_fixes_plan BEFORE UPDATE ON event
WHEN old.poll_id IS NOT NULL AND new.poll_id IS NOT NULL AND (new.starts_at <> old.starts_at OR new.title <> old.title OR new.tie_source <> old.tie_source)
BEGIN SELECT raise(ABORT, 'the manifest says when, what and how ties end'); END;
--> statement-breakpoint
CREATE TRIGGER event_stage_is_own_pitch BEFORE UPDATE ON event
WHEN new.current_pitch_id IS NOT NULL AND (SELECT event_id FROM pitch WHERE id = new.current_pitch_id) IS NOT new.id
BEGIN SELECT raise(ABORT, 'the pitch on stage is one of this event'); END;
--> statement-breakpoint
CREATE TRIGGER event_stays BEFORE DELETE ON event
BEGIN SELECT raise(ABORT, 'an event is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER sheet_batch_only_voided BEFORE UPDATE ON sheet_batch
WHEN old.voided_at IS NOT NULL OR new.voided_at IS NULL OR new.id <> old.id OR new.event_id <> old.event_id
  OR new.poll_id <> old.poll_id OR new.label <> old.label OR new.printed <> old.printed
BEGIN SELECT raise(ABORT, 'a batch of sheets can only be voided, once'); END;
--> statement-breakpoint
CREATE TRIGGER sheet_batch_stays BEFORE DELETE ON sheet_batch
BEGIN SELECT raise(ABORT, 'a batch of sheets is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER sheet_count_no_update BEFORE UPDATE ON sheet_count
BEGIN SELECT raise(ABORT, 'a count of paper is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER sheet_count_stays BEFORE DELETE ON sheet_count
BEGIN SELECT raise(ABORT, 'a count of paper is never rewritten'); END;

--> statement-breakpoint
-- A decision is made once, after the panel, about applications that still stand; nobody rewrites it.
CREATE TRIGGER award_decision_after_panel BEFORE INSERT ON award_decision
WHEN (SELECT state FROM panel WHERE call_id = new.call_id) IS NOT 'closed'
BEGIN SELECT raise(ABORT, 'awards are decided after the panel has closed'); END;
--> statement-breakpoint
CREATE TRIGGER award_decision_no_update BEFORE UPDATE ON award_decision
BEGIN SELECT raise(ABORT, 'a decision is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER award_decision_no_delete BEFORE DELETE ON award_decision
BEGIN SELECT raise(ABORT, 'a decision is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER award_draft_before_decision_insert BEFORE INSERT ON award_draft
WHEN EXISTS (SELECT 1 FROM award_decision WHERE call_id = new.call_id)
BEGIN SELECT raise(ABORT, 'a decision is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER award_draft_before_decision_update BEFORE UPDATE ON award_draft
WHEN EXISTS (SELECT 1 FROM award_decision WHERE call_id = new.call_id)
BEGIN SELECT raise(ABORT, 'a decision is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER award_outcome_of_call BEFORE INSERT ON award_outcome
WHEN NOT EXISTS (SELECT 1 FROM application WHERE id = new.application_id AND call_id = new.call_id AND state = 'submitted')
BEGIN SELECT raise(ABORT, 'an outcome belongs to a submitted application of the call'); END;
--> statement-breakpoint
CREATE TRIGGER award_outcome_shortlisted BEFORE INSERT ON award_outcome
WHEN new.position IS NOT NULL
  AND (SELECT decision FROM shortlisting WHERE application_id = new.application_id) IS NOT 'shortlisted'
BEGIN SELECT raise(ABORT, 'only shortlisted applications have a place'); END;
--> statement-breakpoint
CREATE TRIGGER award_outcome_before_release BEFORE INSERT ON award_outcome
WHEN EXISTS (SELECT 1 FROM award_release WHERE call_id = new.call_id)
BEGIN SELECT raise(ABORT, 'a decision is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER award_outcome_no_update BEFORE UPDATE ON award_outcome
BEGIN SELECT raise(ABORT, 'a decision is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER award_outcome_no_delete BEFORE DELETE ON award_outcome
BEGIN SELECT raise(ABORT, 'a decision is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER award_release_no_update BEFORE UPDATE ON award_release
BEGIN SELECT raise(ABORT, 'a decision is told once'); END;
--> statement-breakpoint
CREATE TRIGGER award_release_no_delete BEFORE DELETE ON award_release
BEGIN SELECT raise(ABORT, 'a decision is told once'); END;
--> statement-breakpoint
-- The reserve list: a group is offered a place or told that there is none, never both.
CREATE TRIGGER reserve_closing_of_reserve BEFORE INSERT ON reserve_closing
WHEN (SELECT outcome FROM award_outcome WHERE application_id = new.application_id) IS NOT 'reserve'
  OR EXISTS (SELECT 1 FROM award WHERE application_id = new.application_id)
BEGIN SELECT raise(ABORT, 'only a group that still waits on the reserve list stops waiting'); END;
--> statement-breakpoint
CREATE TRIGGER reserve_closing_no_update BEFORE UPDATE ON reserve_closing
BEGIN SELECT raise(ABORT, 'what a group was told is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER reserve_closing_no_delete BEFORE DELETE ON reserve_closing
BEGIN SELECT raise(ABORT, 'what a group was told is never rewritten'); END;
--> statement-breakpoint
-- An offer says what the call and the application say, and there is money for it.
CREATE TRIGGER award_fits BEFORE INSERT ON award
WHEN new.state <> 'offered' OR NOT EXISTS (
  SELECT 1 FROM award_outcome
  JOIN application ON application.id = award_outcome.application_id
  JOIN call ON call.id = award_outcome.call_id
  JOIN award_release ON award_release.call_id = award_outcome.call_id
  WHERE award_outcome.application_id = new.application_id
    AND award_outcome.outcome IN ('awarded', 'reserve')
    AND application.state = 'submitted'
    AND application.applicant_id = new.recipient_id
    AND new.amount_minor <= application.amount_minor
    AND (award_outcome.amount_minor IS NULL OR award_outcome.amount_minor = new.amount_minor)
    AND call.id = new.call_id AND call.partner_id = new.partner_id AND call.currency = new.currency
    AND new.amount_minor <= call.award_max_minor)
  OR EXISTS (SELECT 1 FROM reserve_closing WHERE application_id = new.application_id)
BEGIN SELECT raise(ABORT, 'an offer says what was decided'); END;
--> statement-breakpoint
CREATE TRIGGER award_within_pot BEFORE INSERT ON award
WHEN new.amount_minor + (
    SELECT coalesce(sum(amount_minor), 0) FROM award
    WHERE call_id = new.call_id AND (state = 'accepted' OR (state = 'offered' AND respond_by > new.offered_at)))
  > (SELECT pot_minor FROM call WHERE id = new.call_id)
BEGIN SELECT raise(ABORT, 'the pot is not enough for this offer'); END;
--> statement-breakpoint
CREATE TRIGGER award_again_within_pot BEFORE UPDATE OF offered_at ON award
WHEN new.offered_at <> old.offered_at AND new.amount_minor + (
    SELECT coalesce(sum(amount_minor), 0) FROM award
    WHERE call_id = new.call_id AND id <> new.id
      AND (state = 'accepted' OR (state = 'offered' AND respond_by > new.offered_at)))
  > (SELECT pot_minor FROM call WHERE id = new.call_id)
BEGIN SELECT raise(ABORT, 'the pot is not enough for this offer'); END;
--> statement-breakpoint
CREATE TRIGGER award_frozen BEFORE UPDATE ON award
WHEN new.id <> old.id OR new.call_id <> old.call_id OR new.partner_id <> old.partner_id
  OR new.application_id <> old.application_id OR new.recipient_id <> old.recipient_id
  OR new.group_name <> old.group_name OR new.title <> old.title
  OR new.amount_minor <> old.amount_minor OR new.currency <> old.currency
  OR new.tranche_weights <> old.tranche_weights OR new.agreement_version <> old.agreement_version
  OR new.agreement_text <> old.agreement_text OR new.agreement_hash <> old.agreement_hash
  OR old.state <> 'offered'
  OR new.respond_by < old.respond_by OR new.offered_at < old.offered_at
  OR (new.state <> 'offered' AND (new.respond_by <> old.respond_by OR new.offered_at <> old.offered_at))
BEGIN SELECT raise(ABORT, 'an offer stays what it was, and is answered once'); END;
--> statement-breakpoint
CREATE TRIGGER award_answered_in_time BEFORE UPDATE OF state ON award
WHEN new.state <> old.state AND new.answered_at >= old.respond_by
BEGIN SELECT raise(ABORT, 'a lapsed offer cannot be answered'); END;
--> statement-breakpoint
CREATE TRIGGER award_accepted_with_acceptance BEFORE UPDATE OF state ON award
WHEN new.state = 'accepted' AND NOT EXISTS (SELECT 1 FROM acceptance WHERE award_id = new.id AND accepted_at = new.answered_at)
BEGIN SELECT raise(ABORT, 'an award is accepted by somebody who agreed'); END;
--> statement-breakpoint
CREATE TRIGGER award_accepted_settles BEFORE UPDATE OF state ON award
WHEN new.state = 'accepted' AND EXISTS (SELECT 1 FROM acceptance WHERE award_id = new.id)
  AND (SELECT settled_at FROM application WHERE id = new.application_id) IS NULL
BEGIN SELECT raise(ABORT, 'an award is accepted together with settling its application'); END;
--> statement-breakpoint
CREATE TRIGGER award_refused_without_acceptance BEFORE UPDATE OF state ON award
WHEN new.state = 'refused' AND EXISTS (SELECT 1 FROM acceptance WHERE award_id = new.id)
BEGIN SELECT raise(ABORT, 'an award that was accepted is not refused'); END;
--> statement-breakpoint
CREATE TRIGGER award_no_delete BEFORE DELETE ON award
BEGIN SELECT raise(ABORT, 'an offer is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER acceptance_of_offer BEFORE INSERT ON acceptance
WHEN NOT EXISTS (
  SELECT 1 FROM award WHERE id = new.award_id AND state = 'offered' AND recipient_id = new.person_id
    AND agreement_version = new.agreement_version AND agreement_hash = new.agreement_hash
    AND new.accepted_at >= offered_at AND new.accepted_at < respond_by)
BEGIN SELECT raise(ABORT, 'the recipient accepts the very agreement that was offered, in time'); END;
--> statement-breakpoint
CREATE TRIGGER acceptance_no_update BEFORE UPDATE ON acceptance
BEGIN SELECT raise(ABORT, 'an acceptance is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER acceptance_no_delete BEFORE DELETE ON acceptance
BEGIN SELECT raise(ABORT, 'an acceptance is never rewritten'); END;

--> statement-breakpoint
-- The ledger. These two tables hold one row each; a transaction points at both with keys that are looked at when
-- everything commits. So a transaction whose entries do not add up to 0, or that was not sealed, cannot commit.
CREATE TABLE ledger_zero (value INTEGER PRIMARY KEY CHECK (value = 0));
--> statement-breakpoint
CREATE TABLE ledger_one (value INTEGER PRIMARY KEY CHECK (value = 1));
--> statement-breakpoint
INSERT INTO ledger_zero (value) VALUES (0);
--> statement-breakpoint
INSERT INTO ledger_one (value) VALUES (1);
--> statement-breakpoint
CREATE TABLE ledger_tx (
  id text PRIMARY KEY NOT NULL,
  call_id text NOT NULL REFERENCES books (call_id),
  currency text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('funds-received', 'award-planned', 'tranche-due', 'payout-reserved', 'payout-settled', 'payout-undone', 'payout-returned')),
  ref text NOT NULL CHECK (length(ref) > 0),
  note text NOT NULL,
  balance integer DEFAULT 0 NOT NULL REFERENCES ledger_zero (value) DEFERRABLE INITIALLY DEFERRED,
  sealed integer DEFAULT 0 NOT NULL REFERENCES ledger_one (value) DEFERRABLE INITIALLY DEFERRED,
  reverses text UNIQUE REFERENCES ledger_tx (id),
  posted_at integer NOT NULL,
  posted_by text REFERENCES person (id),
  UNIQUE (call_id, kind, ref),
  CHECK ((kind IN ('payout-undone', 'payout-returned')) = (reverses IS NOT NULL))
);
--> statement-breakpoint
CREATE TRIGGER ledger_zero_stays BEFORE DELETE ON ledger_zero
BEGIN SELECT raise(ABORT, 'the guard rows of the ledger stay'); END;
--> statement-breakpoint
CREATE TRIGGER ledger_one_stays BEFORE DELETE ON ledger_one
BEGIN SELECT raise(ABORT, 'the guard rows of the ledger stay'); END;
--> statement-breakpoint
CREATE TRIGGER ledger_tx_begins BEFORE INSERT ON ledger_tx
BEGIN
  SELECT raise(ABORT, 'a transaction begins empty and open') WHERE new.balance <> 0 OR new.sealed <> 0;
  -- INSERT OR REPLACE removes the old row first; without recursive triggers no delete trigger would say no.
  SELECT raise(ABORT, 'a transaction is never replaced')
  WHERE EXISTS (SELECT 1 FROM ledger_tx WHERE id = new.id OR (call_id = new.call_id AND kind = new.kind AND ref = new.ref) OR reverses = new.reverses);
  SELECT raise(ABORT, 'a transaction has the currency of its books')
  WHERE new.currency <> (SELECT currency FROM books WHERE call_id = new.call_id);
  SELECT raise(ABORT, 'only a sealed transaction of the same payout is reversed')
  WHERE new.reverses IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM ledger_tx WHERE id = new.reverses AND call_id = new.call_id AND ref = new.ref AND sealed = 1
      AND kind = iif(new.kind = 'payout-undone', 'payout-reserved', 'payout-settled'));
END;
--> statement-breakpoint
CREATE TRIGGER ledger_tx_changes BEFORE UPDATE ON ledger_tx
BEGIN
  SELECT raise(ABORT, 'a sealed transaction is never changed') WHERE old.sealed = 1;
  SELECT raise(ABORT, 'only the balance and the seal of a transaction move')
  WHERE new.id IS NOT old.id OR new.call_id IS NOT old.call_id OR new.currency IS NOT old.currency OR new.kind IS NOT old.kind
     OR new.ref IS NOT old.ref OR new.note IS NOT old.note OR new.reverses IS NOT old.reverses
     OR new.posted_at IS NOT old.posted_at OR new.posted_by IS NOT old.posted_by;
  SELECT raise(ABORT, 'an empty transaction is never sealed')
  WHERE new.sealed = 1 AND NOT EXISTS (SELECT 1 FROM ledger_entry WHERE tx_id = old.id);
  SELECT raise(ABORT, 'only what adds up is sealed')
  WHERE new.sealed = 1 AND (SELECT sum(amount_minor) FROM ledger_entry WHERE tx_id = old.id) <> 0;
END;
--> statement-breakpoint
CREATE TRIGGER ledger_tx_stays BEFORE DELETE ON ledger_tx
BEGIN SELECT raise(ABORT, 'a transaction is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER ledger_entry_begins BEFORE INSERT ON ledger_entry
BEGIN
  SELECT raise(ABORT, 'an entry is never replaced')
  WHERE EXISTS (SELECT 1 FROM ledger_entry WHERE id = new.id OR (tx_id = new.tx_id AND account_id = new.account_id));
  SELECT raise(ABORT, 'nothing enters a sealed transaction')
  WHERE (SELECT sealed FROM ledger_tx WHERE id = new.tx_id) <> 0;
  SELECT raise(ABORT, 'an entry has the currency of its transaction')
  WHERE new.currency <> (SELECT currency FROM ledger_tx WHERE id = new.tx_id);
  SELECT raise(ABORT, 'an entry has the currency of its account')
  WHERE new.currency <> (SELECT currency FROM ledger_account WHERE id = new.account_id);
  SELECT raise(ABORT, 'an entry stays within the books of its transaction')
  WHERE (SELECT call_id FROM ledger_tx WHERE id = new.tx_id) <> (SELECT call_id FROM ledger_account WHERE id = new.account_id);
END;
--> statement-breakpoint
CREATE TRIGGER ledger_entry_counts AFTER INSERT ON ledger_entry
BEGIN
  UPDATE ledger_account SET balance = balance + new.amount_minor WHERE id = new.account_id;
  UPDATE ledger_tx SET balance = balance + new.amount_minor WHERE id = new.tx_id;
END;
--> statement-breakpoint
CREATE TRIGGER ledger_entry_no_update BEFORE UPDATE ON ledger_entry
BEGIN SELECT raise(ABORT, 'an entry is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER ledger_entry_no_delete BEFORE DELETE ON ledger_entry
BEGIN SELECT raise(ABORT, 'an entry is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER ledger_account_begins BEFORE INSERT ON ledger_account
BEGIN
  SELECT raise(ABORT, 'an account begins with nothing') WHERE new.balance <> 0;
  SELECT raise(ABORT, 'an account is never replaced')
  WHERE EXISTS (SELECT 1 FROM ledger_account WHERE id = new.id);
  SELECT raise(ABORT, 'an account has the currency of its books')
  WHERE new.currency <> (SELECT currency FROM books WHERE call_id = new.call_id);
END;
--> statement-breakpoint
CREATE TRIGGER ledger_account_changes BEFORE UPDATE ON ledger_account
WHEN new.id IS NOT old.id OR new.call_id IS NOT old.call_id OR new.kind IS NOT old.kind OR new.subject_id IS NOT old.subject_id
  OR new.currency IS NOT old.currency OR new.floor IS NOT old.floor
BEGIN SELECT raise(ABORT, 'only the balance of an account moves'); END;
--> statement-breakpoint
CREATE TRIGGER ledger_account_stays BEFORE DELETE ON ledger_account
BEGIN SELECT raise(ABORT, 'an account is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER books_begin BEFORE INSERT ON books
WHEN EXISTS (SELECT 1 FROM books WHERE call_id = new.call_id)
  OR NOT EXISTS (SELECT 1 FROM call WHERE id = new.call_id AND currency = new.currency AND state = 'published')
BEGIN SELECT raise(ABORT, 'books are opened once, for a published call, in its currency'); END;
--> statement-breakpoint
CREATE TRIGGER books_no_update BEFORE UPDATE ON books
BEGIN SELECT raise(ABORT, 'opened books are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER books_no_delete BEFORE DELETE ON books
BEGIN SELECT raise(ABORT, 'opened books are never removed'); END;
--> statement-breakpoint
-- Tranches: parts of an accepted award that never add up to more than it.
CREATE TRIGGER tranche_begins BEFORE INSERT ON tranche
BEGIN
  SELECT raise(ABORT, 'a tranche is never replaced') WHERE EXISTS (SELECT 1 FROM tranche WHERE id = new.id OR (award_id = new.award_id AND position = new.position));
  SELECT raise(ABORT, 'a tranche begins planned') WHERE new.state <> 'planned';
  SELECT raise(ABORT, 'a tranche belongs to an accepted award of its call and currency')
  WHERE NOT EXISTS (SELECT 1 FROM award WHERE id = new.award_id AND call_id = new.call_id AND currency = new.currency AND state = 'accepted');
  SELECT raise(ABORT, 'tranches never add up to more than their award')
  WHERE new.amount_minor + (SELECT coalesce(sum(amount_minor), 0) FROM tranche WHERE award_id = new.award_id)
      > (SELECT amount_minor FROM award WHERE id = new.award_id);
END;
--> statement-breakpoint
CREATE TRIGGER tranche_changes BEFORE UPDATE ON tranche
BEGIN
  SELECT raise(ABORT, 'only the state of a tranche moves')
  WHERE new.id IS NOT old.id OR new.award_id IS NOT old.award_id OR new.call_id IS NOT old.call_id OR new.position IS NOT old.position
     OR new.amount_minor IS NOT old.amount_minor OR new.currency IS NOT old.currency OR new.planned_at IS NOT old.planned_at;
  SELECT raise(ABORT, 'a tranche does not move like this')
  WHERE new.state <> old.state AND (old.state || '>' || new.state) NOT IN ('planned>due', 'due>in-payment', 'in-payment>due', 'in-payment>paid', 'paid>due');
  SELECT raise(ABORT, 'a due tranche is payable in the ledger')
  WHERE old.state = 'planned' AND new.state = 'due'
    AND NOT EXISTS (SELECT 1 FROM ledger_tx WHERE call_id = new.call_id AND kind = 'tranche-due' AND ref = new.id AND sealed = 1);
  SELECT raise(ABORT, 'a paid tranche has a settled payout')
  WHERE new.state = 'paid' AND NOT EXISTS (SELECT 1 FROM payout WHERE tranche_id = new.id AND state = 'settled');
  SELECT raise(ABORT, 'a tranche in payment has a payout under way')
  WHERE new.state = 'in-payment' AND NOT EXISTS (SELECT 1 FROM payout WHERE tranche_id = new.id AND state IN ('draft', 'submitted', 'approved', 'reserved', 'sending'));
  SELECT raise(ABORT, 'a tranche with a live payout is not due')
  WHERE new.state = 'due' AND EXISTS (SELECT 1 FROM payout WHERE tranche_id = new.id AND state NOT IN ('failed', 'returned', 'cancelled'));
END;
--> statement-breakpoint
CREATE TRIGGER tranche_stays BEFORE DELETE ON tranche
BEGIN SELECT raise(ABORT, 'a tranche is never removed'); END;
--> statement-breakpoint
-- Payees: a change is a new version.
CREATE TRIGGER payee_version_begins BEFORE INSERT ON payee_version
BEGIN
  SELECT raise(ABORT, 'a payee version is never replaced') WHERE EXISTS (SELECT 1 FROM payee_version WHERE id = new.id);
  SELECT raise(ABORT, 'payee versions are numbered without a gap')
  WHERE new.version <> 1 + (SELECT coalesce(max(version), 0) FROM payee_version WHERE award_id = new.award_id);
END;
--> statement-breakpoint
CREATE TRIGGER payee_version_no_update BEFORE UPDATE ON payee_version
BEGIN SELECT raise(ABORT, 'a payee version is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER payee_version_no_delete BEFORE DELETE ON payee_version
BEGIN SELECT raise(ABORT, 'a payee version is never removed'); END;
--> statement-breakpoint
-- Payouts: one live attempt per tranche, two people, forward only, never ahead of the ledger.
CREATE TRIGGER payout_begins BEFORE INSERT ON payout
BEGIN
  SELECT raise(ABORT, 'a payout is never replaced') WHERE EXISTS (SELECT 1 FROM payout WHERE id = new.id OR end_to_end_id = new.end_to_end_id);
  SELECT raise(ABORT, 'a payout begins as a draft')
  WHERE new.state <> 'draft' OR new.checker_id IS NOT NULL OR new.reserved_at IS NOT NULL OR new.bank_file_id IS NOT NULL;
  SELECT raise(ABORT, 'a tranche has one live payout')
  WHERE EXISTS (SELECT 1 FROM payout WHERE tranche_id = new.tranche_id AND state NOT IN ('failed', 'returned', 'cancelled'));
  SELECT raise(ABORT, 'attempts are numbered without a gap')
  WHERE new.attempt <> 1 + (SELECT count(*) FROM payout WHERE tranche_id = new.tranche_id);
  SELECT raise(ABORT, 'only a due tranche is paid')
  WHERE (SELECT state FROM tranche WHERE id = new.tranche_id) <> 'due';
  SELECT raise(ABORT, 'a payout is of its tranche''s amount')
  WHERE NOT EXISTS (SELECT 1 FROM tranche WHERE id = new.tranche_id AND amount_minor = new.amount_minor AND currency = new.currency);
  SELECT raise(ABORT, 'a payout goes to the newest payee of its award')
  WHERE NOT EXISTS (
    SELECT 1 FROM payee_version p JOIN tranche t ON t.award_id = p.award_id
    WHERE p.id = new.payee_version_id AND t.id = new.tranche_id
      AND p.version = (SELECT max(version) FROM payee_version WHERE award_id = t.award_id)
      AND (p.kind = 'bank' OR new.rail = 'by-hand'));
  SELECT raise(ABORT, 'who entered the payee prepares no payout to it')
  WHERE new.maker_id = (SELECT edited_by FROM payee_version WHERE id = new.payee_version_id);
END;
--> statement-breakpoint
CREATE TRIGGER payout_changes BEFORE UPDATE ON payout
BEGIN
  SELECT raise(ABORT, 'what a payout is never changes')
  WHERE new.id IS NOT old.id OR new.tranche_id IS NOT old.tranche_id OR new.attempt IS NOT old.attempt OR new.rail IS NOT old.rail
     OR new.amount_minor IS NOT old.amount_minor OR new.currency IS NOT old.currency OR new.payee_version_id IS NOT old.payee_version_id
     OR new.reference IS NOT old.reference OR new.end_to_end_id IS NOT old.end_to_end_id
     OR new.maker_id IS NOT old.maker_id OR new.made_at IS NOT old.made_at;
  SELECT raise(ABORT, 'a payout only moves forward')
  WHERE (old.state || '>' || new.state) NOT IN (
    'draft>submitted', 'draft>cancelled', 'submitted>approved', 'submitted>cancelled', 'approved>reserved', 'approved>cancelled',
    'reserved>sending', 'reserved>settled', 'reserved>failed', 'sending>settled', 'sending>failed', 'settled>returned');
  SELECT raise(ABORT, 'what was signed stays signed')
  WHERE (old.checker_id IS NOT NULL AND (new.checker_id IS NOT old.checker_id OR new.approved_at IS NOT old.approved_at OR new.approval_hash IS NOT old.approval_hash))
     OR (old.bank_file_id IS NOT NULL AND new.bank_file_id IS NOT old.bank_file_id)
     OR (old.reserved_at IS NOT NULL AND new.reserved_at IS NOT old.reserved_at)
     OR (old.settled_at IS NOT NULL AND (new.settled_at IS NOT old.settled_at OR new.evidence IS NOT old.evidence OR new.settled_by IS NOT old.settled_by));
  SELECT raise(ABORT, 'a payout is signed when it is approved')
  WHERE old.checker_id IS NULL AND new.checker_id IS NOT NULL AND new.state <> 'approved';
  SELECT raise(ABORT, 'a payout enters a file when it is reserved')
  WHERE old.reserved_at IS NULL AND new.reserved_at IS NOT NULL AND new.state <> 'reserved';
  SELECT raise(ABORT, 'who entered the payee approves no payout to it')
  WHERE new.state = 'approved' AND new.checker_id = (SELECT edited_by FROM payee_version WHERE id = new.payee_version_id);
  SELECT raise(ABORT, 'changed payee details void a payout')
  WHERE new.state IN ('submitted', 'approved', 'reserved') AND EXISTS (
    SELECT 1 FROM payee_version mine JOIN payee_version newer ON newer.award_id = mine.award_id AND newer.version > mine.version
    WHERE mine.id = new.payee_version_id);
  SELECT raise(ABORT, 'payouts are stopped until the books agree')
  WHERE new.state IN ('approved', 'reserved') AND EXISTS (SELECT 1 FROM payout_stop WHERE lifted_at IS NULL);
  SELECT raise(ABORT, 'a payout enters a file of its own books')
  WHERE new.bank_file_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM bank_file f JOIN tranche t ON t.call_id = f.call_id
    WHERE f.id = new.bank_file_id AND t.id = new.tranche_id AND f.currency = new.currency);
  SELECT raise(ABORT, 'a payout is never ahead of the ledger')
  WHERE (new.state = 'reserved' AND NOT EXISTS (SELECT 1 FROM ledger_tx WHERE kind = 'payout-reserved' AND ref = new.id AND sealed = 1))
     OR (new.state = 'settled' AND NOT EXISTS (SELECT 1 FROM ledger_tx WHERE kind = 'payout-settled' AND ref = new.id AND sealed = 1))
     OR (new.state = 'failed' AND NOT EXISTS (SELECT 1 FROM ledger_tx WHERE kind = 'payout-undone' AND ref = new.id AND sealed = 1))
     OR (new.state = 'returned' AND NOT EXISTS (SELECT 1 FROM ledger_tx WHERE kind = 'payout-returned' AND ref = new.id AND sealed = 1));
END;
--> statement-breakpoint
CREATE TRIGGER payout_stays BEFORE DELETE ON payout
BEGIN SELECT raise(ABORT, 'a payout is never removed'); END;
--> statement-breakpoint
-- Bank files: made once, sent once, kept to the byte.
CREATE TRIGGER bank_file_begins BEFORE INSERT ON bank_file
BEGIN
  SELECT raise(ABORT, 'a bank file is never replaced') WHERE EXISTS (SELECT 1 FROM bank_file WHERE id = new.id OR msg_id = new.msg_id);
  SELECT raise(ABORT, 'a bank file is made before it is sent') WHERE new.sent_at IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER bank_file_changes BEFORE UPDATE ON bank_file
WHEN old.sent_at IS NOT NULL OR new.id IS NOT old.id OR new.call_id IS NOT old.call_id OR new.msg_id IS NOT old.msg_id
  OR new.execution_date IS NOT old.execution_date OR new.payouts_count IS NOT old.payouts_count OR new.total_minor IS NOT old.total_minor
  OR new.currency IS NOT old.currency OR new.xml_sealed IS NOT old.xml_sealed OR new.xml_sha256 IS NOT old.xml_sha256
  OR new.csv_sealed IS NOT old.csv_sealed OR new.csv_sha256 IS NOT old.csv_sha256 OR new.made_at IS NOT old.made_at OR new.made_by IS NOT old.made_by
BEGIN SELECT raise(ABORT, 'a bank file is only marked as sent, once'); END;
--> statement-breakpoint
CREATE TRIGGER bank_file_stays BEFORE DELETE ON bank_file
BEGIN SELECT raise(ABORT, 'a bank file is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER payout_stop_changes BEFORE UPDATE ON payout_stop
WHEN old.lifted_at IS NOT NULL OR new.id IS NOT old.id OR new.reason IS NOT old.reason OR new.detail IS NOT old.detail OR new.found_at IS NOT old.found_at
BEGIN SELECT raise(ABORT, 'a stop is only lifted, once'); END;
--> statement-breakpoint
CREATE TRIGGER payout_stop_stays BEFORE DELETE ON payout_stop
BEGIN SELECT raise(ABORT, 'a stop is never removed'); END;

--> statement-breakpoint
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

CREATE TABLE `blind_copy` (
	`application_id` text NOT NULL,
	`version` integer NOT NULL,
	`texts` text NOT NULL,
	`written_at` integer NOT NULL,
	`written_by` text NOT NULL,
	PRIMARY KEY(`application_id`, `version`),
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "blind_copy_version" CHECK("blind_copy"."version" >= 1)
);
--> statement-breakpoint
CREATE TABLE `sheet_copy` (
	`sheet_id` text NOT NULL,
	`version` integer NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`sheet_id`, `version`),
	FOREIGN KEY (`sheet_id`) REFERENCES `scoresheet`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sheet_copy_version" CHECK("sheet_copy"."version" >= 0)
);
--> statement-breakpoint
ALTER TABLE `decision_lock` ADD `run_id` text REFERENCES ranking_run(id);--> statement-breakpoint
ALTER TABLE `meeting_presence` ADD `marked_gone_by` text REFERENCES person(id);--> statement-breakpoint
ALTER TABLE `lottery_throw` ADD `why` text;--> statement-breakpoint
ALTER TABLE `panel_lottery` ADD `salt` text;
--> statement-breakpoint
-- What was written for members so far becomes the first version of each copy.
INSERT INTO `blind_copy` (`application_id`, `version`, `texts`, `written_at`, `written_by`)
SELECT one.application_id, 1, json_group_object(one.part, one.text), max(one.written_at), (
  SELECT last.written_by FROM `redaction` AS last WHERE last.application_id = one.application_id
  ORDER BY last.written_at DESC, last.part LIMIT 1)
FROM `redaction` AS one GROUP BY one.application_id;
--> statement-breakpoint
DROP TABLE `redaction`;
--> statement-breakpoint
DROP TRIGGER panel_lottery_fixed;
--> statement-breakpoint
CREATE TRIGGER panel_lottery_fixed BEFORE UPDATE ON panel_lottery
WHEN old.thrown IS NOT NULL OR new.id <> old.id OR new.call_id <> old.call_id OR new.run_id <> old.run_id
  OR new.places <> old.places OR new.entries <> old.entries OR new.entries_hash <> old.entries_hash
  OR new.fixed_at <> old.fixed_at OR new.fixed_by <> old.fixed_by OR new.salt IS NOT old.salt
BEGIN SELECT raise(ABORT, 'a lottery is fixed before the throw, and drawn once'); END;
--> statement-breakpoint
DROP TRIGGER decision_lock_forwards;
--> statement-breakpoint
CREATE TRIGGER decision_lock_forwards BEFORE UPDATE ON decision_lock
WHEN old.released_at IS NOT NULL OR new.call_id <> old.call_id OR new.stage <> old.stage
  OR new.content_hash <> old.content_hash OR new.locked_at <> old.locked_at OR new.locked_by <> old.locked_by
  OR new.run_id IS NOT old.run_id
  OR (old.confirmed_at IS NOT NULL AND (new.confirmed_at <> old.confirmed_at OR new.confirmed_by <> old.confirmed_by))
BEGIN SELECT raise(ABORT, 'a lock is confirmed and released, or taken off before that'); END;
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

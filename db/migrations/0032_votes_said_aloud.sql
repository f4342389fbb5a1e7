ALTER TABLE `panel_vote` ADD `entered_by` text REFERENCES person(id);
--> statement-breakpoint
-- Who has voted herself has voted: nobody enters another vote for her.
CREATE TRIGGER panel_vote_entered_for_nobody_who_voted BEFORE UPDATE ON panel_vote
WHEN old.entered_by IS NULL AND new.entered_by IS NOT NULL
BEGIN SELECT raise(ABORT, 'whoever has voted herself has voted'); END;

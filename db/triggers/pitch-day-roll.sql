-- The manifest says which levels a vote admits, and the freeze how many people are on the roll.
CREATE TRIGGER remote_vote_before_paper BEFORE INSERT ON remote_vote
WHEN (SELECT poll_id FROM event WHERE id = new.event_id) IS NOT NULL
BEGIN SELECT raise(ABORT, 'the manifest says who votes'); END;
--> statement-breakpoint
CREATE TRIGGER remote_vote_no_update BEFORE UPDATE ON remote_vote
WHEN (SELECT poll_id FROM event WHERE id = new.event_id) IS NOT NULL OR new.event_id <> old.event_id
BEGIN SELECT raise(ABORT, 'the manifest says who votes'); END;
--> statement-breakpoint
CREATE TRIGGER remote_vote_stays BEFORE DELETE ON remote_vote
WHEN (SELECT poll_id FROM event WHERE id = old.event_id) IS NOT NULL
BEGIN SELECT raise(ABORT, 'the manifest says who votes'); END;
--> statement-breakpoint
CREATE TRIGGER roll_entry_before_letters BEFORE INSERT ON roll_entry
WHEN EXISTS (SELECT 1 FROM roll_entry WHERE event_id = new.event_id AND invited_at IS NOT NULL)
BEGIN SELECT raise(ABORT, 'the roll is closed'); END;
--> statement-breakpoint
CREATE TRIGGER roll_entry_stays BEFORE DELETE ON roll_entry
WHEN old.invited_at IS NOT NULL AND (SELECT state FROM event WHERE id = old.event_id) <> 'over'
BEGIN SELECT raise(ABORT, 'the roll is closed'); END;
--> statement-breakpoint
CREATE TRIGGER roll_entry_is_one_person BEFORE UPDATE ON roll_entry
WHEN new.id <> old.id OR new.event_id <> old.event_id OR new.sealed <> old.sealed OR new.contact_hash <> old.contact_hash
  OR new.number <> old.number OR new.code_hash <> old.code_hash
  OR (old.invited_at IS NOT NULL AND new.invited_at IS NOT old.invited_at)
BEGIN SELECT raise(ABORT, 'an entry of the roll stays who it is'); END;
--> statement-breakpoint
CREATE TRIGGER roll_entry_asks_once BEFORE UPDATE ON roll_entry
WHEN old.asked_hash IS NOT NULL AND new.asked_hash IS NOT old.asked_hash
BEGIN SELECT raise(ABORT, 'a pass is given out once'); END;

DROP TRIGGER media_copy_final_is_final;
--> statement-breakpoint
-- A copy that others may have watched stays as it is.
CREATE TRIGGER media_copy_final_is_final
BEFORE UPDATE OF media_id, state, percent, tries, state_at, mime, bytes, sha256, try_after ON media_copy
WHEN old.state = 'ready' OR new.media_id IS NOT old.media_id
BEGIN SELECT raise(ABORT, 'a copy that is ready is final'); END;
--> statement-breakpoint
-- What it was made from is deleted once, and not before.
CREATE TRIGGER media_copy_original_goes_once BEFORE UPDATE OF original_gone_at ON media_copy
WHEN old.original_gone_at IS NOT NULL OR old.state <> 'ready'
BEGIN SELECT raise(ABORT, 'an original goes once, after its copy is ready'); END;

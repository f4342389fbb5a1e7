ALTER TABLE `meeting_item` ADD `first_count` text;--> statement-breakpoint
CREATE TRIGGER meeting_item_first_count_once BEFORE UPDATE OF first_count ON meeting_item
WHEN old.first_count IS NOT NULL AND new.first_count IS NOT old.first_count
BEGIN SELECT raise(ABORT, 'what the room has seen stays'); END;

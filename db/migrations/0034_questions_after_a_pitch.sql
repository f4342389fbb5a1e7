ALTER TABLE `event` ADD `questions_started_at` integer;
--> statement-breakpoint
CREATE TRIGGER event_questions_with_a_pitch BEFORE UPDATE ON event
WHEN new.questions_started_at IS NOT NULL AND new.screen <> 'pitch'
BEGIN SELECT raise(ABORT, 'questions are asked about a pitch on stage'); END;

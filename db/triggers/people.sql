-- Somebody who takes another name is still who an applicant has named.
CREATE TRIGGER person_was_called AFTER UPDATE OF name ON person
WHEN new.name IS NOT old.name AND trim(old.name) <> ''
BEGIN INSERT OR IGNORE INTO former_name (person_id, name) VALUES (old.id, old.name); END;
--> statement-breakpoint
CREATE TRIGGER former_name_stays BEFORE UPDATE ON former_name
BEGIN SELECT raise(ABORT, 'what somebody was called is never rewritten'); END;

CREATE TRIGGER auditor_begins BEFORE INSERT ON auditor
WHEN new.ended_at IS NOT NULL OR EXISTS (SELECT 1 FROM auditor WHERE id = new.id)
  OR EXISTS (SELECT 1 FROM duty WHERE person_id = new.person_id AND partner_id = new.partner_id)
  OR NOT EXISTS (SELECT 1 FROM duty WHERE person_id = new.appointed_by AND partner_id = new.partner_id AND duty = 'finance')
BEGIN SELECT raise(ABORT, 'finance people ask somebody from outside to audit them'); END;
--> statement-breakpoint
CREATE TRIGGER auditor_changes BEFORE UPDATE ON auditor
WHEN new.id IS NOT old.id OR new.partner_id IS NOT old.partner_id OR new.person_id IS NOT old.person_id
  OR new.appointed_at IS NOT old.appointed_at OR new.appointed_by IS NOT old.appointed_by OR new.until_at IS NOT old.until_at
  OR old.ended_at IS NOT NULL OR new.ended_at IS NULL
BEGIN SELECT raise(ABORT, 'an audit ends once, and nothing else about it changes'); END;
--> statement-breakpoint
CREATE TRIGGER auditor_stays BEFORE DELETE ON auditor
BEGIN SELECT raise(ABORT, 'who audited stays known'); END;
--> statement-breakpoint
CREATE TRIGGER book_reading_begins BEFORE INSERT ON book_reading
WHEN EXISTS (SELECT 1 FROM book_reading WHERE id = new.id)
  OR NOT EXISTS (SELECT 1 FROM auditor a JOIN call c ON c.partner_id = a.partner_id WHERE a.id = new.auditor_id AND c.id = new.call_id
    AND a.ended_at IS NULL AND new.read_at BETWEEN a.appointed_at AND a.until_at)
BEGIN SELECT raise(ABORT, 'an auditor reads the books of her partner, in her time'); END;
--> statement-breakpoint
CREATE TRIGGER book_reading_no_update BEFORE UPDATE ON book_reading
BEGIN SELECT raise(ABORT, 'what was read stays known'); END;
--> statement-breakpoint
CREATE TRIGGER book_reading_stays BEFORE DELETE ON book_reading
BEGIN SELECT raise(ABORT, 'what was read stays known'); END;

CREATE TRIGGER statement_import_no_update BEFORE UPDATE ON statement_import
BEGIN SELECT raise(ABORT, 'what the bank sent stays as it came'); END;
--> statement-breakpoint
CREATE TRIGGER statement_import_stays BEFORE DELETE ON statement_import
BEGIN SELECT raise(ABORT, 'what the bank sent stays as it came'); END;
--> statement-breakpoint
CREATE TRIGGER statement_line_begins BEFORE INSERT ON statement_line
WHEN new.state <> 'open' OR (SELECT partner_id FROM statement_import WHERE id = new.import_id) IS NOT new.partner_id
  OR (SELECT currency FROM statement_import WHERE id = new.import_id) IS NOT new.currency
BEGIN SELECT raise(ABORT, 'a line begins open, on a statement of its partner'); END;
--> statement-breakpoint
-- What a line was put aside as can be looked at again; what it did to the books is undone there, not here.
CREATE TRIGGER statement_line_changes BEFORE UPDATE ON statement_line
WHEN new.id IS NOT old.id OR new.import_id IS NOT old.import_id OR new.partner_id IS NOT old.partner_id
  OR new.key_hash IS NOT old.key_hash OR new.booked_on IS NOT old.booked_on OR new.amount_minor IS NOT old.amount_minor
  OR new.currency IS NOT old.currency OR new.sealed IS NOT old.sealed
  OR NOT ((old.state = 'open' AND new.state <> 'open') OR (old.state = 'aside' AND new.state = 'open'))
BEGIN SELECT raise(ABORT, 'what a line means is decided once'); END;
--> statement-breakpoint
CREATE TRIGGER statement_line_stays BEFORE DELETE ON statement_line
BEGIN SELECT raise(ABORT, 'what the bank sent stays as it came'); END;
--> statement-breakpoint
CREATE TRIGGER statement_line_payout_begins BEFORE INSERT ON statement_line_payout
WHEN (SELECT state FROM statement_line WHERE id = new.line_id) IS NOT 'open'
  OR (SELECT sign(amount_minor) FROM statement_line WHERE id = new.line_id) IS NOT iif(new.direction = 'left', -1, 1)
  OR (SELECT currency FROM statement_line WHERE id = new.line_id) IS NOT (SELECT currency FROM payout WHERE id = new.payout_id)
  OR (SELECT c.partner_id FROM payout p JOIN tranche t ON t.id = p.tranche_id JOIN call c ON c.id = t.call_id WHERE p.id = new.payout_id)
    IS NOT (SELECT partner_id FROM statement_line WHERE id = new.line_id)
BEGIN SELECT raise(ABORT, 'an open line shows payments of its partner, in its direction and currency'); END;
--> statement-breakpoint
CREATE TRIGGER statement_line_payout_no_update BEFORE UPDATE ON statement_line_payout
BEGIN SELECT raise(ABORT, 'what a line showed stays'); END;
--> statement-breakpoint
CREATE TRIGGER statement_line_payout_stays BEFORE DELETE ON statement_line_payout
BEGIN SELECT raise(ABORT, 'what a line showed stays'); END;

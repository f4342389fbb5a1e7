CREATE TRIGGER month_lock_begins BEFORE INSERT ON month_lock
WHEN EXISTS (SELECT 1 FROM month_lock WHERE call_id = new.call_id AND (ends_at >= new.ends_at OR month >= new.month))
BEGIN SELECT raise(ABORT, 'months are locked one after another, once'); END;
--> statement-breakpoint
CREATE TRIGGER month_lock_no_update BEFORE UPDATE ON month_lock
BEGIN SELECT raise(ABORT, 'a locked month stays locked'); END;
--> statement-breakpoint
CREATE TRIGGER month_lock_stays BEFORE DELETE ON month_lock
BEGIN SELECT raise(ABORT, 'a locked month stays locked'); END;
--> statement-breakpoint
CREATE TRIGGER ledger_tx_not_in_locked_month BEFORE INSERT ON ledger_tx
WHEN EXISTS (SELECT 1 FROM month_lock WHERE call_id = new.call_id AND ends_at > new.posted_at)
BEGIN SELECT raise(ABORT, 'nothing is posted into a locked month'); END;

-- A new code is for what somebody wrote down, until its owner has come.
CREATE TRIGGER claim_code_of_an_entry BEFORE INSERT ON claim_code
WHEN NOT EXISTS (
  SELECT 1 FROM staff_entry WHERE application_id = new.application_id AND claimed_at IS NULL
)
BEGIN SELECT raise(ABORT, 'a code is for what was written down and not taken over'); END;
--> statement-breakpoint
CREATE TRIGGER claim_code_no_update BEFORE UPDATE ON claim_code
BEGIN SELECT raise(ABORT, 'which codes were made stays as it was'); END;
--> statement-breakpoint
CREATE TRIGGER claim_code_no_delete BEFORE DELETE ON claim_code
WHEN EXISTS (SELECT 1 FROM application WHERE id = old.application_id)
BEGIN SELECT raise(ABORT, 'which codes were made is never forgotten'); END;
--> statement-breakpoint
CREATE TRIGGER entry_withdrawal_of_an_entry BEFORE INSERT ON entry_withdrawal
WHEN NOT EXISTS (SELECT 1 FROM staff_entry WHERE application_id = new.application_id AND claimed_at IS NULL)
  OR (SELECT state FROM application WHERE id = new.application_id) IS NOT 'withdrawn'
BEGIN SELECT raise(ABORT, 'staff take back only what they wrote down and nobody has taken over'); END;
--> statement-breakpoint
CREATE TRIGGER entry_withdrawal_no_update BEFORE UPDATE ON entry_withdrawal
BEGIN SELECT raise(ABORT, 'who took it back stays as it was'); END;
--> statement-breakpoint
CREATE TRIGGER entry_withdrawal_no_delete BEFORE DELETE ON entry_withdrawal
WHEN EXISTS (SELECT 1 FROM application WHERE id = old.application_id)
BEGIN SELECT raise(ABORT, 'who took it back is never forgotten'); END;

ALTER TABLE `payee_version` ADD `holder` text;
--> statement-breakpoint
-- Whose account a payee is: said with every account from now on. Rows from before stay as they were.
CREATE TRIGGER payee_version_holder BEFORE INSERT ON payee_version
WHEN coalesce(new.holder IN ('own', 'group', 'supplier'), 0) <> (new.kind = 'bank') OR (new.kind <> 'bank' AND new.holder IS NOT NULL)
BEGIN SELECT raise(ABORT, 'an account says whose it is, and nothing else does'); END;

CREATE TABLE `host_letter` (
	`id` text PRIMARY KEY NOT NULL,
	`payee_version_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`sent_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`answer` text,
	`answered_at` integer,
	`answered_sealed` text,
	FOREIGN KEY (`payee_version_id`) REFERENCES `payee_version`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "host_letter_answer" CHECK("host_letter"."answer" is null or "host_letter"."answer" in ('accepted', 'declined')),
	CONSTRAINT "host_letter_answered" CHECK(("host_letter"."answer" is null) = ("host_letter"."answered_at" is null) and ("host_letter"."answer" is null) = ("host_letter"."answered_sealed" is null)),
	CONSTRAINT "host_letter_expires" CHECK("host_letter"."expires_at" > "host_letter"."sent_at")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `host_letter_token_hash_unique` ON `host_letter` (`token_hash`);--> statement-breakpoint
CREATE INDEX `host_letter_by_payee` ON `host_letter` (`payee_version_id`,`sent_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `host_letter_one_answer` ON `host_letter` (`payee_version_id`) WHERE "host_letter"."answer" is not null;
--> statement-breakpoint
DROP TRIGGER payee_version_holder;
--> statement-breakpoint
-- Whose account a payee is: said with every account from now on. Rows from before stay as they were.
CREATE TRIGGER payee_version_holder BEFORE INSERT ON payee_version
WHEN coalesce(new.holder IN ('own', 'host', 'group', 'supplier'), 0) <> (new.kind = 'bank') OR (new.kind <> 'bank' AND new.holder IS NOT NULL)
BEGIN SELECT raise(ABORT, 'an account says whose it is, and nothing else does'); END;
--> statement-breakpoint
-- A fiscal host is asked by letter, says yes or no once and in time, and stays by it.
CREATE TRIGGER host_letter_begins BEFORE INSERT ON host_letter
BEGIN
  SELECT raise(ABORT, 'a letter to a host is never replaced')
  WHERE EXISTS (SELECT 1 FROM host_letter WHERE id = new.id OR token_hash = new.token_hash);
  SELECT raise(ABORT, 'a letter to a host begins without an answer') WHERE new.answer IS NOT NULL;
  SELECT raise(ABORT, 'only the host of the newest payee is asked, until it has answered')
  WHERE NOT EXISTS (
    SELECT 1 FROM payee_version p WHERE p.id = new.payee_version_id AND p.holder = 'host'
      AND p.version = (SELECT max(version) FROM payee_version WHERE award_id = p.award_id))
    OR EXISTS (SELECT 1 FROM host_letter WHERE payee_version_id = new.payee_version_id AND answer IS NOT NULL);
END;
--> statement-breakpoint
CREATE TRIGGER host_letter_changes BEFORE UPDATE ON host_letter
BEGIN
  SELECT raise(ABORT, 'a letter to a host is answered once, and never changes')
  WHERE old.answer IS NOT NULL OR new.answer IS NULL OR new.id IS NOT old.id OR new.payee_version_id IS NOT old.payee_version_id
     OR new.token_hash IS NOT old.token_hash OR new.sent_at IS NOT old.sent_at OR new.expires_at IS NOT old.expires_at;
  SELECT raise(ABORT, 'a host answers in time, about the newest payee')
  WHERE new.answered_at >= old.expires_at OR EXISTS (
    SELECT 1 FROM payee_version mine JOIN payee_version newer ON newer.award_id = mine.award_id AND newer.version > mine.version
    WHERE mine.id = new.payee_version_id);
END;
--> statement-breakpoint
CREATE TRIGGER host_letter_stays BEFORE DELETE ON host_letter
BEGIN SELECT raise(ABORT, 'a letter to a host stays'); END;
--> statement-breakpoint
CREATE TRIGGER payout_waits_for_host BEFORE INSERT ON payout
WHEN EXISTS (SELECT 1 FROM payee_version WHERE id = new.payee_version_id AND holder = 'host')
  AND NOT EXISTS (SELECT 1 FROM host_letter WHERE payee_version_id = new.payee_version_id AND answer = 'accepted')
BEGIN SELECT raise(ABORT, 'a host is paid once it has accepted'); END;

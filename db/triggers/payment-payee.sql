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
--> statement-breakpoint
-- A payee is used once its recipient has confirmed it with a code from a mailbox.
CREATE TRIGGER payee_confirmation_begins BEFORE INSERT ON payee_confirmation
BEGIN
  SELECT raise(ABORT, 'a confirmation is never replaced')
  WHERE EXISTS (SELECT 1 FROM payee_confirmation WHERE payee_version_id = new.payee_version_id);
  SELECT raise(ABORT, 'a payee is confirmed with a code that was sent for it')
  WHERE NOT EXISTS (
    SELECT 1 FROM payee_code WHERE payee_version_id = new.payee_version_id AND used_at = new.confirmed_at AND new.channel = 'email');
END;
--> statement-breakpoint
CREATE TRIGGER payee_confirmation_no_update BEFORE UPDATE ON payee_confirmation
BEGIN SELECT raise(ABORT, 'a confirmation never changes'); END;
--> statement-breakpoint
CREATE TRIGGER payee_confirmation_no_delete BEFORE DELETE ON payee_confirmation
BEGIN SELECT raise(ABORT, 'a confirmation stays'); END;
--> statement-breakpoint
CREATE TRIGGER payee_code_changes BEFORE UPDATE ON payee_code
WHEN new.id IS NOT old.id OR new.payee_version_id IS NOT old.payee_version_id OR new.person_id IS NOT old.person_id
  OR new.code_hash IS NOT old.code_hash OR new.sent_at IS NOT old.sent_at OR new.expires_at IS NOT old.expires_at
  OR new.wrong_tries < old.wrong_tries OR old.used_at IS NOT NULL
  OR (new.used_at IS NOT NULL AND (new.used_at >= old.expires_at OR old.wrong_tries >= 5))
BEGIN SELECT raise(ABORT, 'a code is used once and in time, and tries only rise'); END;
--> statement-breakpoint
CREATE TRIGGER payout_waits_for_confirmation BEFORE INSERT ON payout
WHEN NOT EXISTS (SELECT 1 FROM payee_confirmation WHERE payee_version_id = new.payee_version_id)
BEGIN SELECT raise(ABORT, 'a payee is paid once its recipient has confirmed it'); END;
--> statement-breakpoint
-- Whole details are shown for a reason, to whoever has just typed a code from her own mailbox, once for each code.
CREATE TRIGGER payee_reveal_begins BEFORE INSERT ON payee_reveal
BEGIN
  SELECT raise(ABORT, 'a look at details is never replaced') WHERE EXISTS (SELECT 1 FROM payee_reveal WHERE id = new.id);
  SELECT raise(ABORT, 'details are shown for a code of her own, once')
  WHERE NOT EXISTS (
    SELECT 1 FROM payee_code
    WHERE payee_version_id = new.payee_version_id AND person_id = new.person_id AND used_at = new.revealed_at)
    OR EXISTS (
    SELECT 1 FROM payee_reveal
    WHERE payee_version_id = new.payee_version_id AND person_id = new.person_id AND revealed_at = new.revealed_at);
END;
--> statement-breakpoint
CREATE TRIGGER payee_reveal_no_update BEFORE UPDATE ON payee_reveal
BEGIN SELECT raise(ABORT, 'a look at details stays written down'); END;
--> statement-breakpoint
CREATE TRIGGER payee_reveal_no_delete BEFORE DELETE ON payee_reveal
BEGIN SELECT raise(ABORT, 'a look at details stays written down'); END;

-- The ledger. These two tables hold one row each; a transaction points at both with keys that are looked at when
-- everything commits. So a transaction whose entries do not add up to 0, or that was not sealed, cannot commit.
CREATE TABLE ledger_zero (value INTEGER PRIMARY KEY CHECK (value = 0));
--> statement-breakpoint
CREATE TABLE ledger_one (value INTEGER PRIMARY KEY CHECK (value = 1));
--> statement-breakpoint
INSERT INTO ledger_zero (value) VALUES (0);
--> statement-breakpoint
INSERT INTO ledger_one (value) VALUES (1);
--> statement-breakpoint
CREATE TABLE ledger_tx (
  id text PRIMARY KEY NOT NULL,
  call_id text NOT NULL REFERENCES books (call_id),
  currency text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('funds-received', 'award-planned', 'tranche-due', 'payout-reserved', 'payout-settled', 'payout-undone', 'payout-returned')),
  ref text NOT NULL CHECK (length(ref) > 0),
  note text NOT NULL,
  balance integer DEFAULT 0 NOT NULL REFERENCES ledger_zero (value) DEFERRABLE INITIALLY DEFERRED,
  sealed integer DEFAULT 0 NOT NULL REFERENCES ledger_one (value) DEFERRABLE INITIALLY DEFERRED,
  reverses text UNIQUE REFERENCES ledger_tx (id),
  posted_at integer NOT NULL,
  posted_by text REFERENCES person (id),
  UNIQUE (call_id, kind, ref),
  CHECK ((kind IN ('payout-undone', 'payout-returned')) = (reverses IS NOT NULL))
);
--> statement-breakpoint
CREATE TRIGGER ledger_zero_stays BEFORE DELETE ON ledger_zero
BEGIN SELECT raise(ABORT, 'the guard rows of the ledger stay'); END;
--> statement-breakpoint
CREATE TRIGGER ledger_one_stays BEFORE DELETE ON ledger_one
BEGIN SELECT raise(ABORT, 'the guard rows of the ledger stay'); END;
--> statement-breakpoint
CREATE TRIGGER ledger_tx_begins BEFORE INSERT ON ledger_tx
BEGIN
  SELECT raise(ABORT, 'a transaction begins empty and open') WHERE new.balance <> 0 OR new.sealed <> 0;
  -- INSERT OR REPLACE removes the old row first; without recursive triggers no delete trigger would say no.
  SELECT raise(ABORT, 'a transaction is never replaced')
  WHERE EXISTS (SELECT 1 FROM ledger_tx WHERE id = new.id OR (call_id = new.call_id AND kind = new.kind AND ref = new.ref) OR reverses = new.reverses);
  SELECT raise(ABORT, 'a transaction has the currency of its books')
  WHERE new.currency <> (SELECT currency FROM books WHERE call_id = new.call_id);
  SELECT raise(ABORT, 'only a sealed transaction of the same payout is reversed')
  WHERE new.reverses IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM ledger_tx WHERE id = new.reverses AND call_id = new.call_id AND ref = new.ref AND sealed = 1
      AND kind = iif(new.kind = 'payout-undone', 'payout-reserved', 'payout-settled'));
END;
--> statement-breakpoint
CREATE TRIGGER ledger_tx_changes BEFORE UPDATE ON ledger_tx
BEGIN
  SELECT raise(ABORT, 'a sealed transaction is never changed') WHERE old.sealed = 1;
  SELECT raise(ABORT, 'only the balance and the seal of a transaction move')
  WHERE new.id IS NOT old.id OR new.call_id IS NOT old.call_id OR new.currency IS NOT old.currency OR new.kind IS NOT old.kind
     OR new.ref IS NOT old.ref OR new.note IS NOT old.note OR new.reverses IS NOT old.reverses
     OR new.posted_at IS NOT old.posted_at OR new.posted_by IS NOT old.posted_by;
  SELECT raise(ABORT, 'an empty transaction is never sealed')
  WHERE new.sealed = 1 AND NOT EXISTS (SELECT 1 FROM ledger_entry WHERE tx_id = old.id);
  SELECT raise(ABORT, 'only what adds up is sealed')
  WHERE new.sealed = 1 AND (SELECT sum(amount_minor) FROM ledger_entry WHERE tx_id = old.id) <> 0;
END;
--> statement-breakpoint
CREATE TRIGGER ledger_tx_stays BEFORE DELETE ON ledger_tx
BEGIN SELECT raise(ABORT, 'a transaction is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER ledger_entry_begins BEFORE INSERT ON ledger_entry
BEGIN
  SELECT raise(ABORT, 'an entry is never replaced')
  WHERE EXISTS (SELECT 1 FROM ledger_entry WHERE id = new.id OR (tx_id = new.tx_id AND account_id = new.account_id));
  SELECT raise(ABORT, 'nothing enters a sealed transaction')
  WHERE (SELECT sealed FROM ledger_tx WHERE id = new.tx_id) <> 0;
  SELECT raise(ABORT, 'an entry has the currency of its transaction')
  WHERE new.currency <> (SELECT currency FROM ledger_tx WHERE id = new.tx_id);
  SELECT raise(ABORT, 'an entry has the currency of its account')
  WHERE new.currency <> (SELECT currency FROM ledger_account WHERE id = new.account_id);
  SELECT raise(ABORT, 'an entry stays within the books of its transaction')
  WHERE (SELECT call_id FROM ledger_tx WHERE id = new.tx_id) <> (SELECT call_id FROM ledger_account WHERE id = new.account_id);
END;
--> statement-breakpoint
CREATE TRIGGER ledger_entry_counts AFTER INSERT ON ledger_entry
BEGIN
  UPDATE ledger_account SET balance = balance + new.amount_minor WHERE id = new.account_id;
  UPDATE ledger_tx SET balance = balance + new.amount_minor WHERE id = new.tx_id;
END;
--> statement-breakpoint
CREATE TRIGGER ledger_entry_no_update BEFORE UPDATE ON ledger_entry
BEGIN SELECT raise(ABORT, 'an entry is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER ledger_entry_no_delete BEFORE DELETE ON ledger_entry
BEGIN SELECT raise(ABORT, 'an entry is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER ledger_account_begins BEFORE INSERT ON ledger_account
BEGIN
  SELECT raise(ABORT, 'an account begins with nothing') WHERE new.balance <> 0;
  SELECT raise(ABORT, 'an account is never replaced')
  WHERE EXISTS (SELECT 1 FROM ledger_account WHERE id = new.id);
  SELECT raise(ABORT, 'an account has the currency of its books')
  WHERE new.currency <> (SELECT currency FROM books WHERE call_id = new.call_id);
END;
--> statement-breakpoint
CREATE TRIGGER ledger_account_changes BEFORE UPDATE ON ledger_account
WHEN new.id IS NOT old.id OR new.call_id IS NOT old.call_id OR new.kind IS NOT old.kind OR new.subject_id IS NOT old.subject_id
  OR new.currency IS NOT old.currency OR new.floor IS NOT old.floor
BEGIN SELECT raise(ABORT, 'only the balance of an account moves'); END;
--> statement-breakpoint
CREATE TRIGGER ledger_account_stays BEFORE DELETE ON ledger_account
BEGIN SELECT raise(ABORT, 'an account is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER books_begin BEFORE INSERT ON books
WHEN EXISTS (SELECT 1 FROM books WHERE call_id = new.call_id)
  OR NOT EXISTS (SELECT 1 FROM call WHERE id = new.call_id AND currency = new.currency AND state = 'published')
BEGIN SELECT raise(ABORT, 'books are opened once, for a published call, in its currency'); END;
--> statement-breakpoint
CREATE TRIGGER books_no_update BEFORE UPDATE ON books
BEGIN SELECT raise(ABORT, 'opened books are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER books_no_delete BEFORE DELETE ON books
BEGIN SELECT raise(ABORT, 'opened books are never removed'); END;
--> statement-breakpoint
-- Tranches: parts of an accepted award that never add up to more than it.
CREATE TRIGGER tranche_begins BEFORE INSERT ON tranche
BEGIN
  SELECT raise(ABORT, 'a tranche is never replaced') WHERE EXISTS (SELECT 1 FROM tranche WHERE id = new.id OR (award_id = new.award_id AND position = new.position));
  SELECT raise(ABORT, 'a tranche begins planned') WHERE new.state <> 'planned';
  SELECT raise(ABORT, 'a tranche belongs to an accepted award of its call and currency')
  WHERE NOT EXISTS (SELECT 1 FROM award WHERE id = new.award_id AND call_id = new.call_id AND currency = new.currency AND state = 'accepted');
  SELECT raise(ABORT, 'tranches never add up to more than their award')
  WHERE new.amount_minor + (SELECT coalesce(sum(amount_minor), 0) FROM tranche WHERE award_id = new.award_id)
      > (SELECT amount_minor FROM award WHERE id = new.award_id);
END;
--> statement-breakpoint
CREATE TRIGGER tranche_changes BEFORE UPDATE ON tranche
BEGIN
  SELECT raise(ABORT, 'only the state of a tranche moves')
  WHERE new.id IS NOT old.id OR new.award_id IS NOT old.award_id OR new.call_id IS NOT old.call_id OR new.position IS NOT old.position
     OR new.amount_minor IS NOT old.amount_minor OR new.currency IS NOT old.currency OR new.planned_at IS NOT old.planned_at;
  SELECT raise(ABORT, 'a tranche does not move like this')
  WHERE new.state <> old.state AND (old.state || '>' || new.state) NOT IN ('planned>due', 'due>in-payment', 'in-payment>due', 'in-payment>paid', 'paid>due');
  SELECT raise(ABORT, 'a due tranche is payable in the ledger')
  WHERE old.state = 'planned' AND new.state = 'due'
    AND NOT EXISTS (SELECT 1 FROM ledger_tx WHERE call_id = new.call_id AND kind = 'tranche-due' AND ref = new.id AND sealed = 1);
  SELECT raise(ABORT, 'a paid tranche has a settled payout')
  WHERE new.state = 'paid' AND NOT EXISTS (SELECT 1 FROM payout WHERE tranche_id = new.id AND state = 'settled');
  SELECT raise(ABORT, 'a tranche in payment has a payout under way')
  WHERE new.state = 'in-payment' AND NOT EXISTS (SELECT 1 FROM payout WHERE tranche_id = new.id AND state IN ('draft', 'submitted', 'approved', 'reserved', 'sending'));
  SELECT raise(ABORT, 'a tranche with a live payout is not due')
  WHERE new.state = 'due' AND EXISTS (SELECT 1 FROM payout WHERE tranche_id = new.id AND state NOT IN ('failed', 'returned', 'cancelled'));
END;
--> statement-breakpoint
CREATE TRIGGER tranche_stays BEFORE DELETE ON tranche
BEGIN SELECT raise(ABORT, 'a tranche is never removed'); END;
--> statement-breakpoint
-- Payees: a change is a new version.
CREATE TRIGGER payee_version_begins BEFORE INSERT ON payee_version
BEGIN
  SELECT raise(ABORT, 'a payee version is never replaced') WHERE EXISTS (SELECT 1 FROM payee_version WHERE id = new.id);
  SELECT raise(ABORT, 'payee versions are numbered without a gap')
  WHERE new.version <> 1 + (SELECT coalesce(max(version), 0) FROM payee_version WHERE award_id = new.award_id);
END;
--> statement-breakpoint
CREATE TRIGGER payee_version_no_update BEFORE UPDATE ON payee_version
BEGIN SELECT raise(ABORT, 'a payee version is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER payee_version_no_delete BEFORE DELETE ON payee_version
BEGIN SELECT raise(ABORT, 'a payee version is never removed'); END;
--> statement-breakpoint
-- Payouts: one live attempt per tranche, two people, forward only, never ahead of the ledger.
CREATE TRIGGER payout_begins BEFORE INSERT ON payout
BEGIN
  SELECT raise(ABORT, 'a payout is never replaced') WHERE EXISTS (SELECT 1 FROM payout WHERE id = new.id OR end_to_end_id = new.end_to_end_id);
  SELECT raise(ABORT, 'a payout begins as a draft')
  WHERE new.state <> 'draft' OR new.checker_id IS NOT NULL OR new.reserved_at IS NOT NULL OR new.bank_file_id IS NOT NULL;
  SELECT raise(ABORT, 'a tranche has one live payout')
  WHERE EXISTS (SELECT 1 FROM payout WHERE tranche_id = new.tranche_id AND state NOT IN ('failed', 'returned', 'cancelled'));
  SELECT raise(ABORT, 'attempts are numbered without a gap')
  WHERE new.attempt <> 1 + (SELECT count(*) FROM payout WHERE tranche_id = new.tranche_id);
  SELECT raise(ABORT, 'only a due tranche is paid')
  WHERE (SELECT state FROM tranche WHERE id = new.tranche_id) <> 'due';
  SELECT raise(ABORT, 'a payout is of its tranche''s amount')
  WHERE NOT EXISTS (SELECT 1 FROM tranche WHERE id = new.tranche_id AND amount_minor = new.amount_minor AND currency = new.currency);
  SELECT raise(ABORT, 'a payout goes to the newest payee of its award')
  WHERE NOT EXISTS (
    SELECT 1 FROM payee_version p JOIN tranche t ON t.award_id = p.award_id
    WHERE p.id = new.payee_version_id AND t.id = new.tranche_id
      AND p.version = (SELECT max(version) FROM payee_version WHERE award_id = t.award_id)
      AND (p.kind = 'bank' OR new.rail = 'by-hand'));
  SELECT raise(ABORT, 'who entered the payee prepares no payout to it')
  WHERE new.maker_id = (SELECT edited_by FROM payee_version WHERE id = new.payee_version_id);
END;
--> statement-breakpoint
CREATE TRIGGER payout_changes BEFORE UPDATE ON payout
BEGIN
  SELECT raise(ABORT, 'what a payout is never changes')
  WHERE new.id IS NOT old.id OR new.tranche_id IS NOT old.tranche_id OR new.attempt IS NOT old.attempt OR new.rail IS NOT old.rail
     OR new.amount_minor IS NOT old.amount_minor OR new.currency IS NOT old.currency OR new.payee_version_id IS NOT old.payee_version_id
     OR new.reference IS NOT old.reference OR new.end_to_end_id IS NOT old.end_to_end_id
     OR new.maker_id IS NOT old.maker_id OR new.made_at IS NOT old.made_at;
  SELECT raise(ABORT, 'a payout only moves forward')
  WHERE (old.state || '>' || new.state) NOT IN (
    'draft>submitted', 'draft>cancelled', 'submitted>approved', 'submitted>cancelled', 'approved>reserved', 'approved>cancelled',
    'reserved>sending', 'reserved>settled', 'reserved>failed', 'sending>settled', 'sending>failed', 'settled>returned');
  SELECT raise(ABORT, 'what was signed stays signed')
  WHERE (old.checker_id IS NOT NULL AND (new.checker_id IS NOT old.checker_id OR new.approved_at IS NOT old.approved_at OR new.approval_hash IS NOT old.approval_hash))
     OR (old.bank_file_id IS NOT NULL AND new.bank_file_id IS NOT old.bank_file_id)
     OR (old.reserved_at IS NOT NULL AND new.reserved_at IS NOT old.reserved_at)
     OR (old.settled_at IS NOT NULL AND (new.settled_at IS NOT old.settled_at OR new.evidence IS NOT old.evidence OR new.settled_by IS NOT old.settled_by));
  SELECT raise(ABORT, 'a payout is signed when it is approved')
  WHERE old.checker_id IS NULL AND new.checker_id IS NOT NULL AND new.state <> 'approved';
  SELECT raise(ABORT, 'a payout enters a file when it is reserved')
  WHERE old.reserved_at IS NULL AND new.reserved_at IS NOT NULL AND new.state <> 'reserved';
  SELECT raise(ABORT, 'who entered the payee approves no payout to it')
  WHERE new.state = 'approved' AND new.checker_id = (SELECT edited_by FROM payee_version WHERE id = new.payee_version_id);
  SELECT raise(ABORT, 'changed payee details void a payout')
  WHERE new.state IN ('submitted', 'approved', 'reserved') AND EXISTS (
    SELECT 1 FROM payee_version mine JOIN payee_version newer ON newer.award_id = mine.award_id AND newer.version > mine.version
    WHERE mine.id = new.payee_version_id);
  SELECT raise(ABORT, 'payouts are stopped until the books agree')
  WHERE new.state IN ('approved', 'reserved') AND EXISTS (SELECT 1 FROM payout_stop WHERE lifted_at IS NULL);
  SELECT raise(ABORT, 'a payout enters a file of its own books')
  WHERE new.bank_file_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM bank_file f JOIN tranche t ON t.call_id = f.call_id
    WHERE f.id = new.bank_file_id AND t.id = new.tranche_id AND f.currency = new.currency);
  SELECT raise(ABORT, 'a payout is never ahead of the ledger')
  WHERE (new.state = 'reserved' AND NOT EXISTS (SELECT 1 FROM ledger_tx WHERE kind = 'payout-reserved' AND ref = new.id AND sealed = 1))
     OR (new.state = 'settled' AND NOT EXISTS (SELECT 1 FROM ledger_tx WHERE kind = 'payout-settled' AND ref = new.id AND sealed = 1))
     OR (new.state = 'failed' AND NOT EXISTS (SELECT 1 FROM ledger_tx WHERE kind = 'payout-undone' AND ref = new.id AND sealed = 1))
     OR (new.state = 'returned' AND NOT EXISTS (SELECT 1 FROM ledger_tx WHERE kind = 'payout-returned' AND ref = new.id AND sealed = 1));
END;
--> statement-breakpoint
CREATE TRIGGER payout_stays BEFORE DELETE ON payout
BEGIN SELECT raise(ABORT, 'a payout is never removed'); END;
--> statement-breakpoint
-- Bank files: made once, sent once, kept to the byte.
CREATE TRIGGER bank_file_begins BEFORE INSERT ON bank_file
BEGIN
  SELECT raise(ABORT, 'a bank file is never replaced') WHERE EXISTS (SELECT 1 FROM bank_file WHERE id = new.id OR msg_id = new.msg_id);
  SELECT raise(ABORT, 'a bank file is made before it is sent') WHERE new.sent_at IS NOT NULL;
  SELECT raise(ABORT, 'bytes are kept with their hash') WHERE (new.bacs_sealed IS NULL) <> (new.bacs_sha256 IS NULL);
END;
--> statement-breakpoint
CREATE TRIGGER bank_file_changes BEFORE UPDATE ON bank_file
WHEN old.sent_at IS NOT NULL OR new.id IS NOT old.id OR new.call_id IS NOT old.call_id OR new.msg_id IS NOT old.msg_id
  OR new.execution_date IS NOT old.execution_date OR new.payouts_count IS NOT old.payouts_count OR new.total_minor IS NOT old.total_minor
  OR new.currency IS NOT old.currency OR new.xml_sealed IS NOT old.xml_sealed OR new.xml_sha256 IS NOT old.xml_sha256
  OR new.csv_sealed IS NOT old.csv_sealed OR new.csv_sha256 IS NOT old.csv_sha256
  OR new.bacs_sealed IS NOT old.bacs_sealed OR new.bacs_sha256 IS NOT old.bacs_sha256 OR new.made_at IS NOT old.made_at OR new.made_by IS NOT old.made_by
BEGIN SELECT raise(ABORT, 'a bank file is only marked as sent, once'); END;
--> statement-breakpoint
CREATE TRIGGER bank_file_stays BEFORE DELETE ON bank_file
BEGIN SELECT raise(ABORT, 'a bank file is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER payout_stop_changes BEFORE UPDATE ON payout_stop
WHEN old.lifted_at IS NOT NULL OR new.id IS NOT old.id OR new.reason IS NOT old.reason OR new.detail IS NOT old.detail OR new.found_at IS NOT old.found_at
BEGIN SELECT raise(ABORT, 'a stop is only lifted, once'); END;
--> statement-breakpoint
CREATE TRIGGER payout_stop_stays BEFORE DELETE ON payout_stop
BEGIN SELECT raise(ABORT, 'a stop is never removed'); END;
--> statement-breakpoint
-- Who stands beside a group never signs its payments, and who signed one never stands beside it.
CREATE TRIGGER payout_recusal_before_signing BEFORE INSERT ON payout_recusal
WHEN EXISTS (
  SELECT 1 FROM payout JOIN tranche ON tranche.id = payout.tranche_id
  WHERE tranche.award_id = new.award_id AND new.person_id IN (payout.maker_id, payout.checker_id))
BEGIN SELECT raise(ABORT, 'who signed a payment of an award cannot be kept from signing it'); END;
--> statement-breakpoint
CREATE TRIGGER payout_recusal_no_update BEFORE UPDATE ON payout_recusal
BEGIN SELECT raise(ABORT, 'who is kept from signing stays so'); END;
--> statement-breakpoint
CREATE TRIGGER payout_recusal_no_delete BEFORE DELETE ON payout_recusal
BEGIN SELECT raise(ABORT, 'who is kept from signing stays so'); END;
--> statement-breakpoint
CREATE TRIGGER payout_made_by_nobody_recused BEFORE INSERT ON payout
WHEN EXISTS (
  SELECT 1 FROM payout_recusal JOIN tranche ON tranche.award_id = payout_recusal.award_id
  WHERE tranche.id = new.tranche_id AND payout_recusal.person_id = new.maker_id)
BEGIN SELECT raise(ABORT, 'who is kept from signing prepares no payout'); END;
--> statement-breakpoint
CREATE TRIGGER payout_checked_by_nobody_recused BEFORE UPDATE OF checker_id ON payout
WHEN EXISTS (
  SELECT 1 FROM payout_recusal JOIN tranche ON tranche.award_id = payout_recusal.award_id
  WHERE tranche.id = new.tranche_id AND payout_recusal.person_id = new.checker_id)
BEGIN SELECT raise(ABORT, 'who is kept from signing approves no payout'); END;
--> statement-breakpoint
-- The team of a group neither prepares nor approves what it is paid.
CREATE TRIGGER payout_made_outside_the_team BEFORE INSERT ON payout
WHEN EXISTS (
  SELECT 1 FROM tranche JOIN award ON award.id = tranche.award_id JOIN application ON application.id = award.application_id
  WHERE tranche.id = new.tranche_id AND (application.applicant_id = new.maker_id OR EXISTS (
    SELECT 1 FROM application_member WHERE application_id = award.application_id AND person_id = new.maker_id)))
BEGIN SELECT raise(ABORT, 'nobody of the team prepares its payout'); END;
--> statement-breakpoint
CREATE TRIGGER payout_checked_outside_the_team BEFORE UPDATE OF checker_id ON payout
WHEN EXISTS (
  SELECT 1 FROM tranche JOIN award ON award.id = tranche.award_id JOIN application ON application.id = award.application_id
  WHERE tranche.id = new.tranche_id AND (application.applicant_id = new.checker_id OR EXISTS (
    SELECT 1 FROM application_member WHERE application_id = award.application_id AND person_id = new.checker_id)))
BEGIN SELECT raise(ABORT, 'nobody of the team approves its payout'); END;

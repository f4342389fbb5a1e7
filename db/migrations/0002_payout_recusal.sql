CREATE TABLE `payout_recusal` (
	`award_id` text NOT NULL,
	`person_id` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`award_id`, `person_id`),
	FOREIGN KEY (`award_id`) REFERENCES `award`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
-- Mentors who were matched before this was written down.
INSERT INTO payout_recusal (award_id, person_id, since)
SELECT mentor_match.award_id, mentor.person_id, min(mentor_match.matched_at)
FROM mentor_match JOIN mentor ON mentor.id = mentor_match.mentor_id
GROUP BY mentor_match.award_id, mentor.person_id;
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
CREATE TRIGGER mentor_match_recused BEFORE INSERT ON mentor_match
WHEN NOT EXISTS (
  SELECT 1 FROM payout_recusal JOIN mentor ON mentor.person_id = payout_recusal.person_id
  WHERE mentor.id = new.mentor_id AND payout_recusal.award_id = new.award_id)
BEGIN SELECT raise(ABORT, 'a mentor is kept from signing the payments of her group'); END;

CREATE TABLE `__new_fairness_check` (
	`call_id` text NOT NULL,
	`figures` text NOT NULL,
	`scores_hash` text NOT NULL,
	`response` text NOT NULL,
	`responded_at` integer NOT NULL,
	`responded_by` text NOT NULL,
	PRIMARY KEY(`call_id`, `scores_hash`),
	FOREIGN KEY (`call_id`) REFERENCES `panel`(`call_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`responded_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "fairness_check_response" CHECK(trim("__new_fairness_check"."response") <> '')
);
--> statement-breakpoint
INSERT INTO `__new_fairness_check`("call_id", "figures", "scores_hash", "response", "responded_at", "responded_by") SELECT "call_id", "figures", "scores_hash", "response", "responded_at", "responded_by" FROM `fairness_check`;--> statement-breakpoint
DROP TABLE `fairness_check`;--> statement-breakpoint
ALTER TABLE `__new_fairness_check` RENAME TO `fairness_check`;--> statement-breakpoint
CREATE TRIGGER fairness_check_no_update BEFORE UPDATE ON fairness_check
BEGIN SELECT raise(ABORT, 'what the chair said is kept'); END;
--> statement-breakpoint
CREATE TRIGGER fairness_check_no_delete BEFORE DELETE ON fairness_check
BEGIN SELECT raise(ABORT, 'what the chair said is kept'); END;

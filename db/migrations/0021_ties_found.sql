CREATE TABLE `mentored_group` (
	`person_id` text NOT NULL,
	`application_id` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`person_id`, `application_id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `tie_cleared` (
	`member_id` text NOT NULL,
	`application_id` text NOT NULL,
	`ground` text NOT NULL,
	`cleared_at` integer NOT NULL,
	`cleared_by` text NOT NULL,
	PRIMARY KEY(`member_id`, `application_id`, `ground`),
	FOREIGN KEY (`member_id`) REFERENCES `panel_member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cleared_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tie_cleared_ground" CHECK("tie_cleared"."ground" in ('organisation', 'household', 'sponsor'))
);
--> statement-breakpoint
-- Whoever was a mentor before this was kept.
INSERT INTO mentored_group (person_id, application_id, since)
SELECT mentor.person_id, award.application_id, min(mentor_match.matched_at)
FROM mentor_match JOIN mentor ON mentor.id = mentor_match.mentor_id JOIN award ON award.id = mentor_match.award_id
GROUP BY mentor.person_id, award.application_id;
--> statement-breakpoint
CREATE TRIGGER tie_cleared_no_update BEFORE UPDATE ON tie_cleared
BEGIN SELECT raise(ABORT, 'what staff said about a likeness is kept'); END;
--> statement-breakpoint
CREATE TRIGGER tie_cleared_no_delete BEFORE DELETE ON tie_cleared
BEGIN SELECT raise(ABORT, 'what staff said about a likeness is kept'); END;
--> statement-breakpoint
CREATE TRIGGER mentored_group_no_update BEFORE UPDATE ON mentored_group
BEGIN SELECT raise(ABORT, 'whoever mentored a group has mentored it'); END;
--> statement-breakpoint
CREATE TRIGGER mentored_group_no_delete BEFORE DELETE ON mentored_group
BEGIN SELECT raise(ABORT, 'whoever mentored a group has mentored it'); END;

ALTER TABLE `payout_stop` ADD `lifted_by` text REFERENCES person(id);--> statement-breakpoint
ALTER TABLE `payout_stop` ADD `lift_note` text;
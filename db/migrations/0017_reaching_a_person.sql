ALTER TABLE `call` ADD `language` text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE `partner` ADD `phone` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `partner` ADD `phone_hours` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `partner` ADD `phone_languages` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `partner` ADD `place` text DEFAULT '' NOT NULL;
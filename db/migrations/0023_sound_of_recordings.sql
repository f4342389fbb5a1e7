CREATE TABLE `media_sound` (
	`media_id` text PRIMARY KEY NOT NULL,
	`sha256` text,
	`bytes` integer,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "media_sound_whole" CHECK(("media_sound"."sha256" is null) = ("media_sound"."bytes" is null))
);

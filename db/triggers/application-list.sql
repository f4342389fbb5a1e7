-- What was ever submitted is listed, as it is now. A draft never is, and no test of a call that is not published.
CREATE TRIGGER application_is_listed AFTER UPDATE ON application
WHEN new.submitted_at IS NOT NULL AND new.reference NOT GLOB 'TEST-*'
BEGIN
  INSERT INTO application_listing (application_id, call_id, reference, title, group_name, theme, city, language,
    amount_minor, submitted_at, saved_at, state, has_recording)
  VALUES (new.id, new.call_id, new.reference, new.title, new.group_name, new.theme, new.city, new.language,
    new.amount_minor, new.submitted_at, new.saved_at, new.state,
    EXISTS (SELECT 1 FROM media WHERE application_id = new.id AND state = 'ready' AND kind <> 'file'))
  ON CONFLICT (application_id) DO UPDATE SET title = excluded.title, group_name = excluded.group_name,
    theme = excluded.theme, city = excluded.city, language = excluded.language, amount_minor = excluded.amount_minor,
    submitted_at = excluded.submitted_at, saved_at = excluded.saved_at, state = excluded.state;
END;
--> statement-breakpoint
-- A letter or a picture is no recording.
CREATE TRIGGER media_is_listed AFTER UPDATE OF state ON media WHEN new.state = 'ready' AND new.kind <> 'file'
BEGIN
  UPDATE application_listing SET has_recording = 1 WHERE application_id = new.application_id;
END;
--> statement-breakpoint
CREATE TRIGGER media_is_no_longer_listed AFTER DELETE ON media
BEGIN
  UPDATE application_listing
  SET has_recording = EXISTS (
    SELECT 1 FROM media WHERE application_id = old.application_id AND state = 'ready' AND kind <> 'file')
  WHERE application_id = old.application_id;
END;
--> statement-breakpoint
CREATE TRIGGER application_listing_is_searched AFTER INSERT ON application_listing
BEGIN
  INSERT INTO application_search (rowid, reference, title, group_name)
  VALUES (new.place, new.reference, new.title, new.group_name);
END;
--> statement-breakpoint
CREATE TRIGGER application_listing_is_searched_anew AFTER UPDATE OF title, group_name ON application_listing
WHEN new.title IS NOT old.title COLLATE BINARY OR new.group_name IS NOT old.group_name COLLATE BINARY
BEGIN
  UPDATE application_search SET reference = new.reference, title = new.title, group_name = new.group_name
  WHERE rowid = new.place;
END;
--> statement-breakpoint
CREATE TRIGGER application_listing_is_tallied AFTER INSERT ON application_listing
BEGIN
  INSERT INTO application_tally (call_id, facet, value, count, amount_minor)
  SELECT new.call_id, facet, value, 1, new.amount_minor FROM (
    SELECT 'state' AS facet, new.state AS value UNION ALL SELECT 'theme', new.theme UNION ALL SELECT 'city', new.city
    UNION ALL SELECT 'language', new.language UNION ALL SELECT 'eligibility', new.eligibility
    UNION ALL SELECT 'recording', new.has_recording) WHERE true
  ON CONFLICT DO UPDATE SET count = count + 1, amount_minor = amount_minor + excluded.amount_minor;
END;
--> statement-breakpoint
CREATE TRIGGER application_listing_is_tallied_anew
AFTER UPDATE OF state, theme, city, language, eligibility, has_recording, amount_minor ON application_listing
WHEN new.state <> old.state OR new.theme <> old.theme OR new.city <> old.city
  OR new.language <> old.language OR new.eligibility <> old.eligibility OR new.has_recording <> old.has_recording
  OR new.amount_minor <> old.amount_minor
BEGIN
  UPDATE application_tally SET count = count - 1, amount_minor = amount_minor - old.amount_minor
  WHERE call_id = old.call_id AND (facet, value) IN (
    SELECT 'state', old.state UNION ALL SELECT 'theme', old.theme UNION ALL SELECT 'city', old.city
    UNION ALL SELECT 'language', old.language UNION ALL SELECT 'eligibility', old.eligibility
    UNION ALL SELECT 'recording', CAST(old.has_recording AS TEXT));
  INSERT INTO application_tally (call_id, facet, value, count, amount_minor)
  SELECT new.call_id, facet, value, 1, new.amount_minor FROM (
    SELECT 'state' AS facet, new.state AS value UNION ALL SELECT 'theme', new.theme UNION ALL SELECT 'city', new.city
    UNION ALL SELECT 'language', new.language UNION ALL SELECT 'eligibility', new.eligibility
    UNION ALL SELECT 'recording', new.has_recording) WHERE true
  ON CONFLICT DO UPDATE SET count = count + 1, amount_minor = amount_minor + excluded.amount_minor;
END;
--> statement-breakpoint
CREATE TRIGGER application_listing_stays BEFORE DELETE ON application_listing
BEGIN SELECT raise(ABORT, 'what was submitted stays in the list'); END;
--> statement-breakpoint
CREATE TRIGGER application_export_no_update BEFORE UPDATE ON application_export
BEGIN SELECT raise(ABORT, 'an export is never rewritten'); END;
--> statement-breakpoint
CREATE TRIGGER application_export_no_delete BEFORE DELETE ON application_export
BEGIN SELECT raise(ABORT, 'an export is never rewritten'); END;

-- Codes for anybody (levels C and D) are made from the portal's key and their place, and handed out in that order. How far
-- that went stands here too: a portal that came back from an older copy must not hand the same codes out again. It is a
-- number alone; who has which code is not known here.
CREATE TABLE handed_out (
  poll_id TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('C', 'D')),
  count INTEGER NOT NULL CHECK (count >= 0),
  PRIMARY KEY (poll_id, level),
  FOREIGN KEY (poll_id, level) REFERENCES issue (poll_id, level)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER handed_out_while_open BEFORE INSERT ON handed_out
BEGIN
  SELECT RAISE(ABORT, 'codes are handed out while the poll is open only')
  WHERE (SELECT state FROM poll WHERE poll_id = NEW.poll_id) IS NOT 'open';
  SELECT RAISE(ABORT, 'what was handed out stays so')
  WHERE EXISTS (SELECT 1 FROM handed_out WHERE poll_id = NEW.poll_id AND level = NEW.level);
  SELECT RAISE(ABORT, 'more codes than were announced')
  WHERE NEW.count > (SELECT count FROM issue WHERE poll_id = NEW.poll_id AND level = NEW.level);
END;
CREATE TRIGGER handed_out_only_grows BEFORE UPDATE ON handed_out
BEGIN
  SELECT RAISE(ABORT, 'codes are handed out while the poll is open only')
  WHERE (SELECT state FROM poll WHERE poll_id = NEW.poll_id) IS NOT 'open';
  SELECT RAISE(ABORT, 'what was handed out stays so')
  WHERE NEW.poll_id <> OLD.poll_id OR NEW.level <> OLD.level OR NEW.count < OLD.count;
  SELECT RAISE(ABORT, 'more codes than were announced')
  WHERE NEW.count > (SELECT count FROM issue WHERE poll_id = NEW.poll_id AND level = NEW.level);
END;
CREATE TRIGGER handed_out_stays BEFORE DELETE ON handed_out BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;

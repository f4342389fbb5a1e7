-- Remote voters (level B). Their tokens are made on their own devices and signed without being seen, so the box learns
-- of a token only when it is used, together with the signature that anyone can verify.

-- The private half of what passes are signed with. Never leaves this file.
CREATE TABLE issuing_key (
  poll_id TEXT PRIMARY KEY REFERENCES poll (poll_id),
  secret BLOB NOT NULL CHECK (length(secret) BETWEEN 1000 AND 1500)
) STRICT, WITHOUT ROWID;

-- What was promised at the freeze: how many people are on the closed roll. Who they are is not known here.
CREATE TABLE roll (
  poll_id TEXT PRIMARY KEY REFERENCES poll (poll_id),
  size INTEGER NOT NULL CHECK (size >= 10),
  signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT, WITHOUT ROWID;

-- What is published at the close: how many of them were given a pass.
CREATE TABLE passes_issued (
  poll_id TEXT PRIMARY KEY REFERENCES roll (poll_id),
  issued INTEGER NOT NULL CHECK (issued >= 0),
  signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT, WITHOUT ROWID;

-- A used pass. Like a used token without time, address or order of arrival.
CREATE TABLE spent_pass (
  poll_id TEXT NOT NULL,
  token_hash BLOB NOT NULL CHECK (length(token_hash) = 32),
  level TEXT NOT NULL CHECK (level = 'B'),
  signature BLOB NOT NULL CHECK (length(signature) = 256),
  PRIMARY KEY (poll_id, token_hash),
  FOREIGN KEY (poll_id, level) REFERENCES guard (poll_id, level)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER issuing_key_in_draft BEFORE INSERT ON issuing_key
WHEN (SELECT state FROM poll WHERE poll_id = NEW.poll_id) IS NOT 'draft'
  OR EXISTS (SELECT 1 FROM issuing_key WHERE poll_id = NEW.poll_id)
BEGIN
  SELECT RAISE(ABORT, 'a poll has one issuing key, from its draft on');
END;
CREATE TRIGGER issuing_key_is_unchanged BEFORE UPDATE ON issuing_key BEGIN SELECT RAISE(ABORT, 'nothing is updated'); END;
CREATE TRIGGER issuing_key_stays BEFORE DELETE ON issuing_key BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;

CREATE TRIGGER roll_in_draft BEFORE INSERT ON roll
WHEN (SELECT state FROM poll WHERE poll_id = NEW.poll_id) IS NOT 'draft'
  OR EXISTS (SELECT 1 FROM roll WHERE poll_id = NEW.poll_id)
BEGIN
  SELECT RAISE(ABORT, 'the roll is closed once, at the freeze');
END;
CREATE TRIGGER roll_is_unchanged BEFORE UPDATE ON roll BEGIN SELECT RAISE(ABORT, 'nothing is updated'); END;
CREATE TRIGGER roll_stays BEFORE DELETE ON roll BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;

CREATE TRIGGER passes_issued_while_open BEFORE INSERT ON passes_issued
BEGIN
  SELECT RAISE(ABORT, 'passes are counted once, at the close')
  WHERE (SELECT state FROM poll WHERE poll_id = NEW.poll_id) IS NOT 'open'
    OR EXISTS (SELECT 1 FROM passes_issued WHERE poll_id = NEW.poll_id);
  SELECT RAISE(ABORT, 'more passes than people on the roll')
  WHERE NEW.issued > (SELECT size FROM roll WHERE poll_id = NEW.poll_id);
  SELECT RAISE(ABORT, 'more passes were used than were issued')
  WHERE NEW.issued < (SELECT count(*) FROM spent_pass WHERE poll_id = NEW.poll_id);
END;
CREATE TRIGGER passes_issued_is_unchanged BEFORE UPDATE ON passes_issued BEGIN SELECT RAISE(ABORT, 'nothing is updated'); END;
CREATE TRIGGER passes_issued_stays BEFORE DELETE ON passes_issued BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;

CREATE TRIGGER spent_pass_while_open BEFORE INSERT ON spent_pass
BEGIN
  SELECT RAISE(ABORT, 'ballots are cast while the poll is open only')
  WHERE (SELECT state FROM poll WHERE poll_id = NEW.poll_id) IS NOT 'open';
  SELECT RAISE(ABORT, 'a pass is spent once')
  WHERE EXISTS (SELECT 1 FROM spent_pass WHERE poll_id = NEW.poll_id AND token_hash = NEW.token_hash);
  SELECT RAISE(ABORT, 'a token of a sheet is no pass')
  WHERE EXISTS (SELECT 1 FROM token WHERE poll_id = NEW.poll_id AND token_hash = NEW.token_hash);
END;
CREATE TRIGGER spent_pass_moves_guard AFTER INSERT ON spent_pass
BEGIN
  UPDATE guard SET difference = difference + 1 WHERE poll_id = NEW.poll_id AND level = NEW.level;
END;
CREATE TRIGGER spent_pass_is_unchanged BEFORE UPDATE ON spent_pass BEGIN SELECT RAISE(ABORT, 'nothing is updated'); END;
CREATE TRIGGER spent_pass_stays BEFORE DELETE ON spent_pass BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;

CREATE TRIGGER token_is_no_pass BEFORE INSERT ON token WHEN NEW.level = 'B'
BEGIN
  SELECT RAISE(ABORT, 'tokens of level B are made by voters');
END;

-- The two moves of a poll that count, with passes counted too.

DROP TRIGGER poll_freezes_with_its_issue;
CREATE TRIGGER poll_freezes_with_its_issue BEFORE UPDATE OF state ON poll WHEN NEW.state = 'frozen'
BEGIN
  SELECT RAISE(ABORT, 'a poll freezes with the number of its tokens')
  FROM guard
  WHERE poll_id = NEW.poll_id AND level <> 'B' AND NOT EXISTS (
    SELECT 1 FROM issue
    WHERE issue.poll_id = guard.poll_id AND issue.level = guard.level AND issue.count = (
      SELECT count(*) FROM token WHERE token.poll_id = guard.poll_id AND token.level = guard.level
    )
  );
  SELECT RAISE(ABORT, 'a poll of a roll freezes with its size and its issuing key')
  FROM guard
  WHERE poll_id = NEW.poll_id AND level = 'B' AND NOT (
    EXISTS (SELECT 1 FROM roll WHERE roll.poll_id = guard.poll_id)
    AND EXISTS (SELECT 1 FROM issuing_key WHERE issuing_key.poll_id = guard.poll_id)
  );
END;

DROP TRIGGER poll_closes_in_balance;
CREATE TRIGGER poll_closes_in_balance BEFORE UPDATE OF state ON poll WHEN NEW.state = 'closed'
BEGIN
  SELECT RAISE(ABORT, 'spent tokens and ballots differ')
  FROM guard
  WHERE poll_id = NEW.poll_id AND (
    SELECT count(*) FROM ballot WHERE ballot.poll_id = guard.poll_id AND ballot.level = guard.level
  ) <> (
    SELECT count(*) FROM spent JOIN token USING (poll_id, token_hash)
    WHERE spent.poll_id = guard.poll_id AND token.level = guard.level
  ) + (
    SELECT count(*) FROM spent_pass WHERE spent_pass.poll_id = guard.poll_id AND spent_pass.level = guard.level
  );
  SELECT RAISE(ABORT, 'a poll closes with its last checkpoint') WHERE NOT EXISTS (
    SELECT 1 FROM checkpoint WHERE poll_id = NEW.poll_id AND final = 1
  );
  SELECT RAISE(ABORT, 'a poll of a roll closes with the number of its passes')
  FROM guard
  WHERE poll_id = NEW.poll_id AND level = 'B' AND NOT EXISTS (
    SELECT 1 FROM passes_issued WHERE passes_issued.poll_id = guard.poll_id
  );
END;

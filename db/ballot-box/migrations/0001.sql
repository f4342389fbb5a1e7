-- The ballot box: a file of its own, so that a vote never shares a transaction, a backup or a bug with the rest.
-- What two people could break at once is a constraint here; what one person should be told is a rule in the code.

-- The only value a guard may hold when a transaction commits.
CREATE TABLE zero (value INTEGER PRIMARY KEY CHECK (value = 0)) STRICT;
INSERT INTO zero (value) VALUES (0);

CREATE TABLE poll (
  poll_id TEXT PRIMARY KEY CHECK (length(poll_id) = 20),
  manifest TEXT NOT NULL CHECK (json_valid(manifest) AND json_extract(manifest, '$.pollId') = poll_id),
  manifest_hash BLOB NOT NULL CHECK (length(manifest_hash) = 32),
  state TEXT NOT NULL CHECK (state IN ('draft', 'frozen', 'open', 'closed', 'revealed', 'certified'))
) STRICT, WITHOUT ROWID;

-- Never leaves this file.
CREATE TABLE signing_key (
  poll_id TEXT PRIMARY KEY REFERENCES poll (poll_id),
  secret BLOB NOT NULL CHECK (length(secret) = 32)
) STRICT, WITHOUT ROWID;

-- spent − ballots per level. Between statements it may be off; a COMMIT fails unless every one is zero.
CREATE TABLE guard (
  poll_id TEXT NOT NULL REFERENCES poll (poll_id),
  level TEXT NOT NULL CHECK (level IN ('A', 'B', 'B-', 'C', 'D')),
  difference INTEGER NOT NULL REFERENCES zero (value) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (poll_id, level)
) STRICT, WITHOUT ROWID;

CREATE TABLE token (
  poll_id TEXT NOT NULL,
  token_hash BLOB NOT NULL CHECK (length(token_hash) = 32),
  level TEXT NOT NULL,
  batch TEXT NOT NULL CHECK (length(batch) BETWEEN 1 AND 64),
  PRIMARY KEY (poll_id, token_hash),
  FOREIGN KEY (poll_id, level) REFERENCES guard (poll_id, level)
) STRICT, WITHOUT ROWID;

CREATE TABLE void_token (
  poll_id TEXT NOT NULL,
  token_hash BLOB NOT NULL,
  PRIMARY KEY (poll_id, token_hash),
  FOREIGN KEY (poll_id, token_hash) REFERENCES token (poll_id, token_hash)
) STRICT, WITHOUT ROWID;

-- What was promised at the freeze: how many tokens of a level, and which.
CREATE TABLE issue (
  poll_id TEXT NOT NULL,
  level TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count >= 0),
  root BLOB NOT NULL CHECK (length(root) = 32),
  signature BLOB NOT NULL CHECK (length(signature) = 64),
  PRIMARY KEY (poll_id, level),
  FOREIGN KEY (poll_id, level) REFERENCES guard (poll_id, level)
) STRICT, WITHOUT ROWID;

-- No time, no address, no order of arrival: only that the token was used.
CREATE TABLE spent (
  poll_id TEXT NOT NULL,
  token_hash BLOB NOT NULL,
  PRIMARY KEY (poll_id, token_hash),
  FOREIGN KEY (poll_id, token_hash) REFERENCES token (poll_id, token_hash)
) STRICT, WITHOUT ROWID;

-- WITHOUT ROWID: a rowid would be the order of arrival. batch_seq is the checkpoint that will cover the ballot.
CREATE TABLE ballot (
  poll_id TEXT NOT NULL,
  leaf BLOB NOT NULL CHECK (length(leaf) = 32),
  level TEXT NOT NULL CHECK (level = json_extract(body, '$.level')),
  tracker TEXT NOT NULL CHECK (length(tracker) = 14),
  r BLOB NOT NULL CHECK (length(r) = 16),
  body TEXT NOT NULL CHECK (length(CAST(body AS BLOB)) <= 512 AND json_extract(body, '$.pollId') = poll_id),
  batch_seq INTEGER NOT NULL CHECK (batch_seq >= 1),
  PRIMARY KEY (poll_id, leaf),
  UNIQUE (poll_id, tracker),
  FOREIGN KEY (poll_id, level) REFERENCES guard (poll_id, level)
) STRICT, WITHOUT ROWID;

CREATE TABLE checkpoint (
  poll_id TEXT NOT NULL REFERENCES poll (poll_id),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  size INTEGER NOT NULL CHECK (size >= 0),
  root BLOB NOT NULL CHECK (length(root) = 32),
  prev BLOB NOT NULL CHECK (length(prev) = 32),
  at INTEGER NOT NULL,
  final INTEGER NOT NULL CHECK (final IN (0, 1)),
  note TEXT NOT NULL,
  signature BLOB NOT NULL CHECK (length(signature) = 64),
  PRIMARY KEY (poll_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE paper_count (
  poll_id TEXT PRIMARY KEY REFERENCES poll (poll_id),
  printed INTEGER NOT NULL CHECK (printed >= 0),
  returned INTEGER NOT NULL CHECK (returned >= 0),
  spoiled INTEGER NOT NULL CHECK (spoiled >= 0),
  CHECK (returned + spoiled <= printed)
) STRICT, WITHOUT ROWID;

CREATE TABLE randomness (
  poll_id TEXT PRIMARY KEY REFERENCES poll (poll_id),
  value TEXT NOT NULL CHECK (length(value) BETWEEN 1 AND 256)
) STRICT, WITHOUT ROWID;

-- Poll: born as a draft, only its state moves, one step at a time, never back.

CREATE TRIGGER poll_starts_as_draft BEFORE INSERT ON poll
BEGIN
  SELECT RAISE(ABORT, 'a poll starts as a draft') WHERE NEW.state <> 'draft';
  SELECT RAISE(ABORT, 'a poll is never replaced') WHERE EXISTS (SELECT 1 FROM poll WHERE poll_id = NEW.poll_id);
END;

CREATE TRIGGER poll_gets_guards AFTER INSERT ON poll
BEGIN
  INSERT INTO guard (poll_id, level, difference)
  SELECT NEW.poll_id, value, 0 FROM json_each(json_extract(NEW.manifest, '$.levels'));
END;

CREATE TRIGGER poll_keeps_its_promises BEFORE UPDATE ON poll
WHEN NEW.poll_id IS NOT OLD.poll_id OR NEW.manifest IS NOT OLD.manifest OR NEW.manifest_hash IS NOT OLD.manifest_hash
BEGIN
  SELECT RAISE(ABORT, 'only the state of a poll may change');
END;

CREATE TRIGGER poll_moves_one_step_forward BEFORE UPDATE OF state ON poll
WHEN NOT (OLD.state, NEW.state) IN (
  VALUES ('draft', 'frozen'), ('frozen', 'open'), ('open', 'closed'), ('closed', 'revealed'), ('revealed', 'certified')
)
BEGIN
  SELECT RAISE(ABORT, 'a poll moves one step forward');
END;

CREATE TRIGGER poll_freezes_with_its_issue BEFORE UPDATE OF state ON poll WHEN NEW.state = 'frozen'
BEGIN
  SELECT RAISE(ABORT, 'a poll freezes with the number of its tokens')
  FROM guard
  WHERE poll_id = NEW.poll_id AND NOT EXISTS (
    SELECT 1 FROM issue
    WHERE issue.poll_id = guard.poll_id AND issue.level = guard.level AND issue.count = (
      SELECT count(*) FROM token WHERE token.poll_id = guard.poll_id AND token.level = guard.level
    )
  );
END;

-- The guards are counters; the close counts the rows themselves once more.
CREATE TRIGGER poll_closes_in_balance BEFORE UPDATE OF state ON poll WHEN NEW.state = 'closed'
BEGIN
  SELECT RAISE(ABORT, 'spent tokens and ballots differ')
  FROM guard
  WHERE poll_id = NEW.poll_id AND (
    SELECT count(*) FROM ballot WHERE ballot.poll_id = guard.poll_id AND ballot.level = guard.level
  ) <> (
    SELECT count(*) FROM spent JOIN token USING (poll_id, token_hash)
    WHERE spent.poll_id = guard.poll_id AND token.level = guard.level
  );
  SELECT RAISE(ABORT, 'a poll closes with its last checkpoint') WHERE NOT EXISTS (
    SELECT 1 FROM checkpoint WHERE poll_id = NEW.poll_id AND final = 1
  );
END;

CREATE TRIGGER poll_stays BEFORE DELETE ON poll BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;

-- Guards: moved by one at a time, by the triggers of spent and ballot.

CREATE TRIGGER guard_moves_by_one BEFORE UPDATE ON guard
WHEN NEW.poll_id IS NOT OLD.poll_id OR NEW.level IS NOT OLD.level OR abs(NEW.difference - OLD.difference) <> 1
BEGIN
  SELECT RAISE(ABORT, 'a guard moves by one');
END;

CREATE TRIGGER guard_stays BEFORE DELETE ON guard BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;

CREATE TRIGGER guard_is_not_replaced BEFORE INSERT ON guard
WHEN NEW.difference <> 0 OR EXISTS (SELECT 1 FROM guard WHERE poll_id = NEW.poll_id AND level = NEW.level)
BEGIN
  SELECT RAISE(ABORT, 'a guard starts at zero and is never replaced');
END;

CREATE TRIGGER zero_stays BEFORE DELETE ON zero BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER zero_is_alone BEFORE INSERT ON zero BEGIN SELECT RAISE(ABORT, 'zero is the only value'); END;
CREATE TRIGGER zero_is_unchanged BEFORE UPDATE ON zero BEGIN SELECT RAISE(ABORT, 'nothing is updated'); END;

-- Signing key: one per poll, made with it.

CREATE TRIGGER signing_key_in_draft BEFORE INSERT ON signing_key
WHEN (SELECT state FROM poll WHERE poll_id = NEW.poll_id) IS NOT 'draft'
  OR EXISTS (SELECT 1 FROM signing_key WHERE poll_id = NEW.poll_id)
BEGIN
  SELECT RAISE(ABORT, 'a poll has one signing key, from its draft on');
END;
CREATE TRIGGER signing_key_is_unchanged BEFORE UPDATE ON signing_key BEGIN SELECT RAISE(ABORT, 'nothing is updated'); END;
CREATE TRIGGER signing_key_stays BEFORE DELETE ON signing_key BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;

-- Tokens: only while drafting. Void: any time until the close, never after use.

CREATE TRIGGER token_in_draft BEFORE INSERT ON token
BEGIN
  SELECT RAISE(ABORT, 'tokens are added to a draft only')
  WHERE (SELECT state FROM poll WHERE poll_id = NEW.poll_id) IS NOT 'draft';
  SELECT RAISE(ABORT, 'a token is never replaced')
  WHERE EXISTS (SELECT 1 FROM token WHERE poll_id = NEW.poll_id AND token_hash = NEW.token_hash);
END;
CREATE TRIGGER token_is_unchanged BEFORE UPDATE ON token BEGIN SELECT RAISE(ABORT, 'nothing is updated'); END;
CREATE TRIGGER token_stays BEFORE DELETE ON token BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;

CREATE TRIGGER void_token_before_close BEFORE INSERT ON void_token
BEGIN
  SELECT RAISE(ABORT, 'tokens are voided before the close only')
  WHERE coalesce((SELECT state FROM poll WHERE poll_id = NEW.poll_id), '') NOT IN ('draft', 'frozen', 'open');
  SELECT RAISE(ABORT, 'a used token is not voided')
  WHERE EXISTS (SELECT 1 FROM spent WHERE poll_id = NEW.poll_id AND token_hash = NEW.token_hash);
  SELECT RAISE(ABORT, 'a void token is never replaced')
  WHERE EXISTS (SELECT 1 FROM void_token WHERE poll_id = NEW.poll_id AND token_hash = NEW.token_hash);
END;
CREATE TRIGGER void_token_is_unchanged BEFORE UPDATE ON void_token BEGIN SELECT RAISE(ABORT, 'nothing is updated'); END;
CREATE TRIGGER void_token_stays BEFORE DELETE ON void_token BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;

CREATE TRIGGER issue_in_draft BEFORE INSERT ON issue
WHEN (SELECT state FROM poll WHERE poll_id = NEW.poll_id) IS NOT 'draft'
  OR EXISTS (SELECT 1 FROM issue WHERE poll_id = NEW.poll_id AND level = NEW.level)
BEGIN
  SELECT RAISE(ABORT, 'the issue is written once, at the freeze');
END;
CREATE TRIGGER issue_is_unchanged BEFORE UPDATE ON issue BEGIN SELECT RAISE(ABORT, 'nothing is updated'); END;
CREATE TRIGGER issue_stays BEFORE DELETE ON issue BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;

-- Casting: only while open. The replace checks hold even where recursive_triggers is off.

CREATE TRIGGER spent_while_open BEFORE INSERT ON spent
BEGIN
  SELECT RAISE(ABORT, 'ballots are cast while the poll is open only')
  WHERE (SELECT state FROM poll WHERE poll_id = NEW.poll_id) IS NOT 'open';
  SELECT RAISE(ABORT, 'a void token is not spent')
  WHERE EXISTS (SELECT 1 FROM void_token WHERE poll_id = NEW.poll_id AND token_hash = NEW.token_hash);
  SELECT RAISE(ABORT, 'a token is spent once')
  WHERE EXISTS (SELECT 1 FROM spent WHERE poll_id = NEW.poll_id AND token_hash = NEW.token_hash);
END;
CREATE TRIGGER spent_moves_guard AFTER INSERT ON spent
BEGIN
  UPDATE guard SET difference = difference + 1
  WHERE poll_id = NEW.poll_id
    AND level = (SELECT level FROM token WHERE poll_id = NEW.poll_id AND token_hash = NEW.token_hash);
END;
CREATE TRIGGER spent_is_unchanged BEFORE UPDATE ON spent BEGIN SELECT RAISE(ABORT, 'nothing is updated'); END;
CREATE TRIGGER spent_stays BEFORE DELETE ON spent BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;

CREATE TRIGGER ballot_while_open BEFORE INSERT ON ballot
BEGIN
  SELECT RAISE(ABORT, 'ballots are cast while the poll is open only')
  WHERE (SELECT state FROM poll WHERE poll_id = NEW.poll_id) IS NOT 'open';
  SELECT RAISE(ABORT, 'a ballot belongs to the next checkpoint')
  WHERE NEW.batch_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM checkpoint WHERE poll_id = NEW.poll_id);
  SELECT RAISE(ABORT, 'no ballot follows the last checkpoint')
  WHERE EXISTS (SELECT 1 FROM checkpoint WHERE poll_id = NEW.poll_id AND seq = NEW.batch_seq - 1 AND final = 1);
  -- Two questions, because one with OR would read every ballot of the poll.
  SELECT RAISE(ABORT, 'a ballot is never replaced')
  WHERE EXISTS (SELECT 1 FROM ballot WHERE poll_id = NEW.poll_id AND leaf = NEW.leaf);
  SELECT RAISE(ABORT, 'a ballot is never replaced')
  WHERE EXISTS (SELECT 1 FROM ballot WHERE poll_id = NEW.poll_id AND tracker = NEW.tracker);
END;
CREATE TRIGGER ballot_moves_guard AFTER INSERT ON ballot
BEGIN
  UPDATE guard SET difference = difference - 1 WHERE poll_id = NEW.poll_id AND level = NEW.level;
END;
CREATE TRIGGER ballot_is_unchanged BEFORE UPDATE ON ballot BEGIN SELECT RAISE(ABORT, 'nothing is updated'); END;
CREATE TRIGGER ballot_stays BEFORE DELETE ON ballot BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;

CREATE TRIGGER checkpoint_continues BEFORE INSERT ON checkpoint
BEGIN
  SELECT RAISE(ABORT, 'checkpoints are made while the poll is open only')
  WHERE (SELECT state FROM poll WHERE poll_id = NEW.poll_id) IS NOT 'open';
  SELECT RAISE(ABORT, 'checkpoints are numbered without gaps')
  WHERE NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM checkpoint WHERE poll_id = NEW.poll_id);
  SELECT RAISE(ABORT, 'nothing follows the last checkpoint')
  WHERE EXISTS (SELECT 1 FROM checkpoint WHERE poll_id = NEW.poll_id AND final = 1);
  SELECT RAISE(ABORT, 'a checkpoint covers every ballot')
  WHERE NEW.size <> (SELECT count(*) FROM ballot WHERE poll_id = NEW.poll_id);
  SELECT RAISE(ABORT, 'a checkpoint hides each ballot among ten')
  WHERE NEW.final = 0
    AND NEW.size - coalesce((SELECT max(size) FROM checkpoint WHERE poll_id = NEW.poll_id), 0) < 10;
END;
CREATE TRIGGER checkpoint_is_unchanged BEFORE UPDATE ON checkpoint BEGIN SELECT RAISE(ABORT, 'nothing is updated'); END;
CREATE TRIGGER checkpoint_stays BEFORE DELETE ON checkpoint BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;

-- After the close: paper before the reveal, randomness before the certificate.

CREATE TRIGGER paper_count_after_close BEFORE INSERT ON paper_count
WHEN (SELECT state FROM poll WHERE poll_id = NEW.poll_id) IS NOT 'closed'
  OR EXISTS (SELECT 1 FROM paper_count WHERE poll_id = NEW.poll_id)
BEGIN
  SELECT RAISE(ABORT, 'paper is counted once, between close and reveal');
END;
CREATE TRIGGER paper_count_is_unchanged BEFORE UPDATE ON paper_count BEGIN SELECT RAISE(ABORT, 'nothing is updated'); END;
CREATE TRIGGER paper_count_stays BEFORE DELETE ON paper_count BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;

CREATE TRIGGER randomness_after_close BEFORE INSERT ON randomness
WHEN coalesce((SELECT state FROM poll WHERE poll_id = NEW.poll_id), '') NOT IN ('closed', 'revealed')
  OR EXISTS (SELECT 1 FROM randomness WHERE poll_id = NEW.poll_id)
BEGIN
  SELECT RAISE(ABORT, 'randomness is recorded once, after the close');
END;
CREATE TRIGGER randomness_is_unchanged BEFORE UPDATE ON randomness BEGIN SELECT RAISE(ABORT, 'nothing is updated'); END;
CREATE TRIGGER randomness_stays BEFORE DELETE ON randomness BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;

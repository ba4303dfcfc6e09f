/**
 * The steps from an empty database to this version's, in order; a database remembers in
 * `user_version` how many it has taken. A step that has been released is never changed.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE facts (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE labels (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('policy', 'server')),
    uid TEXT NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (kind, uid, name)
  ) STRICT;
  CREATE TABLE texts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    text TEXT NOT NULL UNIQUE,
    folded TEXT NOT NULL
  ) STRICT;
  CREATE VIRTUAL TABLE texts_search USING fts5(
    folded, content = 'texts', content_rowid = 'id', tokenize = 'trigram case_sensitive 1'
  );
  CREATE TABLE text_sets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    members TEXT NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE sessions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    tail TEXT NOT NULL,
    policy INTEGER NOT NULL REFERENCES labels (id),
    policy_type TEXT,
    server INTEGER NOT NULL REFERENCES labels (id),
    created INTEGER NOT NULL,
    ended INTEGER,
    state INTEGER NOT NULL REFERENCES words (id),
    result INTEGER NOT NULL REFERENCES words (id),
    progress REAL NOT NULL,
    is_retry INTEGER NOT NULL,
    is_gone INTEGER NOT NULL,
    is_active INTEGER NOT NULL,
    message INTEGER REFERENCES texts (id),
    health INTEGER NOT NULL,
    failure_set INTEGER REFERENCES text_sets (id),
    failure_source INTEGER NOT NULL,
    failure_count INTEGER NOT NULL,
    vm_set INTEGER REFERENCES text_sets (id),
    vms_total INTEGER,
    vms_failed INTEGER NOT NULL,
    vms_warning INTEGER NOT NULL,
    tasks_state INTEGER NOT NULL,
    version INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX sessions_created ON sessions (created);
  CREATE INDEX sessions_version ON sessions (version);
  CREATE INDEX sessions_active ON sessions (seq) WHERE is_active = 1;
  CREATE INDEX sessions_wanting_tasks ON sessions (created) WHERE tasks_state = 2;
  CREATE INDEX sessions_message ON sessions (message) WHERE message IS NOT NULL;
  CREATE INDEX sessions_failure_set ON sessions (failure_set) WHERE failure_set IS NOT NULL;
  CREATE INDEX sessions_vm_set ON sessions (vm_set) WHERE vm_set IS NOT NULL;
  CREATE VIRTUAL TABLE session_names USING fts5(
    tail, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1'
  );
  CREATE TABLE tasks (
    seq INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    session INTEGER NOT NULL REFERENCES sessions (seq) ON DELETE CASCADE,
    name TEXT NOT NULL,
    vm INTEGER NOT NULL REFERENCES texts (id),
    created INTEGER NOT NULL,
    ended INTEGER,
    state INTEGER NOT NULL REFERENCES words (id),
    result INTEGER NOT NULL REFERENCES words (id),
    reason INTEGER REFERENCES texts (id),
    total_size REAL,
    is_running INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX tasks_session ON tasks (session);
  CREATE INDEX tasks_running ON tasks (seq) WHERE is_running = 1;
  CREATE INDEX tasks_vm ON tasks (vm);
  CREATE INDEX tasks_reason ON tasks (reason) WHERE reason IS NOT NULL;
  CREATE TABLE policies (
    uid TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    policy_type TEXT,
    platform TEXT,
    description TEXT,
    schedule_configured INTEGER,
    schedule_enabled INTEGER,
    next_run INTEGER,
    rpo_seconds REAL,
    rpo_schedule TEXT,
    rpo_reporting TEXT,
    server_uid TEXT,
    server_name TEXT,
    first_seen INTEGER NOT NULL,
    removed_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE policy_switches (
    policy_uid TEXT NOT NULL,
    at INTEGER NOT NULL,
    is_enabled INTEGER NOT NULL,
    PRIMARY KEY (policy_uid, at)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE backup_servers (
    uid TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    description TEXT,
    address TEXT,
    port REAL,
    version TEXT,
    removed_at INTEGER
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE failure_groups (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    group_id TEXT NOT NULL UNIQUE,
    template TEXT NOT NULL
  ) STRICT;
  CREATE TABLE text_groups (
    text INTEGER PRIMARY KEY REFERENCES texts (id) ON DELETE CASCADE,
    failure_group INTEGER NOT NULL REFERENCES failure_groups (id),
    knew_vms INTEGER NOT NULL,
    version INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX text_groups_group ON text_groups (failure_group);
  CREATE INDEX text_groups_version ON text_groups (version);
  CREATE TABLE group_aliases (
    old_id TEXT NOT NULL,
    new_id TEXT NOT NULL,
    texts INTEGER NOT NULL,
    PRIMARY KEY (old_id, new_id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE session_failures (
    session INTEGER PRIMARY KEY REFERENCES sessions (seq) ON DELETE CASCADE,
    members TEXT NOT NULL,
    version INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX session_failures_version ON session_failures (version);
  INSERT INTO session_failures (session, members, version)
    SELECT session, group_concat(vm || ',' || reason || ',' || health || ',' || tasks), 0 FROM (
      SELECT session, vm, reason, count(*) AS tasks,
        min(CASE word WHEN 'Failed' THEN 0 WHEN 'Warning' THEN 2 ELSE 3 END) AS health
      FROM tasks JOIN words ON words.id = tasks.result JOIN texts ON texts.id = tasks.reason
      JOIN sessions ON sessions.seq = tasks.session
      WHERE word <> 'Success' AND trim(text, ' ' || char(9, 10, 13)) <> ''
        AND failure_set IS NOT NULL
      GROUP BY session, vm, reason
    ) GROUP BY session;
  `,
  // Instead of whole texts their shapes are searched: see `textShape`, which gives both functions.
  `
  DROP TABLE texts_search;
  CREATE TABLE skeletons (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    skeleton TEXT NOT NULL UNIQUE
  ) STRICT;
  CREATE VIRTUAL TABLE skeletons_search USING fts5(
    skeleton, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1'
  );
  CREATE VIRTUAL TABLE rests_search USING fts5(
    rest, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1'
  );
  ALTER TABLE texts ADD COLUMN skeleton INTEGER REFERENCES skeletons (id);
  INSERT INTO skeletons (skeleton) SELECT DISTINCT skeleton_of(folded) FROM texts;
  UPDATE texts SET skeleton =
    (SELECT skeletons.id FROM skeletons WHERE skeletons.skeleton = skeleton_of(texts.folded));
  CREATE INDEX texts_skeleton ON texts (skeleton);
  INSERT INTO skeletons_search (rowid, skeleton) SELECT id, skeleton FROM skeletons;
  INSERT INTO rests_search (rowid, rest)
    SELECT id, rest_of(folded) FROM texts WHERE rest_of(folded) <> '';
  `,
]

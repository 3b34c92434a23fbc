extension Migration {
    /// The register as first released. Times are whole seconds since 1970-01-01 UTC; digests are raw bytes.
    static let createRegister = Migration(
        number: 1,
        sql: """
            -- Form definitions that answers were given under. Public.
            CREATE TABLE form (
                digest TEXT PRIMARY KEY,                  -- SHA-256 of the definition's bytes, 64 hexadecimal digits
                definition BLOB NOT NULL                  -- canonical JSON
            ) STRICT, WITHOUT ROWID;

            -- Received forms, one row each, never deleted by the program. Office only; the public sees series, number, day.
            CREATE TABLE registration (
                id INTEGER PRIMARY KEY,
                series TEXT NOT NULL,
                number INTEGER CHECK (number > 0),        -- without gaps in a series; none while quarantined or refused
                reference TEXT NOT NULL UNIQUE,           -- 8 symbols, known to the sender
                token_digest BLOB NOT NULL UNIQUE CHECK (length(token_digest) = 32),
                code_hash BLOB NOT NULL,                  -- keyed digest of the secret code
                channel TEXT NOT NULL,
                form TEXT NOT NULL REFERENCES form,
                answers TEXT NOT NULL,                    -- JSON, field -> text: PERSONAL DATA
                content_digest BLOB NOT NULL,             -- SHA-256 of answers, to find equal content
                duplicate_of INTEGER REFERENCES registration,
                received_at INTEGER NOT NULL,
                is_late INTEGER NOT NULL CHECK (is_late IN (0, 1)),
                quarantine TEXT,                          -- why it had to wait; kept after release
                entered_at INTEGER,                       -- when it took its number
                refused_at INTEGER,
                sender_hash BLOB,                         -- keyed digest of the network address, emptied at sender_expires
                sender_expires INTEGER,
                salt BLOB,                                -- of the commitment in the event log; goes with an erasure
                UNIQUE (series, number),
                CHECK ((number IS NULL) = (entered_at IS NULL)),
                CHECK (number IS NOT NULL OR quarantine IS NOT NULL),
                CHECK (refused_at IS NULL OR number IS NULL)
            ) STRICT;
            CREATE INDEX registration_content ON registration (series, content_digest);
            CREATE INDEX registration_sender ON registration (sender_expires) WHERE sender_expires IS NOT NULL;

            -- One question, difficulty or proposal each: the unit of counting. Text: office only; the rest is counted.
            CREATE TABLE matter (
                id INTEGER PRIMARY KEY,
                registration INTEGER NOT NULL REFERENCES registration,
                position INTEGER NOT NULL CHECK (position > 0),
                field TEXT NOT NULL,                      -- the form field it was written in
                text TEXT NOT NULL,                       -- PERSONAL DATA: a sender may write anything
                subject TEXT NOT NULL,
                division TEXT,                            -- none while unassigned
                same_as INTEGER REFERENCES matter,        -- shares that matter's outcome
                outcome TEXT,                             -- none = open
                outcome_at INTEGER,
                UNIQUE (registration, position),
                CHECK ((outcome IS NULL) = (outcome_at IS NULL)),
                CHECK (same_as IS NULL OR outcome IS NULL)
            ) STRICT;
            CREATE INDEX matter_same_as ON matter (same_as) WHERE same_as IS NOT NULL;

            -- What the office decided, in order. Office only.
            CREATE TABLE decision (
                id INTEGER PRIMARY KEY,
                verb TEXT NOT NULL,
                registration INTEGER NOT NULL REFERENCES registration,
                matter INTEGER REFERENCES matter,         -- none when the whole registration is meant
                value TEXT NOT NULL,                      -- an id or a word of ours, never free text
                note_commitment BLOB,                     -- HMAC of the note under the note's salt
                at INTEGER NOT NULL,
                actor TEXT NOT NULL,                      -- operating-system account
                salt BLOB NOT NULL
            ) STRICT;
            CREATE INDEX decision_matter ON decision (matter);

            -- Reasons and remarks, apart so that they can be erased. Office only: PERSONAL DATA possible.
            CREATE TABLE note (
                decision INTEGER PRIMARY KEY REFERENCES decision,
                text TEXT NOT NULL,
                salt BLOB NOT NULL
            ) STRICT;

            -- Bytes of answers that may be published. Public but for the accounts.
            CREATE TABLE approval (
                id INTEGER PRIMARY KEY,
                matter INTEGER NOT NULL REFERENCES matter,
                sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
                drafter TEXT NOT NULL,
                approver TEXT NOT NULL CHECK (approver <> drafter),
                approved_at INTEGER NOT NULL,
                withdrawn_at INTEGER,
                salt BLOB NOT NULL
            ) STRICT;
            CREATE INDEX approval_matter ON approval (matter);

            -- The event log: append-only, chained, no free text. Office; its head is public.
            CREATE TABLE event (
                seq INTEGER PRIMARY KEY,                  -- counts from 1 without gaps
                at INTEGER NOT NULL,
                actor TEXT NOT NULL,
                verb TEXT NOT NULL,
                object TEXT NOT NULL,                     -- a number, a matter, or a reference before there is a number
                record_kind TEXT NOT NULL,
                record INTEGER NOT NULL,
                commitment BLOB NOT NULL CHECK (length(commitment) = 32),
                previous BLOB NOT NULL CHECK (length(previous) = 32),
                hash BLOB NOT NULL CHECK (length(hash) = 32)
            ) STRICT;
            CREATE INDEX event_record ON event (record_kind, record);

            CREATE TRIGGER event_never_updated BEFORE UPDATE ON event
            BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
            CREATE TRIGGER event_never_deleted BEFORE DELETE ON event
            BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
            -- Also holds off INSERT OR REPLACE, which fires no delete trigger.
            CREATE TRIGGER event_only_appended BEFORE INSERT ON event
            WHEN NEW.seq IS NOT (SELECT COALESCE(MAX(seq), 0) + 1 FROM event)
            BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

            -- Matters with the names people use and the outcome they share.
            CREATE VIEW matter_now AS
            SELECT matter.id, matter.registration, registration.series, registration.number, matter.position,
                matter.field, matter.text, matter.subject, matter.division, matter.same_as,
                CASE WHEN matter.same_as IS NULL THEN matter.outcome ELSE original.outcome END AS outcome,
                CASE WHEN matter.same_as IS NULL THEN matter.outcome_at ELSE original.outcome_at END AS outcome_at
            FROM matter JOIN registration ON registration.id = matter.registration
            LEFT JOIN matter AS original ON original.id = matter.same_as;
            """)
}

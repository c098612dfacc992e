-- The tables that users build on: names may be added, never renamed or dropped.
--
-- Ids are text made from the document's sha256 and places in it, so they survive re-ingestion:
-- meeting <sha16>-1, its third action <sha16>-1-a3. Tables carry no keys or indexes on purpose:
-- loading replaces a document's rows in one transaction, which keeps ids unique, and an index
-- costs more in loading and memory than it gives to a store that is scanned column by column.

CREATE TABLE schema_version (version INTEGER NOT NULL);

CREATE TABLE documents (
    document_id      VARCHAR NOT NULL,  -- sha256 of the bytes; of "path:" and the path where the bytes could not be read
    path             VARCHAR NOT NULL,  -- the first name it was met under, absolute
    media_type       VARCHAR,
    size_bytes       BIGINT,
    page_count       INTEGER,
    ocr_page_count   INTEGER,
    status           VARCHAR NOT NULL,  -- ok | partial (an issue of severity error) | failed
    error_code       VARCHAR,           -- failed only: code in pipeline/errors.py
    error_message    VARCHAR,
    pipeline_version VARCHAR NOT NULL,
    reading_version  VARCHAR,           -- digests of the code that read it and that found its facts (pipeline/stages.py)
    facts_version    VARCHAR,
    run_id           VARCHAR NOT NULL,
    ingested_at      TIMESTAMP NOT NULL -- UTC, as all timestamps
);

-- The same bytes under many names are one document; one name holds one document at a time.
-- stamp: size and times of the file (an entity tag for a URL) when its bytes were last looked at.
CREATE TABLE document_paths (
    document_id VARCHAR NOT NULL,
    path        VARCHAR NOT NULL,
    first_seen  TIMESTAMP NOT NULL,
    stamp       VARCHAR
);

CREATE TABLE pages (
    document_id    VARCHAR NOT NULL,
    page           INTEGER NOT NULL,  -- 1-based
    start          INTEGER NOT NULL,  -- characters of the document's text
    "end"          INTEGER NOT NULL,
    width_pt       DOUBLE,
    height_pt      DOUBLE,
    turned         INTEGER NOT NULL,  -- degrees clockwise by which the page as shown was set upright
    ocr            BOOLEAN NOT NULL,
    ocr_confidence DOUBLE,            -- 0..1
    text           VARCHAR NOT NULL
);

CREATE TABLE meetings (
    meeting_id          VARCHAR NOT NULL,
    document_id         VARCHAR NOT NULL,
    ordinal             INTEGER NOT NULL,
    kind                VARCHAR NOT NULL,
    council             VARCHAR,
    area                VARCHAR,
    series_key          VARCHAR,       -- the series by council and area as they are written here
    series_id           VARCHAR,       -- the series that it is counted to: series_key, or what that was joined to
    meeting_date        DATE,
    start_time          TIME,
    end_time            TIME,
    place               VARCHAR,
    registration_number VARCHAR,
    next_meeting_date   DATE,
    next_meeting_start  TIME,
    next_meeting_end    TIME,
    next_meeting_place  VARCHAR,
    unclaimed_share     DOUBLE     -- 0..1: characters of head, attendance and signatures that gave no fact
);

-- What a protocol says of other meetings of its council, and of its own number.
CREATE TABLE meeting_signs (
    sign_id      VARCHAR NOT NULL,
    meeting_id   VARCHAR NOT NULL,  -- where it stands
    ordinal      INTEGER NOT NULL,
    section_id   VARCHAR,
    sign         VARCHAR NOT NULL,  -- previous | coming | cancelled | moved | number: see models/meeting.py
    meeting_date DATE,              -- the day meant, or the first of the month or season where no day is told
    last_date    DATE,              -- the last day that can be meant; meeting_date where a day is told
    number       INTEGER,           -- number: which meeting this one is, counted by the council
    text         VARCHAR NOT NULL
);

-- Series joined by the user's file (merged) or because one goes on where the other ends (continued).
CREATE TABLE series_joins (
    series_key VARCHAR NOT NULL,
    series_id  VARCHAR NOT NULL,
    rule       VARCHAR NOT NULL,    -- merged | continued
    reason     VARCHAR NOT NULL     -- in words, in Swedish
);

-- Meetings that were held, by what protocols say, and of which there is no protocol.
CREATE TABLE missing_protocols (
    series_id    VARCHAR NOT NULL,
    ordinal      INTEGER NOT NULL,  -- in the series, from 1
    meeting_date DATE,              -- the day, where it is told
    after_date   DATE,              -- it was held after this day
    before_date  DATE,              -- ... and before this one: both are days of protocols
    known_from   VARCHAR NOT NULL,  -- meeting_id of the protocol or summons that shows it
    reason       VARCHAR NOT NULL,  -- previous | announced | summoned | section_numbers | meeting_numbers
    record_id    VARCHAR NOT NULL   -- whose evidence quotes what shows it: a sign, a section or a summons
);

CREATE TABLE persons (person_id VARCHAR NOT NULL, name VARCHAR NOT NULL);

CREATE TABLE attendees (
    attendee_id  VARCHAR NOT NULL,
    meeting_id   VARCHAR NOT NULL,
    ordinal      INTEGER NOT NULL,
    name         VARCHAR NOT NULL,
    role         VARCHAR,
    organisation VARCHAR,
    party        VARCHAR,
    status       VARCHAR NOT NULL,  -- present | partial | absent | invited
    function     VARCHAR,           -- chair | secretary | adjuster
    person_id    VARCHAR,
    person_rule  VARCHAR,           -- why it is this person: see pipeline/link/people.py
    person_other VARCHAR            -- the name, as written elsewhere, that this one was joined to
);

CREATE TABLE sections (
    section_id VARCHAR NOT NULL,
    meeting_id VARCHAR NOT NULL,
    ordinal    INTEGER NOT NULL,
    number     VARCHAR,
    title      VARCHAR,
    text       VARCHAR NOT NULL
);

CREATE TABLE priority_areas (
    priority_area_id VARCHAR NOT NULL,
    meeting_id       VARCHAR NOT NULL,
    ordinal          INTEGER NOT NULL,
    name             VARCHAR NOT NULL,
    area_kind        VARCHAR NOT NULL,  -- place | group | problem
    area_key         VARCHAR NOT NULL   -- the same for all spellings of one area
);

-- The problems that an area's name speaks of; none for places and groups.
CREATE TABLE priority_problems (
    priority_area_id VARCHAR NOT NULL,
    meeting_id       VARCHAR NOT NULL,
    problem          VARCHAR NOT NULL
);

CREATE TABLE actions (
    action_id       VARCHAR NOT NULL,
    meeting_id      VARCHAR NOT NULL,
    ordinal         INTEGER NOT NULL,
    section_id      VARCHAR,
    kind            VARCHAR NOT NULL,  -- decision | assignment | commitment | proposal | formality
    text            VARCHAR NOT NULL,
    quote           VARCHAR,           -- the document's own words, stretches parted by " … "
    page            INTEGER,           -- where they begin
    owner           VARCHAR,
    owner_person    VARCHAR,           -- name of the one attendee meant
    owner_person_id VARCHAR,
    due_date        DATE,
    due_text        VARCHAR,
    state           VARCHAR NOT NULL,  -- open | reported | done | dropped | silent
    carried_from    VARCHAR,           -- action_id of the same task where it first stood, in an earlier protocol
    carried_rule    VARCHAR            -- repeated (word for word) | assigned_again
);

CREATE TABLE follow_ups (
    follow_up_id VARCHAR NOT NULL,
    meeting_id   VARCHAR NOT NULL,
    ordinal      INTEGER NOT NULL,
    section_id   VARCHAR,
    action_id    VARCHAR,
    outcome      VARCHAR NOT NULL,  -- done | in_progress | postponed | dropped | mentioned
    outcome_read VARCHAR NOT NULL,  -- the same by its own words, before it was known what the action promised
    text         VARCHAR NOT NULL,
    quote        VARCHAR,           -- the document's own words, stretches parted by " … "
    page         INTEGER,           -- where they begin
    score        DOUBLE,            -- how sure the link to action_id is, 0..1
    link_rule    VARCHAR,           -- words | reference | chain: see pipeline/link/follow_ups.py; repeated: rows_again.py
    link_words   VARCHAR,           -- the words, in dictionary form, that both have, most telling first
    link_via     VARCHAR            -- chain: follow_up_id of the earlier statement that it goes on from
);

-- Sentences that are follow-ups where an earlier action of the series fits: linking then repeats
-- them in follow_ups, under the same id, and takes them out again when the action leaves.
CREATE TABLE possible_follow_ups (
    follow_up_id VARCHAR NOT NULL,
    meeting_id   VARCHAR NOT NULL,
    ordinal      INTEGER NOT NULL,
    section_id   VARCHAR,
    outcome      VARCHAR NOT NULL,  -- done | in_progress | postponed | dropped | mentioned
    probability  DOUBLE NOT NULL,   -- that it is a follow-up, by its words alone
    problem      BOOLEAN NOT NULL,  -- whether it speaks of a problem
    text         VARCHAR NOT NULL,
    quote        VARCHAR,
    page         INTEGER
);

CREATE TABLE problems (problem VARCHAR NOT NULL, label_sv VARCHAR NOT NULL, label_en VARCHAR NOT NULL);

CREATE TABLE problem_mentions (
    mention_id VARCHAR NOT NULL,
    meeting_id VARCHAR NOT NULL,
    ordinal    INTEGER NOT NULL,
    section_id VARCHAR,
    problem    VARCHAR NOT NULL,
    polarity   VARCHAR NOT NULL,  -- positive | negative
    text       VARCHAR NOT NULL
);

CREATE TABLE attachments (
    attachment_id VARCHAR NOT NULL,
    meeting_id    VARCHAR NOT NULL,
    ordinal       INTEGER NOT NULL,
    label         VARCHAR NOT NULL,
    text          VARCHAR NOT NULL
);

CREATE TABLE contacts (
    contact_id VARCHAR NOT NULL,
    meeting_id VARCHAR NOT NULL,
    ordinal    INTEGER NOT NULL,
    name       VARCHAR,
    phone      VARCHAR,
    email      VARCHAR
);

CREATE TABLE issues (
    issue_id    VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    meeting_id  VARCHAR,           -- null where it concerns the reading of the whole document
    ordinal     INTEGER NOT NULL,
    kind        VARCHAR NOT NULL,
    severity    VARCHAR NOT NULL,  -- info | warning | error
    message     VARCHAR NOT NULL
);

CREATE TABLE evidence (
    record_id   VARCHAR NOT NULL,  -- any id above
    field       VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    ordinal     INTEGER NOT NULL,  -- order within the record
    page        INTEGER NOT NULL,
    start       INTEGER NOT NULL,
    "end"       INTEGER NOT NULL,
    quote       VARCHAR NOT NULL,
    x0          DOUBLE,            -- points on the page, origin top left; null without layout
    y0          DOUBLE,
    x1          DOUBLE,
    y1          DOUBLE,
    rule        VARCHAR NOT NULL,
    confidence  DOUBLE NOT NULL
);

-- The ledger. seen = loaded + unchanged + duplicates + failed, and what a run that was broken off left.
CREATE TABLE runs (
    run_id           VARCHAR NOT NULL,
    started_at       TIMESTAMP NOT NULL,
    finished_at      TIMESTAMP,        -- null while it runs and where it was killed
    pipeline_version VARCHAR NOT NULL,
    reading_version  VARCHAR,
    facts_version    VARCHAR,
    seen             INTEGER,          -- documents that the named files hold
    loaded           INTEGER,          -- read and stored, the partial ones too
    partial          INTEGER,
    unchanged        INTEGER,
    duplicates       INTEGER,          -- further names of a document of the same run
    failed           INTEGER,          -- those too that failed before and were not tried again
    skipped          INTEGER,          -- files that are no documents
    seconds          DOUBLE
);

-- Words of a year and in how many protocols they stand, by series: nouns and unknown words in dictionary
-- form, without names and function words.
CREATE TABLE year_words (
    series_id  VARCHAR NOT NULL,
    year       INTEGER NOT NULL,
    word       VARCHAR NOT NULL,
    known      BOOLEAN NOT NULL, -- any council's every meeting has it, or the taxonomy of problems
    uses       INTEGER NOT NULL,
    protocols  INTEGER NOT NULL,
    meeting_id VARCHAR NOT NULL  -- the first of these protocols
);

-- What a run did to which document. Unchanged ones and further names have no row.
CREATE TABLE run_documents (
    run_id      VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    path        VARCHAR NOT NULL,
    outcome     VARCHAR NOT NULL,  -- loaded | partial | failed | forgotten (its last name has passed to other bytes)
                                   -- | interrupted (an earlier run was broken off under it)
    cause       VARCHAR NOT NULL   -- new | bytes | version | reading | facts | retry | forced
);

-- Facts that came or went when a document was read anew, or when other bytes took its place. The facts of
-- documents met for the first time stand in the tables above alone.
CREATE TABLE fact_changes (
    run_id      VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    kind        VARCHAR NOT NULL,  -- table of the fact
    change      VARCHAR NOT NULL,  -- came | went
    fact        VARCHAR NOT NULL   -- its columns as JSON, without ids and without what linking adds
);

-- What could be counted in the database when a run ended: the numbers that reports are made of.
CREATE TABLE run_numbers (run_id VARCHAR NOT NULL, number VARCHAR NOT NULL, value BIGINT NOT NULL);

-- Files that a run passed over, by reason and ending.
CREATE TABLE run_skipped (
    run_id  VARCHAR NOT NULL,
    reason  VARCHAR NOT NULL,  -- no_document | hidden | lock_file
    suffix  VARCHAR NOT NULL,  -- of the names, with its dot
    files   INTEGER NOT NULL,
    example VARCHAR NOT NULL   -- path of one of them
);

-- Series whose meetings have changed since people and follow-ups were last linked.
CREATE TABLE series_to_link (series_id VARCHAR NOT NULL);

-- What lokalbra search asks (pipeline/store/search_index.py): derived, and not meant for others.
CREATE SCHEMA search;

-- Passages that have been loaded and wait to be indexed, with their terms and how often each occurs.
CREATE TABLE search.pending (
    document_id VARCHAR NOT NULL,
    meeting_id  VARCHAR,           -- null where no meeting was found in the document
    section_id  VARCHAR,           -- null outside of items
    start       INTEGER NOT NULL,  -- characters of the document's text
    "end"       INTEGER NOT NULL,
    length      INTEGER NOT NULL,  -- words that have terms
    shorthand   VARCHAR NOT NULL,  -- a sign for each word, in order (pipeline/store/shorthand.py)
    terms       VARCHAR[] NOT NULL,
    counts      INTEGER[] NOT NULL
);

CREATE SEQUENCE search.passage_numbers;  -- never given twice, so that old postings point nowhere

CREATE TABLE search.passages (
    passage     INTEGER NOT NULL,
    segment     INTEGER NOT NULL,
    document_id VARCHAR NOT NULL,
    meeting_id  VARCHAR,
    section_id  VARCHAR,
    start       INTEGER NOT NULL,
    "end"       INTEGER NOT NULL,
    length      INTEGER NOT NULL,
    shorthand   VARCHAR NOT NULL
);

-- One row a segment and term, sorted by term: the passages that hold it, and how often each does.
CREATE TABLE search.postings (
    segment  INTEGER NOT NULL,
    term     VARCHAR NOT NULL,
    passages INTEGER[] NOT NULL,
    counts   INTEGER[] NOT NULL
);

-- What the page looks up, counted and sorted once when the reading copy is made (reading_copy.py). A table is
-- sorted by what it is asked by: DuckDB skips blocks by their least and greatest values.

-- The names that a council is found by, in small letters.
CREATE TABLE desk.council_names AS
SELECT DISTINCT series_id, lower(concat_ws(' ', council, area)) AS name FROM main.meetings;

-- Meetings for lists, the latest first.
CREATE TABLE desk.meetings AS
SELECT * FROM main.meetings ORDER BY meeting_date DESC NULLS LAST, meeting_id;

-- The meetings of a series with their documents, in time.
CREATE TABLE desk.series_meetings AS
SELECT series_id, meeting_id, meeting_date, kind, document_id, ordinal, path, status
FROM main.meetings JOIN main.documents USING (document_id)
ORDER BY series_id, meeting_date, meeting_id;

-- Documents with their names, issues of their own and number of meetings, as JSON. Until records.py has read it.
CREATE TABLE desk.whole_documents AS
WITH named AS (
    SELECT document_id, list(path ORDER BY first_seen, path) AS names FROM main.document_paths GROUP BY document_id
),
troubled AS (
    SELECT document_id, list(trouble) AS issues
    FROM (SELECT document_id, ordinal, severity, message FROM main.issues WHERE meeting_id IS NULL) AS trouble
    GROUP BY document_id
),
held AS (SELECT document_id, count(*) AS meetings FROM main.meetings GROUP BY document_id)
SELECT document_id, to_json(whole)::VARCHAR AS document
FROM (SELECT documents.*, names, issues, meetings
      FROM main.documents JOIN held USING (document_id)
      LEFT JOIN named USING (document_id) LEFT JOIN troubled USING (document_id)) AS whole
ORDER BY document_id;

-- The meetings of a series just before and after each. Until records.py has read it.
CREATE TABLE desk.neighbours AS
WITH days AS (
    SELECT series_id, meeting_date, min(meeting_id) AS meeting_id
    FROM main.meetings WHERE series_id IS NOT NULL AND meeting_date IS NOT NULL GROUP BY ALL
),
beside AS (
    SELECT series_id, meeting_date,
           lag(meeting_id) OVER by_day AS before_id, lag(meeting_date) OVER by_day AS before_date,
           lead(meeting_id) OVER by_day AS after_id, lead(meeting_date) OVER by_day AS after_date
    FROM days WINDOW by_day AS (PARTITION BY series_id ORDER BY meeting_date)
)
SELECT meetings.meeting_id, before_id, before_date, after_id, after_date
FROM main.meetings JOIN beside USING (series_id, meeting_date)
ORDER BY meetings.meeting_id;

-- Items by their headings, with the text of those that have none. Until records.py has read it.
CREATE TABLE desk.headings AS
SELECT section_id, meeting_id, ordinal, number, title,
       CASE WHEN coalesce(number, '') = '' AND coalesce(title, '') = '' THEN text END AS text
FROM main.sections ORDER BY meeting_id, ordinal;

-- Councils by year: protocols found and missing, and (partial) documents of which something was lost.
CREATE TABLE desk.grid AS
WITH held AS (
    SELECT series_id, year(meeting_date) AS year, count(DISTINCT meeting_date) AS found,
           count(DISTINCT document_id) FILTER (status = 'partial') AS partial
    FROM main.held_meetings JOIN main.documents USING (document_id) GROUP BY ALL
),
gaps AS (
    SELECT series_id, year(coalesce(meeting_date, before_date)) AS year, count(*) AS missing
    FROM desk.archive_gaps GROUP BY ALL
)
SELECT series_id, year, coalesce(found, 0) AS found, coalesce(missing, 0) AS missing,
       coalesce(partial, 0) AS partial
FROM held FULL JOIN gaps USING (series_id, year)
ORDER BY series_id, year;

-- The sums of the first page, its newest meetings and its issues by kind.
CREATE TABLE desk.sums AS
SELECT (SELECT count(*) FROM main.documents) AS documents,
       (SELECT count(*) FROM main.documents WHERE status = 'failed') AS failed,
       (SELECT count(*) FROM main.documents WHERE status = 'partial') AS partial,
       (SELECT count(*) FROM main.meetings) AS meetings,
       (SELECT count(*) FROM desk.series) AS series,
       (SELECT count(*) FROM desk.archive_gaps) AS gaps,
       count(*) AS actions,
       count(*) FILTER (overdue) AS overdue,
       count(*) FILTER (state = 'silent') AS silent,
       count(*) FILTER (state IN ('open', 'reported')) AS open
FROM desk.action_audit;

CREATE TABLE desk.newest AS
WITH latest AS (
    SELECT meeting_id, council, area, meeting_date, kind FROM desk.meetings
    WHERE meeting_date IS NOT NULL ORDER BY meeting_date DESC, meeting_id LIMIT 8
)
SELECT *,
       (SELECT count(*) FROM main.actions
        WHERE actions.meeting_id = latest.meeting_id AND actions.kind <> 'formality') AS actions,
       (SELECT count(*) FROM main.problem_mentions AS m WHERE m.meeting_id = latest.meeting_id) AS problems
FROM latest ORDER BY meeting_date DESC, meeting_id;

CREATE TABLE desk.issue_kinds AS
SELECT kind, severity, count(*) AS issues, count(DISTINCT document_id) AS documents
FROM main.issues GROUP BY kind, severity
ORDER BY CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, issues DESC, kind;

-- Issues with their meeting and the words that they are about, the latest first.
CREATE TABLE desk.issues AS
WITH quoted AS (
    SELECT record_id AS issue_id, arg_min(quote, ordinal) AS quote, arg_min(page, ordinal) AS page
    FROM main.evidence SEMI JOIN main.issues ON issue_id = record_id GROUP BY record_id
)
SELECT issue_id, issues.kind, severity, message, issues.document_id, documents.path,
       meeting_id, series_id, council, area, meeting_date, quote, page
FROM main.issues
LEFT JOIN main.meetings USING (meeting_id)
JOIN main.documents ON documents.document_id = issues.document_id
LEFT JOIN quoted USING (issue_id)
ORDER BY meeting_date DESC NULLS LAST, issue_id;

-- How many actions are in which state.
CREATE TABLE desk.action_states AS
SELECT series_id, council, area, state, count(*) AS actions, count(*) FILTER (overdue) AS overdue
FROM desk.action_audit GROUP BY series_id, council, area, state
ORDER BY series_id, state;

-- Actions that stand under an item that speaks of a problem.
CREATE TABLE desk.problem_actions AS
SELECT DISTINCT problem, audit.series_id, audit.council, audit.area, audit.meeting_date, action_id
FROM main.problem_mentions
JOIN main.actions USING (section_id)
JOIN desk.action_audit AS audit USING (action_id)
WHERE polarity = 'positive'
ORDER BY problem, audit.meeting_date DESC NULLS LAST, action_id;

-- What is said of each problem, the latest first.
CREATE TABLE desk.mentions AS
WITH paged AS (
    SELECT record_id AS mention_id, min(page) AS page
    FROM main.evidence SEMI JOIN main.problem_mentions ON mention_id = record_id GROUP BY record_id
)
SELECT problem, mention_id, problem_mentions.text, polarity, meeting_id, series_id, council, area,
       meeting_date, page
FROM main.problem_mentions JOIN main.meetings USING (meeting_id) LEFT JOIN paged USING (mention_id)
ORDER BY problem, meeting_date DESC NULLS LAST, mention_id;

-- In how many protocols of a year a problem stands, and how many there are.
CREATE TABLE desk.problem_years AS
SELECT problem, series_id, year(meeting_date) AS year, count(*) AS meetings_with
FROM desk.problem_days GROUP BY ALL ORDER BY series_id, problem, year;

CREATE TABLE desk.protocol_years AS
SELECT series_id, year(meeting_date) AS year, count(*) AS protocols
FROM desk.meeting_days GROUP BY ALL ORDER BY series_id, year;

-- Where each organisation is listed. organisation: in small letters.
CREATE TABLE desk.organisations AS
SELECT lower(trim(name)) AS organisation, * FROM desk.attendance WHERE kind = 'organisation'
ORDER BY organisation, present DESC, meetings_listed DESC, series_id;

-- Organisations by council and year, in days of meetings, and their people. organisation: in small letters.
CREATE TABLE desk.organisation_years AS
WITH days AS (
    SELECT lower(trim(organisation)) AS organisation, series_id, meeting_date,
           any_value(council) AS council, any_value(area) AS area,
           bool_or(status IN ('present', 'partial')) AS came, bool_or(status = 'absent') AS absent
    FROM main.attendees JOIN main.meetings USING (meeting_id)
    WHERE organisation IS NOT NULL AND meeting_date IS NOT NULL
    GROUP BY 1, 2, 3
)
SELECT organisation, series_id, any_value(council) AS council, any_value(area) AS area,
       year(meeting_date) AS year, count(*) FILTER (came) AS present,
       count(*) FILTER (absent AND NOT came) AS absent, count(*) AS listed
FROM days GROUP BY organisation, series_id, year(meeting_date)
ORDER BY organisation, series_id, year;

CREATE TABLE desk.members AS
SELECT lower(trim(organisation)) AS organisation, person_id, coalesce(persons.name, attendees.name) AS name,
       mode(role) AS role, series_id, council, area, count(*) AS meetings, max(meeting_date) AS last_date
FROM main.attendees JOIN main.meetings USING (meeting_id) LEFT JOIN main.persons USING (person_id)
WHERE organisation IS NOT NULL
GROUP BY 1, 2, 3, series_id, council, area
ORDER BY organisation, last_date DESC, meetings DESC, name;

-- The passages of each series for the search.
CREATE TABLE desk.series_passages AS
SELECT series_id, list(passage) AS passages
FROM search.passages JOIN main.meetings USING (meeting_id)
WHERE series_id IS NOT NULL GROUP BY series_id ORDER BY series_id;

-- Answers of reports that depend on today (pipeline/store/counted.py): a copy is made anew each day.
CREATE VIEW counted.open_actions AS
FROM counted.action_audit WHERE state IN ('open', 'reported', 'silent');

CREATE TABLE counted.most_open AS FROM main.most_open;
UPDATE counted.state SET today = true;

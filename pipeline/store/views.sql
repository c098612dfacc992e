-- What the reports build upon. Made anew whenever the database is opened for writing.

-- The meetings that a report is asked about: narrowed by the session's variables council (part of
-- the name or area, or a series_id), series (a list of series_id), from_date and to_date; all meetings where
-- none is set.
CREATE OR REPLACE VIEW chosen_meetings AS
SELECT *
FROM meetings
WHERE coalesce(
          series_id = getvariable('council')::VARCHAR
          OR contains(lower(concat_ws(' ', council, area)), lower(getvariable('council')::VARCHAR)),
          getvariable('council') IS NULL)
  AND coalesce(list_contains(getvariable('series')::VARCHAR[], series_id), getvariable('series') IS NULL)
  AND coalesce(meeting_date >= getvariable('from_date')::DATE, getvariable('from_date') IS NULL)
  AND coalesce(meeting_date <= getvariable('to_date')::DATE, getvariable('to_date') IS NULL);

CREATE OR REPLACE VIEW chosen_series AS
SELECT DISTINCT series_id FROM meetings
WHERE series_id IS NOT NULL
  AND coalesce(
          series_id = getvariable('council')::VARCHAR
          OR contains(lower(concat_ws(' ', council, area)), lower(getvariable('council')::VARCHAR)),
          getvariable('council') IS NULL)
  AND coalesce(list_contains(getvariable('series')::VARCHAR[], series_id), getvariable('series') IS NULL);

-- Meetings known to have been held: a summons is still to come, and without a date nothing can be counted.
CREATE OR REPLACE VIEW held_meetings AS
SELECT * FROM meetings
WHERE kind IN ('protokoll', 'minnesanteckningar') AND series_id IS NOT NULL AND meeting_date IS NOT NULL;

CREATE OR REPLACE VIEW chosen_held_meetings AS
SELECT * FROM chosen_meetings
WHERE kind IN ('protokoll', 'minnesanteckningar') AND series_id IS NOT NULL AND meeting_date IS NOT NULL;

-- One row a series, named as it is most often written. meetings_held: protocols and those known to be
-- missing; names: under how many names of council and area.
CREATE OR REPLACE VIEW series AS
WITH missing AS (
    SELECT series_id, count(*) AS missing FROM missing_protocols GROUP BY series_id
),
named AS (
    SELECT series_id,
           mode(council) AS council,
           mode(area) AS area,
           count(DISTINCT meeting_date) FILTER (kind IN ('protokoll', 'minnesanteckningar')) AS protocols,
           min(meeting_date) AS first_date,
           max(meeting_date) AS last_date,
           count(DISTINCT series_key) AS names
    FROM meetings
    WHERE series_id IS NOT NULL
    GROUP BY series_id
)
SELECT named.*,
       coalesce(missing, 0) AS missing,
       protocols + coalesce(missing, 0) AS meetings_held
FROM named LEFT JOIN missing USING (series_id);

-- The missing protocols of the chosen series and years.
CREATE OR REPLACE VIEW chosen_lacking AS
SELECT * FROM missing_protocols
WHERE series_id IN (SELECT series_id FROM chosen_series)
  AND coalesce(coalesce(meeting_date, before_date) >= getvariable('from_date')::DATE,
               getvariable('from_date') IS NULL)
  AND coalesce(coalesce(meeting_date, after_date) <= getvariable('to_date')::DATE,
               getvariable('to_date') IS NULL);

-- The same, each with the words that show it.
CREATE OR REPLACE VIEW chosen_missing AS
WITH shown AS (
    SELECT record_id,
           first(quote ORDER BY field = 'text' DESC, field = 'meeting_date' DESC, ordinal) AS quote,
           first(page ORDER BY field = 'text' DESC, field = 'meeting_date' DESC, ordinal) AS page,
           any_value(document_id) AS document_id
    FROM evidence SEMI JOIN chosen_lacking USING (record_id)
    WHERE field NOT IN ('unclaimed', 'council', 'area')
    GROUP BY record_id
)
SELECT chosen_lacking.*, quote, page, document_id
FROM chosen_lacking LEFT JOIN shown USING (record_id);

-- What was said on which day of the chosen meetings: held_days, held_pages, problem_days, organisation_days,
-- priority_days, action_problems, action_priorities. A row belongs to one series and one day, so that series
-- and dates choose rows and change none: counted.py keeps them.

-- The dates on which a series met. Two documents from one day are one meeting held.
CREATE OR REPLACE VIEW held_days AS
SELECT DISTINCT series_id, meeting_date FROM chosen_held_meetings;

-- The same, and how they follow each other, counted from 1.
CREATE OR REPLACE VIEW meeting_days AS
SELECT series_id, meeting_date,
       row_number() OVER (PARTITION BY series_id ORDER BY meeting_date) AS nth,
       count(*) OVER (PARTITION BY series_id) AS protocols
FROM held_days;

-- The pages of each document of a day, and those that could be read: on which words stand, and where OCR, if
-- that read them, was more sure than not. document: what ids of its meetings begin with.
CREATE OR REPLACE VIEW held_pages AS
SELECT series_id, meeting_date, left(document_id, 16) AS document,
       count(*) AS pages,
       count(*) FILTER ("end" > start AND coalesce(ocr_confidence, 1) >= 0.5) AS pages_readable
FROM (SELECT DISTINCT series_id, meeting_date, document_id FROM chosen_held_meetings)
JOIN pages USING (document_id)
GROUP BY ALL;

-- The days on which a problem was spoken of as present, feared or falling.
CREATE OR REPLACE VIEW problem_days AS
SELECT DISTINCT series_id, meeting_date, problem
FROM chosen_held_meetings JOIN problem_mentions USING (meeting_id)
WHERE polarity = 'positive';

-- Whether somebody of an organisation was there; of those that the protocol lists, and not as invited alone.
-- key: in small letters.
CREATE OR REPLACE VIEW organisation_days AS
SELECT series_id, meeting_date, lower(trim(organisation)) AS key, any_value(organisation) AS name,
       bool_or(status IN ('present', 'partial')) AS was_present
FROM attendees JOIN chosen_held_meetings USING (meeting_id)
WHERE organisation IS NOT NULL AND status <> 'invited'
GROUP BY series_id, meeting_date, key;

-- The priorities that were declared.
CREATE OR REPLACE VIEW priority_days AS
SELECT series_id, meeting_date, area_key, name, area_kind, priority_area_id
FROM chosen_held_meetings JOIN priority_areas USING (meeting_id);

-- Actions whose item speaks of a problem, and those whose text has the name of one of the council's priorities.
-- To decide on priorities is no action on them.
CREATE OR REPLACE VIEW action_problems AS
SELECT DISTINCT series_id, meeting_date, action_id, actions.text, state, problem
FROM actions
JOIN problem_mentions USING (meeting_id, section_id)
JOIN chosen_held_meetings USING (meeting_id)
WHERE actions.kind <> 'formality' AND carried_from IS NULL AND NOT contains(lower(actions.text), 'priorit');

CREATE OR REPLACE VIEW action_priorities AS
SELECT series_id, meeting_date, action_id, text, state, named.name
FROM actions
JOIN chosen_held_meetings USING (meeting_id)
JOIN (SELECT DISTINCT series_id, name FROM priority_days) AS named USING (series_id)
WHERE actions.kind <> 'formality' AND carried_from IS NULL AND NOT contains(lower(text), 'priorit')
  AND contains(lower(text), lower(named.name));

-- What recurrence is counted over: of the chosen meetings, those with a protocol, those known to have
-- been held, and the pages that could be read.
CREATE OR REPLACE VIEW denominators AS
WITH days AS (
    SELECT series_id, count(*) AS protocols FROM held_days GROUP BY series_id
),
missing AS (
    SELECT series_id, count(*) AS missing FROM chosen_lacking GROUP BY series_id
),
readable AS (
    SELECT series_id, sum(pages)::BIGINT AS pages, sum(pages_readable)::BIGINT AS pages_readable
    FROM (SELECT DISTINCT series_id, document, pages, pages_readable FROM held_pages)
    GROUP BY series_id
)
SELECT series_id, protocols,
       coalesce(missing, 0) AS missing,
       protocols + coalesce(missing, 0) AS meetings_held,
       coalesce(pages, 0) AS pages,
       coalesce(pages_readable, 0) AS pages_readable
FROM days LEFT JOIN missing USING (series_id) LEFT JOIN readable USING (series_id);

-- Stretches of protocols in a row that speak of a problem. missing_inside: protocols that are missing
-- between its first and its last, so that nobody knows whether it was unbroken; silent_before: protocols
-- without a mention since the stretch before (null for the first); returned: two or more of them.
CREATE OR REPLACE VIEW problem_runs AS
WITH mentioned AS (
    SELECT series_id, problem, meeting_date, nth, protocols,
           nth - row_number() OVER (PARTITION BY series_id, problem ORDER BY nth) AS run
    FROM problem_days JOIN meeting_days USING (series_id, meeting_date)
),
runs_of_meetings AS (
    SELECT series_id, problem,
           min(meeting_date) AS from_date, max(meeting_date) AS to_date,
           count(*) AS length, min(nth) AS first_nth, max(nth) AS last_nth,
           any_value(protocols) AS protocols
    FROM mentioned GROUP BY series_id, problem, run
),
broken AS (
    SELECT series_id, problem, from_date, count(*) AS missing_inside
    FROM runs_of_meetings JOIN chosen_lacking USING (series_id)
    WHERE after_date >= from_date AND before_date <= to_date
    GROUP BY ALL
)
SELECT series_id, problem,
       row_number() OVER by_problem AS run,
       from_date, to_date, length,
       coalesce(missing_inside, 0) AS missing_inside,
       first_nth - lag(last_nth) OVER by_problem - 1 AS silent_before,
       coalesce(first_nth - lag(last_nth) OVER by_problem > 2, false) AS returned,
       protocols - last_nth AS silent_after
FROM runs_of_meetings LEFT JOIN broken USING (series_id, problem, from_date)
WINDOW by_problem AS (PARTITION BY series_id, problem ORDER BY first_nth);

-- The 95 % interval of hits among n after Wilson, as (low, high), 0..1; null where n is 0.
CREATE OR REPLACE MACRO wilson_low(hits, n) AS
    greatest(0, (hits / n + 1.9208 / n - 1.96 * sqrt(hits / n * (1 - hits / n) / n + 0.9604 / n / n))
                / (1 + 3.8416 / n));
CREATE OR REPLACE MACRO wilson_high(hits, n) AS
    least(1, (hits / n + 1.9208 / n + 1.96 * sqrt(hits / n * (1 - hits / n) / n + 0.9604 / n / n))
             / (1 + 3.8416 / n));

-- Every link from a follow-up to its action, with both quotes and why it was made.
CREATE OR REPLACE VIEW follow_up_links AS
SELECT follow_ups.follow_up_id, follow_ups.action_id, meetings.series_id,
       given.meeting_date AS action_date, meetings.meeting_date AS follow_up_date,
       row_number() OVER (PARTITION BY follow_ups.action_id
                          ORDER BY meetings.meeting_date, follow_ups.meeting_id, follow_ups.ordinal) AS step,
       outcome, score, link_rule, link_words, link_via,
       actions.quote AS quote_action, follow_ups.quote AS quote_follow_up,
       given.meeting_id AS action_meeting_id, follow_ups.meeting_id AS follow_up_meeting_id
FROM follow_ups
JOIN meetings USING (meeting_id)
JOIN actions USING (action_id)
JOIN meetings AS given ON given.meeting_id = actions.meeting_id;

-- The later protocols in which nothing was found on a silent action: what its silence rests on.
CREATE OR REPLACE VIEW silent_searches AS
SELECT actions.action_id, given.series_id, given.meeting_date AS action_date,
       held.meeting_id, held.meeting_date, documents.path, documents.status,
       (SELECT count(*) FROM follow_ups WHERE follow_ups.meeting_id = held.meeting_id) AS follow_ups
FROM actions
JOIN chosen_meetings AS given USING (meeting_id)
JOIN held_meetings AS held
  ON held.series_id = given.series_id
 AND (held.meeting_date > given.meeting_date
      OR held.document_id = given.document_id AND held.ordinal > given.ordinal)
JOIN documents ON documents.document_id = held.document_id
WHERE actions.state = 'silent' AND actions.carried_from IS NULL AND actions.kind <> 'formality';

-- Why an attendee is the person it is taken for: the form written and the form it was joined to.
CREATE OR REPLACE VIEW person_matches AS
SELECT attendee_id, person_id, persons.name AS person, attendees.name AS written,
       person_rule, person_other, series_id, meeting_id, meeting_date, role, organisation
FROM attendees JOIN persons USING (person_id) JOIN meetings USING (meeting_id);

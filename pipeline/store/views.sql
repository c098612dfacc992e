-- What the reports build upon. Made anew whenever the database is opened for writing.

-- The meetings that a report is asked about: narrowed by the session's variables council (part of
-- the name or area, or a series_id), from_date and to_date; all meetings where none is set.
CREATE OR REPLACE VIEW chosen_meetings AS
SELECT *
FROM meetings
WHERE coalesce(
          series_id = getvariable('council')::VARCHAR
          OR contains(lower(concat_ws(' ', council, area)), lower(getvariable('council')::VARCHAR)),
          getvariable('council') IS NULL)
  AND coalesce(meeting_date >= getvariable('from_date')::DATE, getvariable('from_date') IS NULL)
  AND coalesce(meeting_date <= getvariable('to_date')::DATE, getvariable('to_date') IS NULL);

-- Meetings known to have been held: a summons is still to come, and without a date nothing can be counted.
CREATE OR REPLACE VIEW held_meetings AS
SELECT * FROM meetings
WHERE kind IN ('protokoll', 'minnesanteckningar') AND series_id IS NOT NULL AND meeting_date IS NOT NULL;

CREATE OR REPLACE VIEW chosen_held_meetings AS
SELECT * FROM chosen_meetings
WHERE kind IN ('protokoll', 'minnesanteckningar') AND series_id IS NOT NULL AND meeting_date IS NOT NULL;

-- One row a series, named as it is most often written.
CREATE OR REPLACE VIEW series AS
SELECT series_id,
       mode(council) AS council,
       mode(area) AS area,
       count(DISTINCT meeting_date) FILTER (kind IN ('protokoll', 'minnesanteckningar')) AS protocols,
       min(meeting_date) AS first_date,
       max(meeting_date) AS last_date
FROM meetings
WHERE series_id IS NOT NULL
GROUP BY series_id;

-- The dates on which a series met and how they follow each other, counted from 1. Two documents
-- from one day are one meeting held.
CREATE OR REPLACE VIEW meeting_days AS
SELECT series_id, meeting_date,
       row_number() OVER (PARTITION BY series_id ORDER BY meeting_date) AS nth,
       count(*) OVER (PARTITION BY series_id) AS protocols
FROM (SELECT DISTINCT series_id, meeting_date FROM chosen_held_meetings);

-- The days on which a problem was spoken of as present, feared or falling.
CREATE OR REPLACE VIEW problem_days AS
SELECT DISTINCT series_id, meeting_date, problem
FROM chosen_held_meetings JOIN problem_mentions USING (meeting_id)
WHERE polarity = 'positive';

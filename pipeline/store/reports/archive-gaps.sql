-- sv: Luckor i arkivet
-- en: Gaps in the archive
-- about: Möten som utlysts och som inget protokoll finns från, fast senare protokoll finns.
-- table: council, area, meeting_date, reason, known_on
--
-- A protocol within two weeks of the expected day counts as the one expected: meetings are moved.
-- reason: announced (as next meeting, in an earlier protocol) or summoned (a summons exists).
WITH expected AS (
    SELECT series_id, next_meeting_date AS meeting_date, meeting_id AS known_from,
           'announced' AS reason, chosen_meetings.meeting_date AS known_on
    FROM chosen_meetings WHERE next_meeting_date IS NOT NULL AND series_id IS NOT NULL
    UNION ALL
    SELECT series_id, meeting_date, meeting_id, 'summoned', NULL
    FROM chosen_meetings WHERE kind = 'kallelse' AND meeting_date IS NOT NULL AND series_id IS NOT NULL
),
missing AS (
    SELECT * FROM expected
    WHERE NOT EXISTS (
              SELECT 1 FROM held_meetings AS held
              WHERE held.series_id = expected.series_id
                AND abs(held.meeting_date - expected.meeting_date) <= 14
                AND (known_on IS NULL OR held.meeting_date > known_on))
      AND EXISTS (
              SELECT 1 FROM held_meetings AS held
              WHERE held.series_id = expected.series_id
                AND held.meeting_date > expected.meeting_date)
)
SELECT series_id, council, missing.meeting_date,
       first(known_from ORDER BY reason, known_on, known_from) AS known_from,
       first(reason ORDER BY reason, known_on, known_from) AS reason,
       area,
       first(known_on ORDER BY reason, known_on, known_from) AS known_on
FROM missing JOIN series USING (series_id)
GROUP BY series_id, council, area, missing.meeting_date
ORDER BY lower(council), lower(area), series_id, meeting_date

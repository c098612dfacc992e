-- sv: Problem år för år
-- en: Problems by year
-- about: I hur många av årets protokoll varje problem nämns.
-- table: council, area, year, label_sv, meetings_with, protocols
WITH held AS (
    SELECT series_id, year(meeting_date) AS year, count(*) AS protocols FROM meeting_days GROUP BY ALL
),
mentioned AS (
    SELECT series_id, year(meeting_date) AS year, problem, count(*) AS meetings_with
    FROM problem_days GROUP BY ALL
)
SELECT series_id, year, problem, meetings_with, held.protocols,
       council, area, coalesce(label_sv, problem) AS label_sv, coalesce(label_en, problem) AS label_en
FROM mentioned
JOIN held USING (series_id, year)
JOIN series USING (series_id)
LEFT JOIN problems USING (problem)
ORDER BY lower(council), lower(area), series_id, year, meetings_with DESC, problem

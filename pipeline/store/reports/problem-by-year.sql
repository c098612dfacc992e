-- sv: Problem år för år
-- en: Problems by year
-- about: I hur många av årets protokoll varje problem nämns; år utan protokoll säger ingenting.
-- table: council, area, year, label_sv, meetings_with, protocols, missing
-- by: series
-- of: held_days, problem_days
--
-- Each problem of a series has a row for each year from the series' first protocol to its last. Where there
-- is no protocol of a year, meetings_with is null: nobody knows. missing: protocols known to be lacking.
-- share_low and share_high: the 95 % interval (Wilson) of the year's share.
WITH held AS (
    SELECT series_id, year(meeting_date) AS year, count(*) AS protocols FROM held_days GROUP BY ALL
),
years AS (
    SELECT series_id, unnest(range(min(year), max(year) + 1)) AS year FROM held GROUP BY series_id
),
lacking AS (
    SELECT series_id, year(coalesce(meeting_date, before_date)) AS year, count(*) AS missing
    FROM chosen_lacking GROUP BY ALL
),
mentioned AS (
    SELECT series_id, year(meeting_date) AS year, problem, count(*) AS meetings_with
    FROM problem_days GROUP BY ALL
),
asked AS (
    SELECT years.series_id, years.year, problem
    FROM years JOIN (SELECT DISTINCT series_id, problem FROM mentioned) USING (series_id)
)
SELECT asked.series_id, asked.year, problem,
       CASE WHEN held.protocols IS NOT NULL THEN coalesce(meetings_with, 0) END AS meetings_with,
       coalesce(held.protocols, 0) AS protocols,
       council, area, coalesce(label_sv, problem) AS label_sv, coalesce(label_en, problem) AS label_en,
       coalesce(lacking.missing, 0) AS missing,
       round(wilson_low(coalesce(meetings_with, 0), held.protocols), 2) AS share_low,
       round(wilson_high(coalesce(meetings_with, 0), held.protocols), 2) AS share_high
FROM asked
JOIN series USING (series_id)
LEFT JOIN held USING (series_id, year)
LEFT JOIN lacking USING (series_id, year)
LEFT JOIN mentioned USING (series_id, year, problem)
LEFT JOIN problems USING (problem)
ORDER BY lower(council), lower(area), series_id, year, meetings_with DESC NULLS LAST, problem

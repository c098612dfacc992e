-- sv: Vilka råd talar om vad
-- en: Which council speaks of what
-- about: Andelen av varje råds protokoll som nämner ett problem, bredvid andelen i alla råds protokoll.
-- table: council, area, label_sv, meetings_with, protocols, share_percent, all_percent
-- kept: all
-- of: held_days, problem_days
--
-- all_percent: of all chosen protocols of all councils, so that a council's own problems stand out.
WITH held AS (
    SELECT series_id, count(*) AS protocols FROM held_days GROUP BY series_id
),
mentioned AS (
    SELECT series_id, problem, count(*) AS meetings_with FROM problem_days GROUP BY ALL
),
everywhere AS (
    SELECT problem, 100 * sum(meetings_with) / (SELECT sum(protocols) FROM held) AS all_percent
    FROM mentioned GROUP BY problem
)
SELECT series_id, council, area, problem, coalesce(label_sv, problem) AS label_sv,
       meetings_with, held.protocols,
       round(100 * meetings_with / held.protocols, 1) AS share_percent,
       round(all_percent, 1) AS all_percent,
       coalesce(label_en, problem) AS label_en
FROM mentioned
JOIN held USING (series_id)
JOIN everywhere USING (problem)
JOIN series USING (series_id)
LEFT JOIN problems USING (problem)
ORDER BY lower(council), lower(area), series_id, meetings_with DESC, problem

-- sv: Nya ord
-- en: New words
-- about: Ord som ett år används oftare än åren före och som problemlistan inte har: kandidater att lägga till.
-- table: year, word, uses, protocols, councils, uses_before, keyness
-- kept: all
-- days: make_date(year, 1, 1) to make_date(year, 12, 31)
--
-- Nouns and unknown words in dictionary form, without names (pipeline/link/new_words.py). keyness: Dunning's
-- log-likelihood of the year's uses against all earlier years' in the chosen series; above 6.63 chance explains
-- less than one word in a hundred. Two protocols at least. The first year has nothing before it, and gives none.
WITH summed AS MATERIALIZED (  -- a series has one row of a year's word
    SELECT year, word, known, sum(uses) AS uses, sum(protocols) AS protocols, count(*) AS councils,
           min(meeting_id) AS meeting_id
    FROM year_words SEMI JOIN chosen_series USING (series_id)
    WHERE coalesce(year <= year(getvariable('to_date')::DATE), getvariable('to_date') IS NULL)
    GROUP BY year, word, known
),
totals AS (
    SELECT year, sum(uses) AS total,
           sum(sum(uses)) OVER (ORDER BY year ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS total_before
    FROM summed GROUP BY year
),
used AS (
    SELECT * FROM summed WHERE NOT known
),
compared AS (
    SELECT used.*, total, total_before,
           coalesce(sum(uses) OVER (PARTITION BY word ORDER BY year
                                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS uses_before
    FROM used JOIN totals USING (year)
),
weighed AS (
    SELECT *, total * (uses + uses_before) / (total + total_before) AS awaited,
           total_before * (uses + uses_before) / (total + total_before) AS awaited_before
    FROM compared
    WHERE total_before > 0 AND protocols >= 2
)
SELECT year, word, uses, protocols, councils, uses_before,
       round(2 * (uses * ln(uses / awaited)
                  + CASE WHEN uses_before > 0 THEN uses_before * ln(uses_before / awaited_before) ELSE 0 END), 1) AS keyness,
       meeting_id
FROM weighed
WHERE uses > awaited
  AND coalesce(year >= year(getvariable('from_date')::DATE), getvariable('from_date') IS NULL)
  AND keyness > 6.63
ORDER BY year, keyness DESC, word

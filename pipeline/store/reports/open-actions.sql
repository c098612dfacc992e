-- sv: Öppna beslut och uppdrag
-- en: Open actions
-- about: Det som varken är klart eller struket: öppet, rapporterat som pågående, eller tyst i senare protokoll.
-- table: council, area, meeting_date, kind, text, owner, due_date, state, overdue
-- uses: action-audit
-- by: meetings
-- kept: today
-- days: meeting_date to meeting_date
SELECT * FROM action_audit
WHERE state IN ('open', 'reported', 'silent')
ORDER BY lower(council), lower(area), series_id, meeting_date, action_id

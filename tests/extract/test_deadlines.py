"""When a task is due: words in, a day or the words out."""

from datetime import date

import pytest

from models.meeting import NextMeeting
from pipeline.extract.actions.deadlines import deadline

HELD = date(2019, 2, 22)  # a Friday
NEXT = NextMeeting(meeting_date=date(2019, 5, 10), evidence=())


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Maj ringer skolan senast den 15 mars.", date(2019, 3, 15)),
        ("Maj ringer skolan på måndag.", date(2019, 2, 25)),
        ("Maj skriver upp dörrar som inte stänger senast den 15 mars.", date(2019, 3, 15)),
        ("Maj går dit redan på lördag.", date(2019, 2, 23)),
        ("Bo lovade svar senast fredag.", date(2019, 3, 1)),
        ("Bo ringer redan i morgon.", date(2019, 2, 23)),
        ("Bo tar fram en lista till nästa möte.", NEXT.meeting_date),
        ("Bo skriver svaret till nästa gång.", NEXT.meeting_date),
        ("Det ska Bo ta en offert på och lägga fram nästa gång.", NEXT.meeting_date),
        ("Bo skriver ett utkast till mötet i maj.", NEXT.meeting_date),
        ("Bo skickar inbjudan inför vårmötet.", NEXT.meeting_date),
        ("Bo läser rapporten till vårens träff.", NEXT.meeting_date),
        ("Utkastet ska finnas två veckor före nästa möte.", date(2019, 4, 26)),
        ("Utkastet ska finnas 10 dagar före nästa möte.", date(2019, 4, 30)),
    ],
)
def test_a_day(text: str, due: date) -> None:
    found = deadline(text, HELD, NEXT)
    assert found is not None
    assert (found.due, found.words) == (due, None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bo tar fram en lista till nästa möte.", "till nästa möte"),
        ("Bo skriver ett utkast till mötet i juni.", "till mötet i juni"),
        ("Utkastet ska finnas två veckor före nästa möte.", "två veckor före nästa möte"),
        ("Bo bjuder in föräldrarna så fort datumet är klart.", "så fort datumet är klart"),
        ("Bo ringer rektor innan terminen är slut.", "innan terminen är slut"),
        ("Bo putsar trappan innan barnen börjar.", "innan barnen börjar"),
        ("Bo flyttar bänken när tjälen har släppt.", "när tjälen har släppt"),
        ("Brevet ska vara iväg första veckan i december.", "första veckan i december"),
        ("Bo skickar in det någon gång kring påsk.", "någon gång kring påsk"),
        ("Bo redovisar åtgärder före årets slut.", "före årets slut"),
        ("Bo ser över lamporna till höstterminens start.", "till höstterminens start"),
        ("Bo frågar honom i veckan.", "i veckan"),
        ("Bo ställer ut tunnor, det brådskar.", "det brådskar"),
        ("Bo lagar låset skyndsamt.", "skyndsamt"),
        ("Nattvandring ska ordnas alla fredagar i advent.", "alla fredagar i advent"),
        ("Bo grillar korv varje lördag under sommaren.", "varje lördag under sommaren"),
        ("Bo gör det så snart det går.", "så snart det går"),
    ],
)
def test_words(text: str, words: str) -> None:
    found = deadline(text, HELD, None)
    assert found is not None
    assert (found.due, found.words) == (None, words)
    assert text[found.start : found.end].strip() == words


@pytest.mark.parametrize(
    "text",
    [
        "Bo sätter vakter vid kiosken på fredagar.",
        "Rutan krossades i fredags.",
        "Gruppen går rond två gånger i veckan.",
        "Bo ringer när polisen kommer till platsen.",
        "Protokollet från den 11 januari gicks igenom.",
    ],
)
def test_none(text: str) -> None:
    assert deadline(text, HELD, NEXT) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bo anmäler hålet till gatukontoret redan i eftermiddag.", HELD),
        ("Ja, jag ringer rektorn i kväll.", HELD),
        ("Bo tar upp det med vaktmästaren samma dag.", HELD),
        ("Bo mejlar listan senast i dag.", HELD),
        ("Bo ordnar det senare under kvällen.", HELD),
        ("Rond ska gås under maj månad.", "under maj månad"),
        ("Bo ser till att alla får brevet innan höstlovet.", "innan höstlovet"),
        ("Bo kallar till möte före novembers slut.", "före novembers slut"),
        ("Kommunen ska skriva till vägverket innan bron rivs.", "innan bron rivs"),
        ("Bo märker ut stigen innan planen öppnas igen.", "innan planen öppnas igen"),
        ("Sandlådor: Bo, före första frosten.", "före första frosten"),
        ("Bo tar ett samtal med bolaget redan denna vecka.", "redan denna vecka"),
        ("Bo samlar hyresvärdarna den här månaden.", "den här månaden"),
        ("Bo återkommer om två veckor.", "om två veckor"),
        ("Det ska stå i nästa nummer av Hembladet.", "nästa nummer av Hembladet"),
        ("Bo håller patrull varje kväll till sportlovet.", None),
        ("Bo hinner inte göra det före 20 mars.", None),
        ("Bo kan tidigast den 3 mars.", None),
        ("Bo hinner inte ringa före jul.", None),
        ("Till mötet den 12 maj tar Bo fram siffror.", date(2019, 5, 12)),
        ("Bo skickar underlaget vid årsskiftet.", "vid årsskiftet"),
        ("Bo tittar på det framåt hösten.", "framåt hösten"),
        ("Bo skriver klart före majmötet.", NEXT.meeting_date),
        ("Det var lugnt samma dagar i fjol.", None),
        ("Lokalen som finns i dag är för liten.", None),
        ("Mötet den 4 april flyttas.", None),
        ("Bo gör det efter helgen.", "efter helgen"),
        ("Bo frågar runt, gärna redan denna vecka.", "gärna redan denna vecka"),
        ("Längre kom vi inte i kväll.", None),
        ("Kojan håller öppet under loven.", None),
        ("Kiosken ska tillfrågas innan något annat prövas.", None),
        ("Bo lagar låset innan eleverna kommer tillbaka.", "innan eleverna kommer tillbaka"),
    ],
)
def test_days_words_and_what_is_no_deadline(text: str, expected: date | str | None) -> None:
    found = deadline(text, HELD, NEXT)
    assert (found and (found.due or found.words)) == expected

"""When a task is due: words in, a day or the words out."""

from datetime import date

import pytest

from pipeline.extract.actions.deadlines import Days, deadline

HELD = date(2019, 2, 22)  # a Friday
NEXT = date(2019, 5, 10)
DAYS = Days(HELD, NEXT)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Maj ringer skolan senast den 15 mars.", date(2019, 3, 15)),
        ("Maj ringer skolan på måndag.", date(2019, 2, 25)),
        ("Maj ringer skolan senast lördag nästa vecka.", date(2019, 3, 2)),
        ("Maj skriver upp dörrar som inte stänger senast den 15 mars.", date(2019, 3, 15)),
        ("Maj går dit redan på lördag.", date(2019, 2, 23)),
        ("Bo lovade svar senast fredag.", date(2019, 3, 1)),
        ("Bo ringer redan i morgon.", date(2019, 2, 23)),
        ("Bo ska till nästkommande sammanträde redovisa siffrorna.", NEXT),
        ("Bo läser planen inför kommande möte.", NEXT),
        ("Bo redovisar kostnaden före utgången av april.", date(2019, 4, 30)),
        ("Bo svarar senast vid utgången av juni.", date(2019, 6, 30)),
        ("Vi tar upp saken nästa gång.", NEXT),
        ("Bo tar reda på vad som gäller för skyltar, svar till nästa möte.", NEXT),
        ("Bo tar fram en lista till nästa möte.", NEXT),
        ("Bo skriver svaret till nästa gång.", NEXT),
        ("Bussbolaget ska bjudas in till rådets nästa sammanträde.", NEXT),
        ("Bo tar fram en skiss inför vårt nästa möte.", NEXT),
        ("Det ska Bo ta en offert på och lägga fram nästa gång.", NEXT),
        ("Bo skriver ett utkast till mötet i maj.", NEXT),
        ("Bo skickar inbjudan inför vårmötet.", NEXT),
        ("Bo läser rapporten till vårens träff.", NEXT),
        ("Utkastet ska finnas två veckor före nästa möte.", date(2019, 4, 26)),
        ("Utkastet ska finnas 10 dagar före nästa möte.", date(2019, 4, 30)),
    ],
)
def test_a_day(text: str, due: date) -> None:
    found = deadline(text, DAYS)
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
        ("Så snart Bo fått svar vänder sig Maj till klubben.", "Så snart Bo fått svar"),
        ("Bo visar siffrorna så snart de finns.", "så snart de finns"),
        ("Bo sätter upp affischer dagen innan.", "dagen innan"),
        ("Bo lovade, innan mötet tog slut och regnet kom, att ringa före påsk.", "före påsk"),
        ("Bo ställer dit en väktare från midsommar.", "från midsommar"),
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
        ("Bo tvättar bort det inom 48 timmar.", "inom 48 timmar"),
        ("Bo ringer polisen nu direkt.", "nu direkt"),
    ],
)
def test_words(text: str, words: str) -> None:
    found = deadline(text, Days(HELD))
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
        "Kommunen söker tillstånd för perioden 1 juni - 31 augusti.",
        "Protokollet från den 11 januari gicks igenom.",
        "Bo frågar klubben om att hyra boden över sommaren.",
        "Gruppen enades om att under våren prioritera tunneln.",
        "Tre gårdar ska prioriteras i höst.",
    ],
)
def test_none(text: str) -> None:
    assert deadline(text, DAYS) is None


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
        ("Bo tar ett samtal med bolaget redan denna vecka.", "denna vecka"),
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
        ("Bo skriver klart före majmötet.", NEXT),
        ("Det var lugnt samma dagar i fjol.", None),
        ("Lokalen som finns i dag är för liten.", None),
        ("Mötet den 4 april flyttas.", None),
        ("Bo gör det efter helgen.", "efter helgen"),
        ("Bo frågar runt, gärna redan denna vecka.", "gärna redan denna vecka"),
        ("Längre kom vi inte i kväll.", None),
        ("Kojan håller öppet under loven.", None),
        ("Ronderna ska pågå till lucia.", None),
        ("Avtalet förlängs till den 30 juni 2020.", None),
        ("Hallen hålls öppen på kvällarna till påsk.", None),
        ("Grinden ska vara låst före påsk.", "före påsk"),
        ("Bo målar trappan, klart oktober.", "oktober"),
        ("Bänkarna ska flyttas inför kommande säsong.", "inför kommande säsong"),
        ("Vuxna ska stå där vid skolavslutningen.", "vid skolavslutningen"),
        ("Kiosken ska tillfrågas innan något annat prövas.", None),
        ("Bo lagar låset innan eleverna kommer tillbaka.", "innan eleverna kommer tillbaka"),
        ("Bo lyfter trappan med dem det gäller före midsommar.", "före midsommar"),
        ("Avtalet gäller till sommaren.", None),
        ("Bo delar ut lappar på varje gård före påsk.", "före påsk"),
        ("Bo går rond varje kväll till påsk.", None),
        ("Bo ska före påsk skriva en lapp.", "före påsk"),
        ("Bo oljar grinden till vårstädningen.", "till vårstädningen"),
        ("Bo bakar bullar inför julmarknaden.", "inför julmarknaden"),
        ("Bo går till vårdcentralen.", None),
        ("Bo har färgen med till föreningsmötet i april.", "till föreningsmötet i april"),
        ("Planen ses över på nytt hösten 2020.", "hösten 2020"),
        ("Bo ritar upp det som byggdes våren 2017.", None),
        ("Bo talar med rektorn i veckan som kommer.", "i veckan som kommer"),
        ("Bo frågar igen när skolan vet mer.", "när skolan vet mer"),
        ("Bo mejlar ritningen när kansliet är klart med den.", "när kansliet är klart med den"),
        ("Bo ringer innan mars är slut om att hyra en lift.", "innan mars är slut"),
        ("Bo läser planen tills vi ses igen.", NEXT),
        ("Bo hör med vägverket och berättar i maj hur de tänker.", NEXT),
        ("Svar till rådet i maj.", NEXT),
        ("Bo går en rond med väktarna nästa tisdag.", date(2019, 2, 26)),
        ("Bo flyttar kvällarna dit från och med vecka 12.", "från och med vecka 12"),
        ("Polisen står där på lördagarna från april.", "från april"),
        ("Bo läser protokollet från januari.", None),
        ("Bo skriver listan så snart skolan räknat ihop sina elever.", "så snart skolan räknat ihop sina elever"),
        ("Bo hör av sig när det nya registret är i drift.", "när det nya registret är i drift"),
        ("Bo hänger upp lapparna mellan påsk och pingst.", "mellan påsk och pingst"),
        ("Bo håller öppet på nyårsnatten.", "på nyårsnatten"),
        ("Bo och Li går ut sportlovsveckan.", "sportlovsveckan"),
        ("Bo är ute på kvällen.", None),
        ("Bo ordnar en kväll i månadsskiftet maj-juni.", "i månadsskiftet maj-juni"),
        ("Bo skriver fram det till majnämnden.", "till majnämnden"),
        ("Bo står där någon morgon i oktober.", "någon morgon i oktober"),
        ("Bo kallar dem före april månads utgång.", date(2019, 4, 30)),
        ("Bo sätter dit lådor från första maj.", date(2019, 5, 1)),
        ("Bo lägger ut den ett par veckor före.", "ett par veckor före"),
        ("Bo hämtar stolarna dagarna innan.", "dagarna innan"),
        ("Bo byter dem under sportlovsveckan nästa år.", "under sportlovsveckan nästa år"),
    ],
)  # fmt: skip
def test_days_words_and_what_is_no_deadline(text: str, expected: date | str | None) -> None:
    found = deadline(text, DAYS)
    assert (found and (found.due or found.words)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is to happen first
        ("Bo kapar häcken före cupstarten.", "före cupstarten"),
        ("Bo delar ut lapparna innan kräftpremiären.", "innan kräftpremiären"),
        ("Bo märker cyklarna före skolstarten i augusti.", "före skolstarten i augusti"),
        ("Bo stänger grinden före sista april.", date(2019, 4, 30)),
        ("Bo tömmer boden före första april, helst.", "före första april"),
        ("Bo lagar taket innan stormarna kommer.", "innan stormarna kommer"),
        ("Bo sandar backen innan sjön lägger sig.", "innan sjön lägger sig"),
        ("Innan sommaren sätter Bo upp en tavla.", "Innan sommaren"),
        ("Bo plockar skräp när snön smält.", "när snön smält"),
        ("Bo målar bänken när det blir varmare.", "när det blir varmare"),
        ("Bo hör av sig när nämnden sagt sitt.", "när nämnden sagt sitt"),
        ("Bo ska efter avslutad kurs hålla en dragning.", "efter avslutad kurs"),
        ("Bo samlar vakterna i veckan före loppet.", "i veckan före loppet"),
        ("Bo skickar listan dagen efter marknaden.", "dagen efter marknaden"),
        ("Bo ska ha skylten klar till invigningen.", "klar till invigningen"),
        ("Bo ställer sig vid stolpen före korsningen.", None),
        ("Grinden ska låsas varje kväll före stängning.", None),
        ("Ring polisen när någon sett bilen.", None),
        # words whole, and not more than they
        ("Bo lappar staketet nu i veckan.", "nu i veckan"),
        ("Bo byter låsen redan i nästa vecka.", "i nästa vecka"),
        ("Bo grillar någon fredag i juni.", "någon fredag i juni"),
        ("Saken tas upp tidigast i maj.", "tidigast i maj"),
        ("Bo lämnar ett utkast senast v. 17.", "v. 17"),
        ("Bo går rundan varje torsdag fram till påsk.", "fram till påsk"),
        ("Bo håller patruller under juni och juli.", "under juni och juli"),
        ("Bo tar upp det på nästa klassråd.", "på nästa klassråd"),
        ("Prövotiden ska utvärderas efter ett år.", "efter ett år"),
        ("Bo lämnar siffror i god tid före.", "i god tid före"),
        # days
        ("Bo kallar till en rond inom två veckor.", date(2019, 3, 8)),
        ("Bo målar inom 10 dagar.", date(2019, 3, 4)),
        ("Bo redovisar senast den sista mars.", date(2019, 3, 31)),
        ("Bo lämnar planen senast sista januari.", date(2020, 1, 31)),
        ("Bo svarar senast första april.", date(2019, 4, 1)),
        ("Bo ringer i övermorgon.", date(2019, 2, 24)),
        ("Bo ordnar fikat till dess.", NEXT),
        ("Bo läser planen och lägger fram den i maj.", NEXT),
        ("Bo läser planen och lägger fram den i juni.", "i juni"),
        ("Bo läser planen och återkommer i maj.", "i maj"),
        ("Bo rapporterar vid ledningens möte den 4 mars.", date(2019, 3, 4)),
        ("Bo lämnar besked nästa gång.", NEXT),
        ("Klotter ska anmälas samma dag det syns.", None),
        ("Allt klotter ska bort inom två dagar.", None),
        ("Ronden förlängs till sista maj.", None),
    ],
)
def test_what_comes_first_and_how_far_the_words_go(text: str, expected: date | str | None) -> None:
    found = deadline(text, DAYS)
    assert (found and (found.due or found.words)) == expected
    if found is not None and found.words is not None:
        assert text[found.start : found.end] == found.words


def test_till_then_is_the_day_told_of_before() -> None:
    found = deadline("Bo ordnar fikat till dess.", Days(HELD, NEXT, told=date(2019, 3, 30)))
    assert found is not None
    assert found.due == date(2019, 3, 30)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Alla tar med två frågor till mötet.", HELD),
        ("Anmäl förslag till Bo senast den 15 februari.", date(2019, 2, 15)),
        ("Bo svarar senast den 15 mars.", date(2019, 3, 15)),
    ],
)
def test_a_summons_sets_days_up_to_its_meeting(text: str, due: date) -> None:
    found = deadline(text, Days(HELD, NEXT, called=True))
    assert found is not None
    assert found.due == due


def test_the_evening_told_of_is_the_day() -> None:
    day = date(2019, 6, 12)
    found = deadline("Alla har lampa med sig den kvällen.", Days(HELD, NEXT, told=day))
    assert found is not None
    assert found.due == day
    assert deadline("Alla har lampa med sig den kvällen.", DAYS) is None

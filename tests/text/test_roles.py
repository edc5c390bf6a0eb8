"""Who a named person is, by what stands beside the name."""

from __future__ import annotations

import pytest

from integritetskoll.domain.finding import Role
from integritetskoll.text.roles import role_of, roles_of
from tests.text.recognizers.conftest import unmark

CASES = {
    Role.STAFF: [
        "Mentor ⟦Siv⟧ är ledig.",
        "Vår vikarie ⟦Dag⟧ tar lektionen.",
        "⟦Siv Lind⟧, skolsköterska, finns här på måndagar.",
        "Närvarande: ⟦Eva Rask⟧ (rektor)",
        "Läraren ⟦Samira⟧ och eleverna sjöng.",
        "⟦Mattias Ekhult⟧ är vår nya fritidspedagog.",
        "Mentorerna Siv och ⟦Bodil⟧ svarar.",
        "Vi ses på måndag!\nMed vänlig hälsning\n⟦Bodil⟧",
        "Ha en fin helg! /⟦Åsa⟧",
        "Vh ⟦Jan-Olof Persson⟧, mentor 8D",
        "⟦Fatima⟧ vikarierar på torsdag.",
        "Rektor: ⟦Agneta Sjöholm⟧",
        "Hälsningar\n⟦Maria K⟧\nKlasslärare",
        "Den nya skolsköterskan heter ⟦Eva-Lena⟧.",
        "Hej ⟦Anna⟧! Min son är sjuk idag.\nMvh Karin",
        "Kurator: ⟦Siv⟧ och Bodil",
        "Den nya assistenten ⟦Rasmus⟧ börjar i dag.",
        "Rektor och kurator ⟦Siv⟧ tog emot.",
        "Tack ⟦Hasse⟧ vaktmästare för banan.",
        "På måndag börjar ⟦Siv Ek⟧ som lärare i no och teknik.",
        "Har du frågor, kontakta ⟦Siv Ek⟧.",
        "Vill ni veta mer finns ⟦Ann-Kristin Moberg⟧ på drop-in i B-korridoren.",
        "Nunnan ⟦Teresia⟧ svarade på brev från klassen.",
        "Frågor besvaras av måltidschef ⟦Roger Hallin⟧.",
        "Hälsningar, ⟦Lilian Borg⟧, skoladministratör",
        "Jag heter ⟦Marianne Öberg⟧ och är skolans nya bibliotekarie. Kom in!",
        "Välkomna ⟦Sergej⟧! Ny vaktmästare från måndag.",
        "Vi som arbetar i köket\nAnita ansvarar för specialkosten, ⟦Boban⟧ för grytorna.",
        "Våra fritidsledare: Jocke – pingiskung, ⟦Leila⟧ – pärlplattor.",
        "⟦Hemkunskaps-Gun⟧ har bytt förkläde.",
        "Tack ⟦Agneta⟧ på expeditionen!",
        "Personalnytt: ⟦Ivana⟧ kommer från Lövgården, där hon jobbat i nio år.",
        "Ring vaktmästeriet, ⟦Antero Lehto⟧.",
    ],
    Role.GUARDIAN: [
        "Elsas mamma ⟦Karin⟧ hämtar klockan tre.",
        "Vårdnadshavare: ⟦Henrik Holmqvist⟧",
        "Morfar ⟦Bengt⟧ kör.",
        "Pappan ⟦Ali⟧ ringde.",
        "⟦Jamal⟧, pappa till Idris, bakar.",
        "⟦Karin Ahlqvist⟧ (Tovas mamma) hjälper till.",
        "Kan min son sluta tidigare?\nMvh ⟦Sofia⟧",
        "Hej ⟦Rojda⟧! Din dotter har glömt sin jacka.",
        "Hälsningar Yaras pappa ⟦Nabil⟧",
        "Jag heter ⟦Karin Ek⟧ och är mamma till Tim.",
        "Klassföräldrar i 3A: ⟦Karin Sand⟧ och Ali Omar",
    ],
    Role.PUBLIC: [
        "Statsminister ⟦Ulf Kristersson⟧ talade i radio.",
        "⟦Zlatan⟧ är klassens idol.",
        "Skolministern ⟦Anna Exempel⟧ besökte oss.",
        "Vi fick svar från kung ⟦Carl XVI Gustaf⟧.",
    ],
    Role.FICTION: [
        "Kung ⟦Erik⟧ dog i fängelset på Örbyhus.",
        "⟦Ronja⟧ i romanen lever hos rövare.",
        "Allah och Koranen: profeten ⟦Muhammed⟧",
        "Djuren på gården: geten ⟦Rut⟧ och kon Rosa",
        "Det var en gång en igelkott som hette ⟦Knut⟧.",
        "Snigeln ⟦Svante⟧ skulle flytta.",
        "Min hund heter ⟦Doris⟧.",
        "Vi fick låna båten ⟦Stina⟧.",
        "Stormen ⟦Hans⟧ drog fram.",
        "Nallen ⟦Nisse⟧ följde med hem.",
        "⟦Hattie⟧ (2009) menar att återkoppling är viktig.",
        "Vem var ⟦Kristina⟧?",
        "I rollen som ⟦Lotta⟧ ser vi Minna.",
        "Boken Bröderna Lejonhjärta av ⟦Astrid Lindgren⟧",
        "Vi har läst Bröderna Lejonhjärta och talat om varför ⟦Jonatan⟧ är modig.",
        "Boken ”Sommaren vid sjön” handlar om ⟦Tilda⟧ som flyttar till landet.",
        "Filmen handlar om en flicka som heter ⟦Tilda⟧.",
        "⟦Pippi⟧ lyfter hästen.",
        "Emil snickrar: ⟦Emil i Lönneberga⟧ är rolig.",
        "Kung ⟦Gustav Vasa⟧ kröntes 1528.",
        "Glödlampan uppfanns av ⟦Thomas Edison⟧.",
        "⟦Johanna Testsson⟧ föddes 1745 i Lund.",
        "På 1700-talet skrev ⟦Carl von Linné⟧ sina böcker.",
        "Idag läser vi om ⟦Bamse⟧.",
        "Huvudpersonen ⟦Ester⟧ flyr hemifrån.",
        "Rollerna i pjäsen: ⟦Romeo⟧ är kär.",
        "⟦Kalle⟧ har 24 kulor och ger bort 8. Hur många har han kvar?",
        "Vi lyssnar på ⟦Mozart⟧ i åk 6.",
        "⟦Jesus⟧ föddes i Betlehem.",
    ],
    Role.PUPIL: [
        "Kom, lagledare ⟦Elsa⟧, och ta pokalen!",
        "Våra elever: ⟦Elsa⟧ – snäll, Omar – rolig.",
        "Välkommen ⟦Sergej⟧! Ny elev från måndag.",
        "Klassens ordförande ⟦Omar⟧ höll tal.",
        "Ring ⟦Adam Sjölund⟧ i 9D.",
        "⟦Emil⟧ spelar fiol på tisdagar.",
        "⟦Alice⟧ spelar huvudrollen i pjäsen.",
        "I pjäsen spelar ⟦Maja⟧ kungen.",
        "⟦Ida⟧ tror på Gud.",
        "Farfar till ⟦Maja⟧ dog i går.",
        "⟦Ali⟧ läser Koranen hemma.",
        "⟦Ronja⟧ skriver dagbok.",
        "⟦Ida⟧ har en Bamse på ryggsäcken.",
        "⟦Leo⟧ logoped kl 10",
        "Kontakta ⟦Leo⟧ efter lektionen.",
        "Vi fick ⟦Leo⟧ som polis i pjäsen.",
        "Inget prov finns ⟦Leo Ek⟧ med på.",
        "Kuratorn och ⟦Tuva⟧ har byggt en koja.",
        "Logopeden + ⟦Ayman⟧ i lilla biblioteket",
        "Meddelande från skolläkaren: ⟦Ellinor⟧ kommer på måndag.",
        "Onsdagsgruppen hos kuratorn: ⟦Sam⟧, Alfred",
        "Psykologen hälsar att ⟦Yasmina⟧ får göra klart på fredag.",
        "Vi ses när ⟦Noah⟧ är tillbaka.",
        "Får jag byta skåp? De sparkar in det. /⟦Olle⟧",
        "morsan fattar inte att jag klara provet /⟦Jossan⟧",
        "Alla i laget ska läsa på om ⟦Elsas⟧ anpassningar.",
        "Till alla mentorer: ⟦Kim Berg⟧ (7A) har bytt plats.",
        "Tack till mamma Lena och ⟦Olles⟧ pappa Ahmed.",
        "⟦Elsa⟧ och hennes hund Doris",
        "Boken handlar om vänskap och ⟦Tilda⟧ läste högt ur den.",
        "Mötet handlar om ⟦Tilda⟧.",
        "I veckan läste vi klart Bröderna Lejonhjärta.\n⟦Jonatan⟧ och Mira delade ut frukten.",
        "Min hund Sixten och ⟦Elsa⟧ lekte.",
        "Nallen Nisse, ⟦Elsa⟧ och Noor åkte pulka.",
        "⟦Saga⟧ och Harry är ordningsvakter.",
        "⟦Ronja⟧ delade ut frukten.",
        "⟦Emil⟧ läste upp brevet.",
        "⟦Harry⟧ fyller år.",
        "Mamma till ⟦Oskar⟧ ringde.",
        "Teckningen är gjord av ⟦Elsa⟧.",
        "Läraren sa till ⟦Elsa⟧ att vänta.",
        "Hälsningar ⟦Elsa⟧ i 4A",
        "Kungen: ⟦Hampus⟧\nNarren: Ossian",
        "Pippi spelas av ⟦Rasmus⟧.",
        "⟦Tindra⟧, mentor Siv och jag träffades.",
        "Eleven ⟦Noor⟧ har varit borta.",
    ],
}


@pytest.mark.parametrize(
    ("marked", "role"), [(marked, role) for role, texts in CASES.items() for marked in texts]
)
def test_role(marked: str, role: Role) -> None:
    text, ((start, end),) = unmark(marked)
    assert role_of(text, start, end) is role


def test_what_is_shown_once_holds_everywhere() -> None:
    text, spans = unmark("⟦Siv Lind⟧, kurator, är här. Fråga ⟦Siv⟧, inte ⟦Elsa⟧.")
    assert roles_of(text, spans) == [Role.STAFF, Role.STAFF, Role.PUPIL]


def test_no_spans_no_roles() -> None:
    assert roles_of("Hej!", []) == []

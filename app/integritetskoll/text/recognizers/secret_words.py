"""The words that say what a code opens, those that make it no secret, and what is no password.

Collected from how schools write about doors, alarms, lockers, networks and quiz games.
"""

from __future__ import annotations

import regex

NO_SECRET_KINDS = tuple(
    """
    adress aktivitets ansvars artikel ascii avdelnings betygs bild binär bok diagnos dress etiska
    fel frukt frånvaro färg gen genetiska geo hex heders html identifierings isbn jargong kampanj
    klädes kläd klär konto kurs käll lands länder läns maskin moms morse narrativ närings områdes
    ord order orsaks ort php pixel post pris program projekt protokoll python qr rabatt region rut
    scratch sekvens signal skolenhets sni språk spårnings statistik status streck syntax tecken
    tids tidtabells trafik uppförande uppförandes valuta varu verksamhets yrkes åtgärds ämnes äo
    källkods ean unicode uni zip riktnummer kommun län ansöknings sök
    """.split()
)
SECURITY_KINDS = (
    "larm",
    "inrymnings",
    "utrymnings",
    "beredskaps",
    "överfalls",
    "brandlarms",
    "pdv",
)
JOIN_KINDS = tuple(
    """
    klass grupp klassrums classroom kahoot menti mentimeter spel quiz rums anslutnings inbjudnings
    teams blooket quizizz gimkit join game socrative nearpod mötes
    """.split()
)
LOCKS = regex.compile(
    r"port(?:en|arna)?$|dörr|lås|skåp|grind|entré|ingång|wi-?fi|nätverk|nätet|förråd|garage|hiss"
    r"|rum(?:met)?$"
    r"|cykel|dator|mobil|telefon|padda|ipad|chromebook|kort(?:et)?$|kassa|kontor|personal"
    r"|hus(?:et)?$|larm"
)
SECURITY = regex.compile(r"larm|inrymning|utrymning|beredskap|\bpdv\b|pågående dödligt")
JOIN = regex.compile(
    r"classroom|klassrum|kahoot|menti|\bteams\b|quiz|blooket|gimkit|nearpod|socrative|gå med"
    r"|game|spelet"
)
NO_PASSWORDS = frozenset(
    """
    admin aldrig alla alltid annat anges användare användarnamn appen avslöjat avstängt bankid
    barnets behövs borta bra byt bytas byta bytt bättre classroom dator datorn delas dem den deras
    det detsamma ditt dolt du dåligt eget elev elever eleven elevens eleverna enkelt er ert ett
    fel felaktig finns fick får fått för försvunnit ges giltigt glömd glömda glömdes glömt google
    gäller gästen hans hemlig hemligt hennes här idag ifyllt inget ingen ingår inloggning inte ja
    just jätteenkelt klart klar knepigt kolla kommer komplicerat kontakta krångligt kvar kräver
    krävs känt lagrat lika lång långt lärare läraren lätt lösenord lösenordet med mejla minst mitt
    måste namn nej ni nollställt nytt ny någon något ogiltigt ok okej okänt olika och oss
    personligt personnummer personnumret privat pin på rektor ring raderat redan rätt saknas samma
    sant se sedan sen skickas skolan skolans skriv skrivet skyddat slut slumpat som sparat spärrat
    standard startsidan starkare starkt stavat ställer svagt svårt säkert tagits tecken
    tillfälligt tom tomt trasig trasigt unikt unikum upplåst ut utan utbytt vad var vet vi viktigt
    vilket vklass vår vårt våra väl välj ändrad ändrat ändras även öppet också många viktig
    rullande tillfällig spärrad bytts avslöjad sommarlov xxx xxxx xxxxx xxxxxx muntligt brev lapp
    lappen expeditionen kuvert sms mail mejl post e-post epost papper tavlan
    """.split()
)
UNITS = regex.compile(
    r"\s?(?:tecken|siffr|bokst|gånger|elever|st\b|år\b|dagar|timm|min|sek|kr|%|poäng|ord\b|rader"
    r"|personer|km|bilder|frågor)"
)

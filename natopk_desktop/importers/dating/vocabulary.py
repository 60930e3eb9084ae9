"""The small words that stand in and around dates, by what they do there, folded.

Months and weekdays are not here: they come from CLDR (``month_names.py``). CLDR has no list of these.
"""

from __future__ import annotations

from typing import Final

WORDS: Final = {
    "o": "of the de del della di da do du des la le les los las el il l den der dem des das die van von vom i af",
    "p": "on in during by at by en au aux a al alla nel nella im am in an dans à em no na op в во у в на w we dne v ve",
    "r": "to through thru until till bis à au a al ate jusqu até do по до tot til až tot ile إلى تا تک",
    "&": "and und et y e i en og och ja és и و та und ve oraz și",
    "S": "since depuis seit desde dal dalla sinds siden sedan с od منذ از",
    "F": "from von vom de du desde da dal",
    "B": "between entre zwischen tra fra между بين",
    "U": "until till before bis hasta fino jusqu jusque avant vor",
    "A": "after nach après apres después despues dopo",
    "q": "early mid late beginning start end middle first half second début debut fin mi anfang mitte ende principios "
    "mediados finales inizio meta fine começo eind begin medio",
    "c": "c ca circa about around approximately approx vers environ um etwa hacia alrededor около",
    "x": "present today now ongoing date onwards onward heute présent présente aujourd'hui presente actualidad oggi "
    "hoy bugün настоящее",
    "u": "г года году г. гг ء ع م ad ce yılı yilinda року р",
    "b": "bc bce",
    "T": "jahre jahren",
    "t": "années annees anos años anni jaren",
    "h": "h uhr gmt utc cet cest am pm hours hrs hr est edt",
}
"""Words by class; one word may do several things."""

SEASONS: Final = {
    21: "spring printemps frühling frühjahr primavera lente весна весной",
    22: "summer été sommer verano estate verão zomer лето летом",
    23: "autumn fall automne herbst otoño autunno outono herfst осень осенью",
    24: "winter hiver invierno inverno зима зимой",
}
"""Names of seasons by their EDTF number."""

ORDINALS: Final = ["st", "nd", "rd", "th", "er", "re", "e", "ère", "ème", "º", "ª", "го", "й", "е", "ter", "ten"]
"""What follows the number of a day directly."""

DECADES: Final = ["s", "er", "ern", "er-jahre", "ies"]
"""What follows the first year of a decade directly."""

UNITS: Final = {"年": "n", "月": "k", "日": "j", "년": "n", "월": "k", "일": "j"}
"""Year, month and day where they follow their numbers, in Chinese, Japanese and Korean."""

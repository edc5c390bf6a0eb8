"""Words that show who a named person is. Source: written for this project."""

from __future__ import annotations

import regex

from integritetskoll.text.recognizers.school_class_spelled import SINGULAR

PUBLIC_TITLES = frozenset(
    "kommunalråd kommunalrådet oppositionsråd oppositionsrådet landshövding landshövdingen biskop "
    "biskopen ärkebiskopen talmannen borgmästaren olympiern nobelpristagaren sportprofilen "
    "statsminister statsministern skolminister skolministern utbildningsminister "
    "utbildningsministern "
    "finansminister finansministern utrikesminister utrikesministern minister ministern "
    "justitieminister "
    "socialminister miljöminister klimatminister kulturminister riksdagsledamot riksdagsledamoten "
    "partiledare partiledaren president presidenten kronprinsessan kungaparet artisten sångaren "
    "sångerskan skådespelaren skådespelerskan fotbollsproffset fotbollsspelaren landslagsspelaren "
    "friidrottaren skidåkaren skidåkerskan simmaren programledaren influencern youtubern "
    "youtubaren "
    "rapparen komikern astronauten professor professorn docent docenten journalisten debattören "
    "världsmästaren landslagskaptenen stjärnan förbundskaptenen hovet".split()
)
FICTION_TITLES = frozenset(
    "författaren författarinnan huvudpersonen huvudpersonerna huvudkaraktären karaktären "
    "karaktärerna "
    "kung kungen konung drottning drottningen kejsare kejsaren kejsarinnan tsar tsaren påve påven "
    "profeten guden gudinnan filosofen vetenskapsmannen vetenskapskvinnan kompositören tonsättaren "
    "konstnären poeten skalden upptäcktsresanden uppfinnaren diktatorn fältherren riddaren "
    "helgonet "
    "aposteln lärjungen sankt sankta heliga illustratören rollfiguren romanfiguren sagofiguren "
    "regissören dramatikern naturforskaren kemisten fysikern matematikern "
    "astronomen prins prinsessan prinsen häxan trollet draken berättarjaget protagonisten".split()
)
BEARERS = frozenset(
    "hunden katten kaninen hamstern marsvinet hästen ponnyn geten fåret kon tjuren kalven grisen "
    "hönan tuppen åsnan lammet stoet hingsten "
    "valacken fölet kvigan tackan baggen suggan papegojan undulaten "
    "sköldpaddan ödlan ormen hund katt häst ponny "
    "skolhunden klasshunden läshunden terapihunden björnen räven ugglan musen myran igelkotten "
    "drakarna dinosaurien ekorren kråkan fisken guldfisken spindeln älgen valpen kattungen "
    "båten skutan fartyget skeppet färjan tåget loket bilen bussen traktorn raketen satelliten "
    "stormen orkanen ovädret tyfonen väderballongen ballongen drönaren "
    "roboten boten ai-boten chattboten chatboten röstassistenten språkmodellen "
    "nallen gosedjuret gosedjuren mjukdjuret maskoten maskot dockan handdockan dockorna spöket "
    "tomten nissen figuren seriefiguren superhjälten jätten trollet monstret drakungen skelettet "
    "filmen serien programmet podden boken spelet appen lådan statyn skulpturen kometen planeten "
    "månen rymdsonden asteroiden grodan snögubben pumpan snigeln paddan krokodilen lejonet tigern "
    "elefanten apan giraffen pingvinen valen delfinen hajen bläckfisken krabban fjärilen "
    "nyckelpigan masken humlan biet getingen fågeln skatan ankan gåsen svanen kycklingen råttan "
    "haren vargen bävern grävlingen uttern sälen renen igelkottarna tranan fladdermusen".split()
)
"""What bears a name and is nobody: animals, vessels, storms, machines, toys, works."""
ANIMALS = frozenset(
    "igelkott sköldpadda snigel mus råtta räv varg björn hare kanin älg ekorre groda padda "
    "ödla orm krokodil lejon tiger elefant apa giraff pingvin val delfin haj bläckfisk krabba "
    "fisk guldfisk fjäril nyckelpiga myra spindel mask humla geting fågel uggla kråka skata "
    "anka gås svan höna tupp kyckling gris kalv get får lamm åsna valp kattunge hamster "
    "marsvin papegoja undulat drake troll häxa spöke robot snögubbe jätte älva vampyr zombie "
    "bäver grävling utter säl ren trana fladdermus tomte banan morot potatis "
    "pirat sjörövare".split()
)
"""What bears a name in tales, with an article before it ("en igelkott som hette Knut")."""
BEARING = ("hund", "hunden", "katten", "hästen", "båten", "roboten", "nallen", "maskoten", "dockan")
CALLED = frozenset("heter hette döptes kallas kallades namnet".split())
WORKS = frozenset(
    "tipsar tipsade boktips lästips recension recenserar recenserat högläsning högläsningsbok "
    "högläsningsboken sommarboken bokprat "
    "kapitel kapitlet "
    "boken bok böcker böckerna romanen roman romaner novellen noveller dikten dikter dikt sagan "
    "sagor "
    "pjäsen pjäser filmen filmer berättelsen berättelser serien visan visor låten låtar målningen "
    "målningar tavlan tavlor musik symfonin verk verket texten texter psalmen operan baletten "
    "teorin lagen uppfinningen legenden myten myterna musikalen bilderboken bilderböcker novell "
    "lyrik prosa fabler fabeln självbiografin biografin skriven skrevs skrivet uppfanns upptäcktes "
    "komponerad komponerades målad målades illustrerad grundades läst läser läste lyssnat".split()
)
ABOUT = frozenset(
    "boken böckerna sagan filmen berättelsen myten myterna legenden serien musikalen pjäsen "
    "romanen "
    "novellen dikten bilderboken sagorna berättelserna kapitlet avsnittet fakta".split()
)
STUDY = frozenset("läser läst läste läsa lärt lär lära studerar studerat".split())
LIVED = frozenset(
    "föddes dog levde uppfann upptäckte regerade kröntes komponerade målade grundade styrde "
    "mördades "
    "avrättades besegrade erövrade störtades avsattes krigade landsteg formulerade förklarade "
    "tillträdde "
    "abdikerade landsteg seglade predikade korsfästes brändes halshöggs skapade".split()
)
EVERYDAY = frozenset(
    "dog levde föddes dagbok krig kriget slaget kung kungen kungar drottning "
    "drottningen gud guds guden gudar bibeln koranen toran mecka medina jerusalem islam pakt "
    "kristendom kristendomen judendom judendomen hinduism buddhism tronen teori teorin rollen "
    "rövare hyllas".split()
)
"""Words that may teach, but that pupils' days are full of as well ("Ida skriver dagbok")."""
TEACHING = frozenset(
    "romanen roman novellen pjäsen pjäs författare författaren författarens huvudperson "
    "huvudpersonen huvudpersonerna karaktär karaktären karaktärerna karaktärernas "
    "karaktärens rollerna profeten evangeliet evangelierna lärjungar lärjungarna uppfann "
    "upptäckte kejsare kejsaren regerade kröntes teorier filosof filosofen rövardotter "
    "lejonhjärta lönneberga katthult bullerbyn hogwarts narnia nangijala mattisborgen asatro "
    "asagudarna asagud gudarna gudinnan fornnordisk mytologi mytologin antiken medeltiden "
    "vikingatiden stormaktstiden reformationen revolutionen världskriget betlehem stamfäder "
    "stamfar stamfadern patriark apostel aposteln kompositör kompositören symfoni tonsättare "
    "teserna reformatorn renässansen regent drottningar förintelsen".split()
)
JOB = regex.compile(
    r"\p{L}*(?:chef(?:en)?|brandmästare|vaktmästare|köksmästare|maskinist|lärare|pedagog|samordnare"
    r"|direktör|handläggare|konsulent|administratör|tekniker|bibliotekarie|sköterska|läkare|psykolog"
    r"|terapeut|inspektör|strateg|chaufför|koordinator|rådgivare|instruktör|vägledare|kommissarie"
    r"|receptionist|logoped|dietist|ingenjör|intendent|antikvarie|jurist|verksamhetsledare"
    r"|enhetsledare|avdelningsledare|lokalvårdare|ekonom|kantor)n?"
    r"|brandman|prästen?|diakon(?:en)?|kyrkoherden?|komministern?|fältassistent(?:en)?"
)
"""Jobs by how they end: "måltidschef", "skoladministratör"; not what pupils are ("lagledare")."""
OFFICES = frozenset({"nämndens", "nämnden", "kommunens", "fullmäktiges", "regionens", "styrelsens"})
"""Whose chair a public person is ("nämndens ordförande Tore Lilja")."""
TEACHES = frozenset("vikarierar undervisar vikarierade undervisade rättar".split())
PLAYED = frozenset(
    "spelas spelades spelad spelat gestaltas gestaltades framförs framfördes".split()
)

CLASS_BEHIND = regex.compile(
    r"(?:, | \(|\(| i )(?:(?:klass |åk )?[1-9] ?[A-Fa-f]\b(?! ?[,.]?\d)|[1-9]:an\b"
    r"|(?<=\()(?:(?:klass|åk|årskurs) [1-9]|\d\d? år)\)"
    rf"|(?:{SINGULAR})\b)"
)
"""The class that stands behind the name of a pupil."""

"""The small word lists that naming rests on. Exact words only: a word that is missing costs a name, not a mistake."""


def word_set(words: str) -> frozenset[str]:
    """The words of a list, each once."""
    return frozenset(words.split())


DETERMINERS = word_set(
    """
    the a an this that these those his her its their our my your some another one other many most several
    few all both no fellow each every any neither either
    """
)

PRONOUNS = {
    "he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "hers": "she", "herself": "she",
    "it": "it", "its": "it", "itself": "it", "they": "they", "them": "they", "their": "they", "themselves": "they",
    "i": "i", "me": "i", "my": "i", "we": "we", "us": "we", "our": "we", "you": "you", "your": "you",
    "who": "who", "which": "who", "whom": "who", "that": "that", "this": "that", "these": "that", "those": "that",
    "there": "that", "what": "that", "all": "that",
}  # fmt: skip
"""Words that stand for somebody else, each under its simplest form."""

PREPOSITIONS = word_set(
    """
    released issued published posted shared led signed written seen obtained associated based
    of for from in at with by on near under inside within among to about after during before into over against who
    which that whose whom where when while following citing speaking including according as familiar close
    """
)

ADDING = word_set("added adds adding continued continues also further went")
"""Words of a cue by which whoever spoke last goes on."""

HONORIFICS = {"mr": "he", "mrs": "she", "ms": "she", "miss": "she", "sir": "he", "lord": "he", "lady": "she"}

GENDERED = {
    "spokesman": "he", "spokeswoman": "she", "congressman": "he", "congresswoman": "she", "chairman": "he",
    "chairwoman": "she", "king": "he", "queen": "she", "prince": "he", "princess": "she", "businessman": "he",
    "businesswoman": "she", "anchorman": "he", "father": "he", "mother": "she", "brother": "he", "sister": "she",
    "husband": "he", "wife": "she", "son": "he", "daughter": "she", "actor": "he", "actress": "she",
    "man": "he", "woman": "she", "boy": "he", "girl": "she", "grandfather": "he", "grandmother": "she",
    "uncle": "he", "aunt": "she", "nephew": "he", "niece": "she", "widow": "she", "widower": "he",
    "fisherman": "he", "serviceman": "he", "servicewoman": "she", "policeman": "he", "policewoman": "she",
    "foreman": "he", "priest": "he", "monk": "he", "nun": "she", "waitress": "she", "headmaster": "he",
}  # fmt: skip

TITLES = word_set(
    """
    president premier chancellor minister secretary general ambassador senator sen representative rep reps sens gens
    governor gov
    mayor congressman congresswoman chairman chairwoman chairperson chair chief director commander colonel col major
    maj captain capt lieutenant lt sergeant sgt admiral adm marshal gen brigadier brig cmdr judge justice attorney
    professor prof dr mr mrs ms miss sir lord lady king queen prince princess pope cardinal bishop archbishop rev
    reverend rabbi imam speaker leader spokesman spokeswoman spokesperson spokespeople envoy diplomat lawmaker
    commissioner sheriff officer editor reporter correspondent columnist analyst expert economist strategist
    pollster manager adviser advisor aide deputy vice head founder ceo nominee candidate host anchor author
    historian researcher scientist lawyer counsel delegate councilman councilwoman comptroller treasurer inspector
    detective politician activist journalist writer critic chairmen coach democrat republican actor actress singer
    billionaire businessman
    """
)

QUALIFIERS = word_set("vice deputy former acting assistant interim ex late")
"""Words that make a title another one: a vice president is not "the president"."""

GIVEN = {
    **dict.fromkeys(
        word_set(
            """
    james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark
    donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary
    nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander patrick raymond
    jack dennis jerry tyler aaron jose adam henry nathan douglas zachary peter kyle walter ethan jeremy harold keith
    christian roger noah gerald carl terrence sean arthur lawrence jesse dylan bryan joe billy bruce albert
    willie gabriel bernie harry mike bill tom jim tim rudy vladimir sergei volodymyr oleksandr dmytro dmitry andrii
    antony lloyd barack stevie luis jorge carlos
    oleksii oleksiy alexei alexey aleksandr anatolii artem bohdan borys boris denys denis dmitri evgeny fedir hennadii
    ihor igor ivan kyrylo kirill konstantin leonid maksym maxim mikhail mykhailo mykola nikolai oleh oleg pavlo pavel
    petro roman ruslan rustem serhii serhiy sergey stanislav taras vadym vasyl viktor vitalii vitaliy vitaly
    vyacheslav yaroslav yevhen yuri yurii yuriy yury
            """
        ),
        "he",
    ),
    **dict.fromkeys(
        word_set(
            """
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley
    kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia dorothy amy
    kathleen angela shirley brenda emma anna pamela nicole samantha katherine christine helen debra rachel carolyn
    janet maria catherine heather diane olivia julie joyce victoria ruth virginia lauren christina joan evelyn
    judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice hillary ivanka melania
    ursula giorgia sabrina kamala theresa angela olena iryna yulia natalia marine dianne claire jill annalena
    anastasia anastasiia halyna hanna kateryna ksenia liudmyla lyudmila mariia mariya marta nadia nadiia nataliia
    natalya oksana oleksandra olga olha polina svitlana svetlana tatiana tatyana tetiana valentyna vira yuliia yulia
            """
        ),
        "she",
    ),
}
"""Given names that tell he from she. They only ever rule a person out."""

ROLES = TITLES | word_set(
    """
    official soldier man woman father mother wife husband son daughter brother sister veteran businesswoman student
    voter resident pundit donor operative staffer consultant executive banker investor priest nurse doctor teacher
    witness prosecutor magnate mogul contender hopeful incumbent mate colleague boss rival opponent friend ally
    successor predecessor legislator democrat republican
    """
)

ORGANIZATIONS = word_set(
    """
    ministry ministries agency service services directorate department council committee commission institute
    institution university college school party union association federation foundation office bureau board court
    government parliament congress senate house assembly duma rada army navy force forces military police guard
    corps command staff headquarters embassy consulate bank fund company corporation corp inc ltd group center
    centre society league organization organisation alliance administration authority campaign coalition network
    club intelligence security bloc treasury cabinet presidency kremlin delegation mission secretariat tribunal
    laboratory hospital church museum academy project initiative trust partners industries motors airlines
    """
)

PORTFOLIOS = word_set(
    """
    defence foreign interior finance justice health energy economy education agriculture transport trade culture
    press prime
    """
)
"""What a ministry is for; American spellings are read as British ones."""

SPELLED = {"defense": "defence"}

HEADS = {
    "head of state": "president", "head of government": "premier", "country leader": "president",
    "country president": "president", "leader of country": "president",
    "press secretary of head of state": "spokesman", "presidential spokesman": "spokesman",
}  # fmt: skip
"""What an office is also called, by the word for it."""

OFFICES = word_set(
    """
    ministry government parliament army military navy presidency embassy intelligence media police agency service
    directorate staff bank treasury cabinet court senate department council
    """
)
"""Of which a country has one, so that "the German foreign ministry" is a name."""

OUTLETS = word_set(
    """
    post times news tv radio journal herald tribune guardian telegraph press independent gazette mail magazine
    television channel bloomberg politico axios economist observer reuters afp ap bbc cnn nbc cbs abc msnbc fox
    newsweek breitbart chronicle globe inquirer star sun today week weekly daily newspaper newsroom review
    """
)

PRESS = word_set(
    "newspaper paper daily weekly tabloid magazine broadcaster channel station outlet website network agency"
    " publication"
)
"""What an outlet that was named before is called."""

DOCUMENTS = word_set(
    """
    announcement announcements statement statements report reports release communique communiqué memo memorandum
    document documents email emails letter transcript poll polls survey surveys study studies book article articles
    editorial op-ed ad analysis paper lawsuit filing filings complaint ruling indictment headline ballot message
    messages tweet tweets post posts records data figures estimate estimates assessment assessments
    """
)
ISSUED = word_set(
    """
    announcement announcements statement statements report reports release communique communiqué tweet tweets post
    posts data figures estimate estimates assessment assessments briefing briefings
    """
)
"""Documents in which their issuer speaks: "a Pentagon announcement" is the Pentagon's word."""

VOICES = frozenset({("press", "service"), ("press", "office"), ("website",), ("telegram", "channel"), ("account",)})
"""What an organisation speaks through."""

PLURALS = word_set(
    """
    officials experts analysts sources people officers soldiers leaders lawmakers diplomats critics supporters
    observers researchers scientists economists prosecutors investigators authorities aides advisers advisors
    reporters journalists lawyers voters democrats republicans conservatives liberals residents witnesses commanders
    troops prisoners veterans police some many others most several few media allies friends relatives members
    senators governors representatives spokespeople pollsters strategists pundits historians doctors parents
    protesters companies groups workers students families readers
    """
)

PEOPLE = PLURALS - word_set("people soldiers troops prisoners police some many others most several few media companies")
"""Those whom a report calls "they" as the ones who spoke."""

GENERIC = PLURALS | ROLES | DOCUMENTS | ORGANIZATIONS

DEMONYMS = word_set(
    """
    ukrainian russian american british english scottish welsh irish french german italian spanish portuguese dutch
    belgian swiss austrian polish czech slovak hungarian romanian bulgarian greek turkish serbian croatian bosnian
    slovenian albanian macedonian montenegrin kosovar moldovan belarusian lithuanian latvian estonian finnish
    swedish norwegian danish icelandic georgian armenian azerbaijani kazakh uzbek turkmen kyrgyz tajik chinese
    japanese korean taiwanese mongolian vietnamese thai indonesian malaysian philippine filipino singaporean burmese
    cambodian indian pakistani bangladeshi afghan iranian iraqi syrian lebanese jordanian israeli palestinian saudi
    emirati qatari kuwaiti yemeni omani egyptian libyan tunisian algerian moroccan sudanese ethiopian somali kenyan
    nigerian ghanaian african canadian mexican cuban venezuelan colombian brazilian argentine chilean peruvian
    bolivian australian european western soviet arab asian eastern northern southern
    """
)
UNLIKE = {
    "polish": "poland", "french": "france", "spanish": "spain", "finnish": "finland", "danish": "denmark",
    "dutch": "netherlands", "irish": "ireland", "swiss": "switzerland", "welsh": "wales", "american": "us",
    "british": "uk", "english": "england", "norwegian": "norway", "czech": "czechia",
}  # fmt: skip
"""Adjectives that do not begin as their country's name does."""

MODIFIERS = DEMONYMS | word_set(
    """
    us un uk eu south north democratic republican democrat conservative labour libertarian federal senior former top
    new state national independent influential leading own local prominent popular
    """
)
"""What may stand before an organisation's name without changing which one it is."""

NOT_PERSONS = word_set(
    """
    street city county state states river island islands valley hill hall bowl hampshire york jersey carolina dakota
    virginia zealand arabia kingdom nations world team facebook twitter google youtube instagram telegram internet
    california texas florida ohio pennsylvania michigan iowa nevada arizona wisconsin minnesota massachusetts
    republic region province district road avenue park square airport tower towers building day night week base
    camp memorial
    """
)

PLACES = word_set(
    """
    ukraine russia america britain england scotland wales ireland france germany italy spain portugal
    netherlands belgium switzerland austria poland czechia slovakia hungary romania bulgaria greece turkey
    serbia croatia bosnia slovenia albania kosovo moldova belarus lithuania latvia estonia finland sweden norway
    denmark iceland georgia armenia azerbaijan kazakhstan uzbekistan china japan korea taiwan mongolia vietnam
    thailand indonesia malaysia philippines singapore india pakistan bangladesh afghanistan iran iraq syria
    lebanon jordan israel palestine qatar kuwait yemen oman egypt libya tunisia algeria morocco sudan ethiopia
    somalia kenya nigeria canada mexico cuba venezuela colombia brazil argentina chile peru australia us usa uk
    un eu dprk kyiv kiev moscow washington london paris berlin rome madrid warsaw brussels beijing tokyo seoul
    pyongyang tehran baghdad damascus jerusalem ankara europe asia africa kryvyi rih kharkiv kherson odesa lviv
    dnipro donetsk luhansk sumy chernihiv mykolaiv poltava zaporizhzhia bakhmut avdiivka pokrovsk kurakhove
    kupiansk sudzha kursk belgorod bryansk rostov voronezh vladivostok primorsky rylsk velyka novosilka toretsk
    kramatorsk mariupol melitopol enerhodar
    """
)

NOT_NAMES = word_set(
    """
    nobody everybody somebody anybody everyone someone anyone
    one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty
    ninety hundred hundreds thousands dozens half
    beyond between per via without like more most than about under near inside within among during into over against
    is are was were has have had do does did can could should would might
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december the a an in on at but and or if as it he she they we i for from to of by with when
    while after before since because although though however meanwhile later then now today yesterday according this
    that these those there here his her its their our not no yes so what who why how where which exclusive
    """
)

GLUED_ADJECTIVES = word_set(
    """
    based led backed provided born style wide era controlled held made supplied sponsored occupied run owned aligned
    leaning funded elect
    """
)

PARTICLES = word_set(
    """
    de van von der den bin ibn al el la del da di du le ben
    """
)

SUFFIXES = word_set(
    """
    jr sr ii iii iv
    """
)

KOREAN = word_set(
    """
    kim park pak lee yi rhee choi choe jung jeong kang cho jo yoon yun jang lim rim han oh seo shin kwon hwang ahn
    an song yoo ryu hong moon ri ro noh no hyon pyon kwak bae baek
    """
)
CHINESE = word_set(
    """
    xi lin wang li hu zhang zhao qin mao deng liu chen jiang wen zhou
    """
)


WITNESSES = word_set(
    """
    person individual
    elder gunman gunmen militant rebel fighter insurgent separatist demonstrator migrant pilgrim master management
    logbook ledger copy calculations archive archives registry imagery
    founder parent counsel foreman forewoman chairwoman headmaster warden forester carpenter teenager widow widower
    activist auditor biologist captain captive commissioner congressman conscript coroner councillor counterpart
    crew dealer defector delegate demographer deputy deserter detective driver economist employee engineer envoy
    epidemiologist eyewitness farmer fisherman governor guard guest historian hostage informant insider inspector
    interlocutor interpreter investigator lawyer mayor mediator meteorologist miner monitor monk mp mps negotiator
    neighbor neighbour nurse officer ombudsman ombudswoman operator organiser organizer owner partisan passenger
    patient planner physicist pilot police premier priest prisoner prosecutor refugee regulator representative rescuer
    sailor scientist seismologist senator shopkeeper survivor trader villager volunteer watchdog whistle-blower
    whistleblower worker
    relative docker broker buyer insurer shipper fishermen team marine medic paramedic shipowner
    blogger milblogger surgeon psychologist sapper sniper gunner electrician welder librarian sociologist
    d'affaires entrepreneur firefighter paratrooper instructor mechanic
    recruit detainee inmate clerk fixer commuter translator cadet pensioner evacuee settler
    """
)
"""Persons who are cited, beside those that have a role."""

PERSONS = ROLES | WITNESSES

BODIES = word_set(
    """
    academy airline arm army authorities authority blog broadcaster bureau cabinet channel charity clinic club
    coastguard company consulate corps court customs daily embassy firm gendarmerie government hospital inquiry
    institute intelligence jury kremlin lab laboratory magazine media militia ministry mission monitor navy
    newspaper ngo observatory office operator opposition panel paper parliament pentagon police port portal
    press radio railway regime service shipyard site staff station tabloid television tribunal union unit
    watchdog weekly white-house wire circles
    """
)

PAPERS = word_set(
    """
    communications conversations correspondence chats transmissions accounts affidavit analysis announcement
    article articles assessment assessments audit briefing briefings bulletin cable cables census comments
    communique communiqué complaint contract contracts data decree deposition diaries diary dispatch document
    documents e-mail e-mails email emails estimate estimates evidence figures file files filing filings findings
    footage forecast forecasts image images information intelligence intercept intercepts interview interviews
    lawsuit letter letters invoices log logs map maps memo memoranda memorandum memos message messages minutes
    model newsletter notice notices obituaries page paper papers photo photograph photographs photos picture
    pictures poll polls record recording recordings records remarks report reporting reports research review
    ruling rumors rumours source sources speech interrogation translation translations statement statements
    statistics studies study submission survey surveys testimonies testimony summary readout transcript
    transcripts tweet verdict video videos website wiretap words note notes draft drafts proposal proposals dossier
    slide slides presentation presentations spreadsheet spreadsheets database leaflet leaflets clip clips call calls
    audio petition list lists telegram telegrams reconstruction playbook manual
    """
)

SPEAKERS = WITNESSES | BODIES | PAPERS | DOCUMENTS | ORGANIZATIONS | OUTLETS | PLURALS | ROLES
"""Head nouns, in the singular or as a plural of their own, of those that say things."""

ONESELF = word_set(
    """
    i we you us me my our they he she it nobody anybody everybody everyone anyone whoever such these those this whatever
    having
    """
) | {"no one"}
"""What a name within somebody's words may be or begin with where it is the speaker's, or nobody's."""

RULES = word_set(
    """
    ability act age amendment article articles clause code cold color colour concerns constitution
    convention custom fears grounds health height instructions lack law laws legend means merit need
    needs number order paragraph plan plans precedent procedure protocol rank reasons recipe resolution rule
    rules schedule season secrecy section seniority size taste timetable tradition treaty type usage weather weight
    """
)
"""What one can cite or act according to and that says nothing by itself."""

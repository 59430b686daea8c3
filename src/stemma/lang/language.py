"""What must be known of a language: one `Language`, in sections that each belong to one reader.

Word sets hold folded forms (`text.fold`): lower case, no diacritics, straight apostrophes. Regular expressions are
avoided: a language file is data that a native speaker can correct.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """Small words and sentence structure: read by find, match and extract."""

    stopwords: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    privatives: frozenset[str] = frozenset()  # without: negations that deny no verb
    negative_subjects: frozenset[str] = frozenset()  # nobody, "no ship": at the head of a clause they deny no event
    limits: frozenset[str] = frozenset()  # right behind a negation these make it no denial: "not only", "nothing but"
    exceptions: frozenset[str] = frozenset()  # behind a negation: it holds up to them, and then no more: until, since
    determiners: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    clause_openers: frozenset[str] = frozenset()  # words that begin a clause: while, who, yang
    abbreviations: frozenset[str] = frozenset()  # a full stop after these ends no sentence: Mr, Sgt, Gen
    stemmer: str | None = None  # name of a Snowball algorithm
    unspaced: bool = False  # no blanks between words: the longest listed words are cut out of a line of letters
    compounds: frozenset[str] = frozenset()  # where words are cut: longer words that hold a listed one (小说 holds 说)
    particles: dict[str, str] = field(
        default_factory=dict
    )  # cut off the end of a word behind: any letter (""), a syllable "open" or "closed", or the letters named
    auxiliaries: frozenset[str] = frozenset()  # may stand between a noun and its verb: were, had, been, telah
    titles: frozenset[str] = frozenset()  # before a person's name: mr, president, jenderal
    name_particles: frozenset[str] = frozenset()  # lower-case words inside names: of, de, bin, van
    outlet_heads: frozenset[str] = frozenset()  # a name with such a word is an outlet: news, herald
    agency_heads: frozenset[str] = frozenset()  # two words that make a news agency: "news agency"
    locatives: frozenset[str] = frozenset()  # prepositions that a place follows: in, near, di
    place_heads: frozenset[str] = frozenset()  # ocean, province, kabupaten: a name with such a word is a place
    organisation_heads: frozenset[str] = frozenset()  # ministry, police, kementerian
    directions: dict[str, str] = field(default_factory=dict)  # southwestern: south-west
    place_endings: dict[str, tuple[str, ...]] = field(default_factory=dict)  # of a case -> those of the plain name
    region_nouns: frozenset[str] = frozenset()  # region, part: "the southern part"
    place_relatives: frozenset[str] = frozenset()  # where: begins a clause about the place before it
    homelands: frozenset[str] = frozenset()  # "the country": stands for the country named last
    demonstratives: frozenset[str] = frozenset()  # this, such: early in a sentence they take up the one before
    beginnings: frozenset[str] = frozenset()  # began, launched, since: a date beside them is when it started
    compound_links: tuple[str, ...] = ()  # between the parts of a compound noun: "", s, n; none: it makes no such nouns
    public_bodies: dict[str, str] = field(default_factory=dict)  # bodies of which an event has one -> English name
    glosses: dict[str, str] = field(default_factory=dict)  # folded word or stem -> English key word


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """What happens to people whom no number counts ("a man was killed"): read by find/victims."""

    persons: frozenset[str] = frozenset()  # nouns for one person: man, victim, wife
    plurals: frozenset[str] = frozenset()  # nouns behind "both": men, victims
    pairs: frozenset[str] = frozenset()  # two people: both
    articles: frozenset[str] = frozenset()  # what makes one of a noun: a, an, another
    owners: frozenset[str] = frozenset()  # stand before a noun as an article does: whose
    pronouns: frozenset[str] = frozenset()  # for one person: he, her
    nominatives: frozenset[str] = frozenset()  # of these, those that are no objects: he, she
    selves: frozenset[str] = frozenset()  # himself
    verbs: dict[str, str] = field(default_factory=dict)  # form -> role: died: killed, shot: shot
    actives: frozenset[str] = frozenset()  # of these, forms that say nothing of their subject: killing, wounds
    subjects_only: frozenset[str] = frozenset()  # forms that say nothing of an object: died, dead
    deeds: dict[str, str] = field(default_factory=dict)  # nouns before "of": death: killed
    states: dict[str, str] = field(
        default_factory=dict
    )  # phrases about their subject: "in critical condition": injured
    manners: dict[str, str] = field(default_factory=dict)  # before or behind a verb: fatally: killed
    ends: dict[str, str] = field(default_factory=dict)  # behind a verb: "to death": killed
    chains: frozenset[str] = frozenset()  # between two verbs or two victims: and
    looseners: frozenset[str] = frozenset()  # may stand between a verb and its object: also, only
    unreal: frozenset[str] = frozenset()  # before a verb: nothing happened: tried, threatened, would
    of: frozenset[str] = frozenset()
    be: frozenset[str] = frozenset()  # with a participle these make a passive: was, been, got
    relatives: frozenset[str] = frozenset()  # who, that
    ages: frozenset[str] = frozenset()  # behind a number and a hyphen: "9-year-old"
    aged: frozenset[str] = frozenset()  # between a number and its person: year, old
    before_ages: frozenset[str] = frozenset()  # a bare number behind these is an age: ages, both, also
    nobody: frozenset[str] = frozenset()  # no one, nobody
    others: frozenset[str] = frozenset()  # behind these: not everybody is meant: else, other
    losses: dict[str, str] = field(default_factory=dict)  # nouns behind "no": injuries: injured
    absolutes: frozenset[str] = frozenset()  # prepositions before a clause without a verb: "with one dead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """Numbers, units and roles: read by find/quantities."""

    number_words: dict[str, float] = field(default_factory=dict)  # two: 2, belas …
    multipliers: dict[str, float] = field(default_factory=dict)  # hundred: 100, juta: 1e6
    vague: dict[str, tuple[float, float, float]] = field(default_factory=dict)  # dozens: (24, 36, 99)
    approximators: dict[str, str] = field(default_factory=dict)  # almost: below, more than: above, up to: upto
    units: dict[str, str] = field(default_factory=dict)  # folded noun -> canonical English singular
    roles: dict[str, str] = field(default_factory=dict)  # folded form -> canonical role: tewas -> killed
    active: frozenset[str] = frozenset()  # role forms that govern only a number after them: killing, menewaskan
    ordinals: dict[str, int] = field(default_factory=dict)  # eighth: 8
    additive: dict[str, float] = field(default_factory=dict)  # raises the number before it: belas: 10
    classifiers: frozenset[str] = frozenset()  # a counting word that gives way to the noun after it: orang, unit
    fillers: frozenset[str] = frozenset()  # may stand between number and noun: more, other, of, the
    further: frozenset[str] = frozenset()  # with a number: those besides others who were told of: another, others
    singles: frozenset[str] = frozenset()  # number words that count only before a known noun: one
    number_joiners: frozenset[str] = frozenset()  # inside one number: two hundred "and" fifty, treinta "y" cinco
    range_openers: frozenset[str] = frozenset()  # between
    range_joiners: frozenset[str] = frozenset()  # and, to
    after: dict[str, str] = field(default_factory=dict)  # behind the number: "or less": upto
    unit_openers: dict[str, str] = field(default_factory=dict)  # before the number, names its unit: aged: age
    totals: dict[str, str] = field(default_factory=dict)  # nouns for a total -> whose, "": "toll": killed, "number": ""
    total_marks: frozenset[str] = frozenset()  # between such a noun and the number: "rose to" 12, "stands at" 12
    per: frozenset[str] = frozenset()  # between a unit and its period: "litres a second"
    labels: frozenset[str] = frozenset()  # the number after these is a name: article, flight
    pronouns: frozenset[str] = frozenset()  # "of them": nothing is named
    shares: frozenset[str] = frozenset()  # the number behind these is the whole: a "quarter" of its 900 workers
    age_in_brackets: bool = False  # "Name (24)" gives an age
    plural: str = ""  # the ending of a plural noun; "" where the language marks none
    vigesimal: bool = False  # sixty and eighty take up to nineteen: soixante-douze
    decimal: str = "."
    thousands: str = ","
    harm: Harm = field(default_factory=Harm)


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Times: read by find/moments and clean/masthead."""

    months: dict[str, int] = field(default_factory=dict)
    weekdays: dict[str, int] = field(default_factory=dict)  # Monday = 1
    relative: dict[str, str] = field(default_factory=dict)  # "earlier this year", "last week", "yesterday" -> kind
    order: str = "dmy"  # of numeric dates
    lower_case: bool = False  # names of months and weekdays begin small: marzo, lunes
    day_marks: frozenset[str] = frozenset({"nd", "rd", "st", "th"})  # behind the number of a day: 3rd, 3.
    date_joiners: frozenset[str] = frozenset({"of"})  # between day, month and year: 3 de marzo de 2024
    before_ago: dict[str, int] = field(
        default_factory=dict
    )  # before the number: "vor" drei Tagen, "hace" tres días: -1
    date_openers: frozenset[str] = frozenset()  # a lone month or year after these is a time: in, since, pada
    weekday_openers: frozenset[str] = frozenset()  # hari: belongs to the weekday's words
    day_parts: dict[str, str] = field(default_factory=dict)  # "late" Tuesday, Tuesday "malam": belongs to the words
    clock_openers: frozenset[str] = frozenset()  # pukul 07.37
    hour_marks: frozenset[str] = frozenset()  # behind the hour: 15 Uhr, 15 heures, 15h, 3点
    minute_marks: frozenset[str] = frozenset()  # behind the minutes, where the language leaves no blanks: 分, 분
    halves: dict[str, int] = field(default_factory=dict)  # beside the hour, what they add: 下午: 12, "du soir": 12
    zones: dict[str, str] = field(default_factory=dict)  # gmt: Z, wib: +07:00, "local time": ""
    periods: dict[str, str] = field(default_factory=dict)  # days: day, pekan: week
    ago: dict[str, int] = field(default_factory=dict)  # "two days ago": -1, "in three weeks' time": 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """Who says: read by extract. A cue is one or more words; forms stand as in texts, never as stems."""

    says: frozenset[str] = frozenset()  # verbs that take a clause, with or without "that", or a quotation
    inverts: frozenset[str] = frozenset()  # verbs that only follow a content: ujar
    pronominal: frozenset[str] = frozenset()  # of these, the ones that hold their speaker in themselves: katanya
    weak: frozenset[str] = frozenset()  # ambiguous verbs: only with "that", a quotation, or a speaking subject
    tells: frozenset[str] = frozenset()  # verbs that name a hearer before the content
    vows: frozenset[str] = frozenset()  # verbs that take an infinitive: "claims to"
    judges: frozenset[str] = frozenset()  # verbs of attitude with an object: criticised, welcomed, called for
    confirms: frozenset[str] = frozenset()
    denies: frozenset[str] = frozenset()
    doubts: frozenset[str] = frozenset()
    declines: frozenset[str] = frozenset()
    silences: frozenset[str] = frozenset()  # the same with words between, at "..": "war .. nicht .. erreichbar"
    lacking: frozenset[str] = frozenset()  # the same of an answer: "lag .. nicht .. vor"
    answers: frozenset[str] = frozenset()  # what is lacking: "eine Stellungnahme" der Bahn
    retracts: frozenset[str] = frozenset()
    recalls: frozenset[str] = frozenset()  # of these, what may take back anything: troops, a proposal
    versions: tuple[str, ...] = ()  # what such a text said it takes back: "earlier version of this" article
    recalled: frozenset[str] = frozenset()  # what they must take back: a claim, a report
    comments: frozenset[str] = frozenset()  # with a negation these decline: comment, respond
    verifies: frozenset[str] = frozenset()  # with a negation these doubt: verify, confirm
    rebuttals: frozenset[str] = frozenset()  # content with these words denies what it speaks of: baseless
    misgivings: frozenset[str] = frozenset()  # content with these words doubts: no evidence
    refusals: frozenset[str] = frozenset()  # content with these words declines: "we do not comment"
    breaks: frozenset[str] = frozenset()  # the cue credits a whole story: "broke the news"
    cites: frozenset[str] = frozenset()  # a second source follows: citing
    according: frozenset[str] = frozenset()  # prepositions of attribution: according to
    passives: frozenset[str] = frozenset()  # participles before an agent: reported (by), dikabarkan (oleh)
    hearings: frozenset[str] = frozenset()  # prepositions before the medium that was told: to, with
    agents: frozenset[str] = frozenset()  # by, oleh
    origins: frozenset[str] = frozenset()  # "the claim comes from", "all reports point to"
    reports: frozenset[str] = frozenset()  # nouns whose "that" clause is content: claim, report, statement
    perceives: frozenset[str] = (
        frozenset()
    )  # saw, found, expects, began: tell of somebody, pass nothing on by themselves
    publishes: frozenset[str] = frozenset()  # posted, wrote: only media and accounts do
    hearsay: frozenset[str] = frozenset()  # rumours, reports: alone they name nobody
    nounlike: frozenset[str] = frozenset()  # cue forms that are nouns as well: states, protest
    contents: frozenset[str] = frozenset()  # nouns that refer back to what was told: news, information, accusations
    that: frozenset[str] = frozenset()  # complementisers
    relatives: frozenset[str] = frozenset()  # who, which, yang
    infinitives: frozenset[str] = frozenset()  # to, untuk
    coordinators: frozenset[str] = frozenset()  # and, but, while: may begin a neighbour clause
    contrasts: frozenset[str] = frozenset()  # but: ends the object of a verb of attitude
    joins: frozenset[str] = frozenset()  # and, or: join nouns of one phrase
    openers: frozenset[str] = frozenset()  # words that end a noun phrase: when, because, if
    of: frozenset[str] = frozenset()  # prepositions that bind inside a name or description: of, for
    links: frozenset[str] = frozenset()  # other prepositions
    determiners: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()  # the determiners that no name begins with: the, a, some
    definites: frozenset[str] = frozenset()  # at either end of a phrase, somebody named before: the, this, tersebut
    bare_nouns: bool = False  # no articles: a noun alone may stand for somebody named before, "министр"
    echo_prefixes: tuple[str, ...] = ()  # make a noun stand for somebody named before: 该(部), 同(省), ال
    possessors: frozenset[str] = frozenset()  # stand for the owner of an office: its, seine
    participles: frozenset[str] = frozenset()  # claiming, saying: their source is the subject of the main clause
    leads: frozenset[str] = frozenset()  # verbs before an infinitive that still speaks: went on (to say)
    causatives: frozenset[str] = frozenset()  # before whoever then says it: the storm "led" X to say that C
    adverbs: frozenset[str] = frozenset()  # may stand between source and verb
    adverb_endings: tuple[str, ...] = ()  # lower-case words with these endings count as adverbs too
    be: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()  # have, will, telah
    negations: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()  # common finite verbs that end a noun phrase
    temporal: frozenset[str] = frozenset()  # friday, week, senin
    persons: frozenset[str] = frozenset()  # singular pronouns for people
    feminine: frozenset[str] = frozenset()  # pronouns and nouns for women alone: she, sister
    masculine: frozenset[str] = frozenset()  # for men alone: he, brother
    natural_gender: bool = False  # those two stand for people alone: elsewhere "she" may be a ship or a ministry
    groups: frozenset[str] = frozenset()  # they, mereka
    things: frozenset[str] = frozenset()  # it, this: hardly ever a source
    somebodies: frozenset[str] = frozenset()  # words for nobody in particular, which are no names: someone
    body_pronouns: frozenset[str] = frozenset()  # of `things`, those that stand for a body that spoke: it
    selves: frozenset[str] = frozenset()  # i, we, us, "this newspaper": no outer voice
    kinds: dict[str, str] = field(default_factory=dict)  # noun -> kind of source: broadcaster: outlet, minister: person
    roles: frozenset[str] = frozenset()  # nouns for people with an office: minister, spokesman
    deputies: frozenset[str] = frozenset()  # before an office, these make another of it: vice, former, mantan
    private_roles: frozenset[str] = frozenset()  # people who speak for nobody but themselves: resident, witness
    reporters: frozenset[str] = frozenset()  # people who speak for a medium: journalist, correspondent
    spokesmen: frozenset[str] = frozenset()  # people who speak for a body
    titles: frozenset[str] = frozenset()  # mr, gen, sgt
    labels: frozenset[str] = frozenset()  # "Breaking:", "Video:": words before a colon that are nobody
    credits: frozenset[str] = frozenset()  # line openers: source, sources, sumber
    contributions: frozenset[str] = frozenset()  # "contributed to this report"
    originals: frozenset[str] = frozenset()  # "originally appeared at"
    hedges: frozenset[str] = frozenset()
    planned: frozenset[str] = frozenset()  # what is to be: "plans to", "will", "must"
    futures: tuple[str, ...] = ()  # endings of a verb in the future, with their accents: -rá
    no_futures: frozenset[str] = frozenset()  # words that only end so
    future_helpers: frozenset[str] = frozenset()  # make a future with an infinitive at the end of the clause: wird
    future_ends: tuple[str, ...] = ()  # endings of that infinitive
    participle_openings: tuple[str, ...] = ()  # a participle may begin so and end as an infinitive does: vergessen
    possible: frozenset[str] = frozenset()
    abilities: frozenset[str] = frozenset()  # of these, what does not make it a supposition: "can" reveal
    own_reporting: frozenset[str] = frozenset()  # "told this newspaper"
    sees: frozenset[str] = frozenset()  # what a reporter at the scene does: saw, visited
    viewings: frozenset[str] = frozenset()  # participles before whoever holds a document: a log "seen" by X
    rates: frozenset[str] = frozenset()  # verbs that give something a number: "put" the flow "at" 90
    rate_links: frozenset[str] = frozenset()  # before that number: at, auf, en
    nameless: frozenset[str] = frozenset()  # a source wants to stay unnamed: "asked not to be named"
    knowing: frozenset[str] = frozenset()  # before what a source knows of that is named no other way: "familiar with"
    adverb_openers: frozenset[str] = frozenset()  # make an adverb of the word after them: "dengan" tegas
    askings: frozenset[str] = frozenset()  # "confirmed with X that": prepositions before whoever was asked
    absolutes: frozenset[str] = frozenset()  # "with X saying that": before a subject of its own
    media_nouns: frozenset[str] = frozenset()  # what a medium named before may be called: agency, paper, situs
    relays: frozenset[str] = frozenset()  # what media do with news: a name that does so is a medium's: reported
    composes: frozenset[str] = frozenset()  # verbs with a text for an object, as well as a clause: wrote
    interjections: frozenset[str] = frozenset()  # open a sentence, and no name: well, hey
    idioms: dict[str, frozenset[str]] = field(
        default_factory=dict
    )  # right behind a cue, make it tell nothing: called 911
    tolls: dict[str, frozenset[str]] = field(
        default_factory=dict
    )  # shortly behind a cue, what disasters take: claimed 13 "lives"
    namings: frozenset[str] = frozenset()  # behind a noun and before a name, these tell how it is called: a man "named"
    chances: frozenset[str] = frozenset()  # an infinitive behind these tells what could be done: "impossible" to say
    gives: frozenset[str] = frozenset()  # verbs that tell only with words for an object: released (a statement)
    accuses: frozenset[str] = frozenset()  # tell of whoever stands before them: a man "charged", "suspected"
    pictures: frozenset[str] = frozenset()  # what is shown, not said: photo, footage, trailer
    wires: frozenset[str] = frozenset()  # credit agencies without a name, in a line of its own: "Staff and agencies"
    willing: frozenset[str] = frozenset()  # with a negation and a verb of saying they refuse: "wollte" (nichts sagen)
    broadcasters: frozenset[str] = frozenset()  # nouns that open the name of a station: "Radio" Tarn
    local_bodies: frozenset[str] = frozenset()  # of which every place has one, with no other name: police
    company_nouns: frozenset[str] = frozenset()  # what a company named before may be called: firm, operator
    companies: frozenset[str] = frozenset()  # words in names of companies: lines, ltd, pt
    owned: frozenset[str] = frozenset()  # shortly before the name of a company: "owned" by, "milik"
    place_openers: frozenset[str] = frozenset()  # first words in names of places: port, lake, pulau
    addressees: frozenset[str] = frozenset()  # the readers, of whom nothing is told: you
    insists: frozenset[str] = frozenset()  # verbs whose negated content denies: repeated, insisted
    absences: frozenset[str] = frozenset()  # openings that deny that something is there: "there is no"
    writes: frozenset[str] = frozenset()  # what somebody does in a medium: wrote
    elisions: frozenset[str] = frozenset()  # short words glued to the next by an apostrophe: l', dell'
    enclitics: frozenset[str] = frozenset()  # pronouns glued to the verb before: dit-"elle", disse-"lhe"
    spellings: dict[str, str] = field(default_factory=dict)  # words whose accent matters: è is e'; ze, not že, is z
    compounds: frozenset[str] = frozenset()  # participles that say only behind an auxiliary: ha "detto"
    clitics: frozenset[str] = frozenset()  # small pronouns before a verb: gli, mi
    takes_up: frozenset[str] = frozenset()  # of these, the one for what was told before: "lo" ha detto il sindaco
    asides: frozenset[str] = frozenset()  # before verb and speaker: "come" riferisce l'agenzia
    viewpoints: frozenset[str] = frozenset()  # before a speaker that opens the sentence: "per" il ministro, …
    circumstances: frozenset[str] = frozenset()  # of the links, those that end a speaker's phrase: "said X" durante
    infinitive_endings: tuple[
        str, ...
    ] = ()  # "di" brings in only what ends so: di "aver" visto; also where no word marks one
    bare_infinitives: frozenset[str] = frozenset()  # open what is told without any "that": affirme "avoir" vu
    that_required: bool = False  # no clause follows a verb of saying without "that": "ricorda i caduti" tells nothing
    standards: frozenset[str] = frozenset()  # what something goes according to without being told: plan, schedule
    whom: frozenset[str] = frozenset()  # relatives behind a preposition of attribution: secondo "cui"
    voice_endings: tuple[str, ...] = ()  # a noun with such an ending can speak: regeringswoordvoerder, wegbeheerder
    agent_endings: tuple[str, ...] = ()  # nouns that end so are mostly people: copywriter, redditor, activist
    binders: frozenset[str] = frozenset()  # lower-case words inside names: Corriere "della" Sera, "van" "der"
    particles: frozenset[str] = frozenset()  # last words of cues that may stand apart, at the end: gaf … "toe"
    perfects: frozenset[str] = frozenset()  # auxiliaries that may stand apart from a participle: "heeft" … gezegd
    comparers: frozenset[str] = frozenset()  # open "as X said" where the verb ends the clause: zoals
    verb_brackets: bool = False  # a subject may follow its verb, and verbs have two parts around their clause: Dutch
    colon_speaks: bool = False  # whoever stands before a colon and a quotation says it: "X è stato chiaro": «C»
    uninverted: frozenset[str] = frozenset()  # verbs that never stand before their subject: mengatakan
    connectives: frozenset[str] = frozenset()  # may stand beside a verb and its source: "a su vez", "sin embargo"
    personal: frozenset[str] = frozenset()  # before the object of a verb of attitude: acusó "al" gobierno
    likes: frozenset[str] = frozenset()  # "the like" was said by X: what X said stands behind, not before
    bare_agents: bool = False  # the agent of a passive may stand without a preposition: "diungkapkan" X
    relatives_apart: bool = False  # a relative clause is no part of a source: "X", qui avait pris la parole
    adjectives_last: bool = False  # adjectives follow their noun: "autorités" locales
    subject_left_out: bool = False  # a verb without a subject goes on with whoever spoke before: "ha aggiunto che"
    plural_endings: tuple[str, ...] = ()  # of verbs whose subject is left out: these have several speakers
    verb_endings: tuple[str, ...] = ()  # an unknown lower-case word with such an ending may be the verb of a clause
    verb_openings: tuple[str, ...] = ()  # the same, at its beginning
    order: str = ""  # where the verb stands in a script without capitals: first, medial, final; "" for other languages
    subject_marks: frozenset[str] = frozenset()  # particles behind a subject: が, 이
    plural_marks: tuple[str, ...] = ()  # a phrase that ends so means several: 们, 들; "he" is none of them
    topic_marks: frozenset[str] = frozenset()  # those of them that name what a sentence is about: は, 은
    verb_stems: tuple[str, ...] = ()  # a word with such an ending before a subject's particle is a verb: 하(는)
    object_marks: frozenset[str] = frozenset()  # particles behind an object: を, 를
    quotatives: frozenset[str] = frozenset()  # particles behind a content: と, 라고
    heads: frozenset[str] = frozenset()  # forms of nouns for speakers that a subject has: where nouns show their case
    subject_pronouns: frozenset[str] = frozenset()  # the same of pronouns: on, ona
    cased: bool = False  # cases show the subject, and no clause follows a verb bare: Russian, Ukrainian
    adjective_endings: tuple[str, ...] = ()  # of any case
    oblique_endings: tuple[str, ...] = ()  # of names that are no subject
    oblique_adjectives: tuple[str, ...] = ()  # of these, those of adjectives that no name begins with: Верхов(ной)
    patronymic_endings: tuple[str, ...] = ()  # a name of three words with such a middle one is one name
    owned_places: tuple[str, ...] = ()  # of a place in the genitive before a given name: мэр "Халдена" Иван Лесной
    nominatives: dict[str, str] = field(default_factory=dict)  # of bodies behind a preposition: в "ведомстве"
    genitive_endings: tuple[str, ...] = ()  # as written: between an office and a surname stands a country: России
    past_endings: tuple[str, ...] = ()  # of verbs: what ends so may be the verb of an opening subject
    describers: frozenset[str] = frozenset()  # open a description behind a comma: "familiar" with the matter
    gerund_endings: tuple[str, ...] = ()  # what opens with such a word behind a comma is no apposition
    hearers: frozenset[str] = frozenset()  # forms that name who is told: журналистам
    occasions: frozenset[str] = frozenset()  # when and where one speaks: interview, briefing, açıklamada, 采访
    house_links: frozenset[str] = (
        frozenset()
    )  # before a body or a paper that speaks: "в" министерстве заявили, "ve" zprávě
    impersonals: frozenset[str] = frozenset()  # verb forms that such a body, and no subject, may have
    agentless: frozenset[str] = frozenset()  # "it is reported": nobody is named
    dummies: frozenset[str] = frozenset()  # stand for the clause that follows: о "том", что
    done_helpers: frozenset[str] = frozenset()  # before a verb these tell that it is done: was, has, had
    done_endings: tuple[str, ...] = ()  # so does its ending; none where verbs do not show it
    lasting_endings: tuple[str, ...] = ()  # of a verb that is going on: -ing
    present_endings: tuple[str, ...] = ()  # of verbs: in a headline what ends so may be its verb
    surname_endings: tuple[str, ...] = ()  # before the colon of a headline such a word is somebody: Лавров, Zemanová
    words: frozenset[str] = frozenset()  # plain nouns for what was said, before their owner: "слова" министра
    courts: frozenset[str] = frozenset()  # what these condemn or reject they decide, and hold no view of it
    works: frozenset[str] = frozenset()  # what these tell of they show: film, exhibition, monument
    inclusions: frozenset[str] = frozenset()  # behind a comma, name some of those before it: "among them"
    asks: frozenset[str] = frozenset()  # question words that open a clause after a comma: how, why
    backward: frozenset[str] = (
        frozenset()
    )  # at the head of a sentence, stand for what was told before: "об этом"; beside a verb: řekl "to" X
    latin_names: bool = False  # a word in Latin letters is a name: the language is written in others
    dash_speech: bool = False  # the author's words may stand between dashes inside a quotation
    comma_content: bool = False  # a comma may stand between the verb and its clause
    capital_nouns: bool = False  # every noun has a capital, so a noun before a name is no part of it
    noun_first: bool = False  # the head noun opens the phrase: pejabat intelijen
    domains: frozenset[str] = frozenset()  # between an office and a name: Menteri "Sosial" X
    domain_openings: tuple[str, ...] = ()  # long nouns that begin and end so are such words too
    domain_endings: tuple[str, ...] = ()
    lone_names: bool = False  # a lone name that speaks is a person's: bodies bear an acronym or a noun of their own
    body_openings: tuple[str, ...] = ()  # a lone name that begins so may be a body's: Мин(фин), Гос(дума)
    home: str = ""  # code of the country whose smaller towns stand behind offices too
    verb_second: bool = False  # the finite verb is the second part of a main clause and the last of others: German
    subjunctives: frozenset[str] = frozenset()  # verb forms that mark what somebody else says: sei, habe
    wishes: tuple[str, ...] = ()  # the same where folding would hide the difference, so with diacritics: hätte, wäre
    becomes: frozenset[str] = frozenset()  # make a passive of a participle: wird, wurde
    postposed: frozenset[str] = frozenset()  # of `according`, those that may follow the source: zufolge
    prefaces: frozenset[str] = frozenset()  # of `according`, those that need a noun for words or views: nach Angaben
    view_endings: tuple[str, ...] = ()  # nouns with such an ending stand for words or views: Polizeiangaben
    plain_conjunctions: frozenset[str] = frozenset()  # leave the verb in its place: und, denn
    purposes: frozenset[str] = frozenset()  # open infinitives that nobody says: um … zu
    verb_particles: frozenset[str] = frozenset()  # part from their verb: "teilte … mit"
    bare_that: frozenset[str] = frozenset()  # of `that`, those that add nothing to what is said: dass
    ties: frozenset[str] = frozenset()  # tie a place or body to a role: "Sprecher bei", "Minister im"
    genitives: frozenset[str] = frozenset()  # determiners of an owner behind a noun: des, der, seiner
    obliques: frozenset[str] = frozenset()  # determiners and pronouns that no subject has: dem, ihn
    name_links: frozenset[str] = frozenset()  # small words inside names: von, van, al
    expletives: frozenset[str] = frozenset()  # stand for nobody: es
    unknowns: frozenset[str] = frozenset()  # stand for somebody unknown: man
    opinions: frozenset[str] = frozenset()  # nouns for words and views, behind `prefaces`: Angaben, Ansicht
    thoughts: frozenset[str] = frozenset()  # nouns for what is said or thought, with a clause behind them: Vorwurf
    utters: frozenset[str] = frozenset()  # verbs that make such a noun speak: "äußerte die Vermutung"
    mediums: frozenset[str] = frozenset()  # prepositions before what something is said in: im Bericht, aus Kreisen
    rumours: frozenset[str] = frozenset()  # with a perfect infinitive these tell what is said: soll gewesen sein
    perfect_ends: frozenset[str] = frozenset()  # end such an infinitive: haben, sein
    resumptives: frozenset[str] = frozenset()  # "according to which": demnach
    subjects: frozenset[str] = frozenset()  # pronouns that can be nothing but a subject: er, wir
    actors: frozenset[str] = frozenset()  # of the things, those that may hold a view: it (the ministry), nobody
    views: frozenset[str] = frozenset()  # nouns that hold a view, with what follows them: "criticism of", "plan to"
    impressions: frozenset[str] = frozenset()  # verbs of what nobody named holds: "seems" ready to leave
    judgements: frozenset[str] = frozenset()  # before what somebody is taken for: sees X "as" a rival
    lights: frozenset[str] = frozenset()  # verbs that say little before such a noun: made (a call for), voiced
    owners: frozenset[str] = frozenset()  # pronouns that own such a noun: his, my
    supines: frozenset[str] = frozenset()  # no subject stands right before these: seen, written
    closers: frozenset[str] = frozenset()  # end the object of an attitude: because, while, during
    concessions: frozenset[str] = frozenset()  # behind a comma, these end the object of an attitude: although
    predicates: frozenset[str] = frozenset()  # behind a form of be, these hold a view: "critical of", "confident that"
    unmarked: frozenset[str] = frozenset()  # a plural verb may follow these, though nothing marks them: people, most
    asked: frozenset[str] = frozenset()  # open a clause that tells what somebody was asked: asked, pressed
    questions: frozenset[str] = frozenset()  # follow these: if, why, about
    unchanged: frozenset[str] = frozenset()  # verbs whose past is like their present: cast, read
    shares: bool = False  # a verb without a subject has that of the clause before it, and plain nouns may hold views
    inverted: bool = False  # a verb that opens its clause may be followed by its subject without a quotation before it
    verb_final: bool = False  # the verb ends its clause: subject, content, complement mark, cue
    complement_endings: tuple[str, ...] = ()  # of the word that ends a content before its verb: geldi"gini" söyledi
    topics: frozenset[str] = frozenset()  # words behind the subject of a clause: は
    topic_endings: tuple[str, ...] = ()  # endings of the subject of a clause: 장관"은"
    free_order: bool = False  # cases free the order of words, and commas part clauses: Czech, Polish
    case_endings: tuple[str, ...] = ()  # of nouns behind a preposition of attribution that no subject has
    any_verb_says: bool = False  # a verb right behind “…,” tells who says it, whatever it means otherwise
    refuses: frozenset[str] = frozenset()  # before an infinitive of `comments` these decline: odmítl, nechtěl
    owner_endings: tuple[str, ...] = ()  # endings of a noun that belongs to the noun after it: bakan"in" sözcüsü


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Page furniture, bylines and datelines: read by clean. All folded; whole lines without digits and punctuation."""

    furniture: frozenset[str] = frozenset()  # whole lines: buttons, menus, counters of comments
    furniture_openers: tuple[str, ...] = ()  # a short line beginning so goes: "baca juga:", "click here"
    furniture_parts: tuple[tuple[str, ...], ...] = ()  # a short line with all of these goes: ("follow", "on twitter")
    related_openers: tuple[str, ...] = ()  # from such a line on, headlines are links: "berita terkait"
    link_openers: tuple[str, ...] = ()  # the next line is a link where it looks like a headline: "baca juga"
    photo_openers: tuple[str, ...] = ()  # credits of pictures: "foto:", "photo by"
    evidence_openers: tuple[str, ...] = ()  # credits of sources, which stay: "sources:", "sumber:"
    evidence_parts: tuple[str, ...] = ()  # the same inside a line: "contributed to this report"
    byline_openers: tuple[str, ...] = ()  # by, oleh
    outlet_words: tuple[str, ...] = ()  # words in names of outlets: news, times
    section_words: tuple[str, ...] = ()  # words in names of sections that look like outlets: "Breaking News"
    role_words: tuple[str, ...] = ()  # words in bylines that tell what a writer is: staff, editor
    first_home: tuple[str, ...] = ()  # the outlet follows: "this article originally appeared at"
    update_words: tuple[str, ...] = ()  # a date beside these is not that of publication
    correction_openers: tuple[str, ...] = ()  # a line beginning so corrects, updates or explains the article
    barriers: dict[str, tuple[str, ...]] = field(default_factory=dict)  # parts of lines that stand in its place:
    # "paywall", "consent" (to cookies), "error", "login"
    neighbours: dict[str, frozenset[str]] = field(default_factory=dict)  # code of a near language -> words only it uses
    foreign_letters: str = ""  # folded letters of its script that it never writes: і and є in Russian
    own_words: frozenset[str] = frozenset()  # words that no neighbour uses


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One sentence that the extractor must understand; the conformance test runs every one of them.

    `source`, `cue` and `content` are literal parts of `text`; None where the sentence attributes nothing.
    """

    text: str
    source: str | None = None
    cue: str | None = None
    content: str | None = None
    stance: str = "asserts"
    quantity: tuple[float, float, str] | None = None  # low, high, unit
    moment: str | None = None
    modality: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Everything Stemma knows of one language."""

    code: str
    name: str
    grammar: Grammar
    counting: Counting
    calendar: Calendar
    speech: Speech
    page: Page
    examples: tuple[Example, ...]

"""What words of news texts stand against each other, in English: other languages take part through their glosses.

A word stands for all that it is a gloss of, in all its forms.
"""

# Two words of which one claim cannot have the one and its double the other: told of one thing and day, one is wrong.
OPPOSITES = (
    ("accept", "refuse"),
    ("accept", "reject"),
    ("acquit", "convict"),
    ("acquit", "sentence"),
    ("admit", "deny"),
    ("adopt", "reject"),
    ("agree", "refuse"),
    ("allow", "ban"),
    ("allow", "forbid"),
    ("approve", "ban"),
    ("approve", "forbid"),
    ("approve", "reject"),
    ("approve", "veto"),
    ("cancel", "confirm"),
    ("confirm", "deny"),
    ("dead", "alive"),
    ("dead", "survive"),
    ("die", "survive"),
    ("expand", "shrink"),
    ("extend", "shorten"),
    ("fall", "rise"),
    ("grant", "refuse"),
    ("grant", "reject"),
    ("guilty", "innocent"),
    ("improve", "worsen"),
    ("increase", "decrease"),
    ("increase", "drop"),
    ("increase", "fall"),
    ("increase", "lower"),
    ("increase", "reduce"),
    ("keep", "lift"),
    ("kill", "survive"),
    ("offer", "refuse"),
    ("permit", "ban"),
    ("praise", "criticise"),
    ("profit", "loss"),
    ("raise", "cut"),
    ("raise", "lower"),
    ("raise", "reduce"),
    ("ratify", "reject"),
    ("recover", "die"),
    ("rise", "drop"),
    ("rise", "lower"),
    ("rise", "reduce"),
    ("safe", "dangerous"),
    ("strengthen", "weaken"),
    ("succeed", "fail"),
    ("support", "oppose"),
    ("uphold", "lift"),
    ("uphold", "overturn"),
    ("victory", "defeat"),
    ("win", "lose"),
)

# The same, but both may be true of one thing, one after the other or of two sides of it: such claims are two.
SEQUELS = (
    ("abolish", "introduce"),
    ("arrest", "free"),
    ("arrive", "leave"),
    ("ascend", "descend"),
    ("attack", "defend"),
    ("beginning", "end"),
    ("build", "demolish"),
    ("buy", "sell"),
    ("charge", "acquit"),
    ("close", "open"),
    ("close", "reopen"),
    ("convict", "free"),
    ("create", "abolish"),
    ("deploy", "withdraw"),
    ("destroy", "build"),
    ("dismiss", "appoint"),
    ("dismiss", "employ"),
    ("dismiss", "hire"),
    ("dismiss", "promote"),
    ("early", "late"),
    ("enter", "leave"),
    ("first", "last"),
    ("give", "take"),
    ("high", "low"),
    ("highest", "lowest"),
    ("impose", "lift"),
    ("join", "leave"),
    ("major", "minor"),
    ("majority", "minority"),
    ("new", "old"),
    ("offer", "withdraw"),
    ("resign", "elect"),
    ("resume", "suspend"),
    ("sentence", "free"),
    ("sign", "break"),
    ("start", "end"),
    ("start", "stop"),
)

# Verbs that say of a deed that it is not done: with a "not" beside them, two texts tell the same.
REFUSALS = ("ban", "bar", "deny", "fail", "forbid", "prevent", "refuse", "reject", "stop")

# What is granted or refused.
PETITIONS = (
    *("appeal", "application", "bail", "bid", "call", "demand", "invitation", "motion", "offer", "order", "permit"),
    *("petition", "plea", "proposal", "request", "visa"),
)

# Who grants and refuses it: what these deny or dismiss they decide.
COURTS = ("court", "judge", "jury", "magistrate", "prosecution", "tribunal")

# What these tell of is so, whether or not somebody knew it.
FACTIVES = ("forget", "know", "notice", "realise", "realize", "remember")

# What becomes of people: who is counted as one is not counted as another; who is treated may be hurt or ill.
FATES = (
    ("dead", "death", "die", "drown", "kill", "murder", "perish"),
    ("burn", "faint", "hospital", "hospitalise", "hurt", "injure", "treat", "wound"),
    ("alive", "evacuate", "rescue", "save", "survive", "survivor"),
    ("hospital", "hospitalise", "infect", "sicken", "treat"),
    ("arrest", "detain"),
)

# What a sum, a share or a change is of.
MATTERS = (
    ("earn", "gain", "profit", "surplus"),
    ("deficit", "loss"),
    ("fine", "penalty"),
    ("tax",),
    ("borrow", "debt", "loan", "owe"),
    ("donate", "donation", "gift"),
    ("invest", "investment", "spend"),
    ("kidnap", "steal", "theft"),
    ("confiscate", "seize"),
    ("ballot", "vote"),
    ("turnout",),
    ("cost", "price"),
    ("salary", "wage"),
    ("output", "produce", "production"),
    ("export",),
    ("import",),
    ("unemployment",),
    ("sell", "sale"),
    ("population",),
    ("temperature",),
)

# What is told in the same words of two of a kind is told of two things. In each kind stand groups, parted by blanks, of
# words for one thing; nobody and nothing is in two groups of a kind. So no general words ("man", "building"), and of
# people only what nobody is besides: a farmer may be a father. The first kind is what stands before a name.
KINDS = (
    """
    actor admiral ambassador astronaut astronomer/chemist/geologist baker bishop butcher captain/pilot caretaker
    carpenter chancellor coach comedian cook dancer dentist doctor/surgeon duke electrician firefighter fisherman
    gardener goalkeeper governor/regent heir hunter imam jeweller journalist/writer judge king lawyer librarian
    lifeguard mayor mechanic midwife miner minister monk conductor/musician/singer nun nurse owner painter
    pharmacist photographer plumber pope postman president priest princess prosecutor queen ranger referee
    shepherd sheriff tailor teacher tenant treasurer veterinarian waiter
    """,
    "acquit appoint attack bury criticise demand fine invite postpone praise question sue vaccinate visit",
    "brother daughter father grandfather grandmother husband mother sister son uncle aunt widow/wife",
    """
    bear bee bird/hen cat cow crocodile dog elephant fish goat horse lion monkey pig shark sheep snake tiger whale
    wolf
    """,
    """
    airport bank bridge castle/palace cemetery church cinema dam factory farm field forest greenhouse harbour
    hospital hotel house/apartment kindergarten library lighthouse market mine monastery mosque museum pipeline
    prison railway reactor restaurant road school shop stadium synagogue theatre tunnel university warehouse
    windmill
    """,
    """
    apartment/house bed book camera car coffin company computer fee film fine flag generator guitar jewel knife
    land letter mask microscope painting passport pension phone piano pistol/gun/rifle poison rent sculpture share
    shoe song sword tax telescope tent ticket tractor trophy turbine ventilator violin wage yacht/ship/boat
    """,
    "bicycle boat/ferry/ship/yacht bus car helicopter motorcycle plane rocket satellite submarine train tram truck",
    "drought earthquake fire flood",
    "cholera dengue influenza malaria measles rabies tuberculosis",
    "blanket bread coal coffee gold medicine milk oil rice sugar vaccine water wheat wine",
    "autumn spring summer winter",
    "christmas easter",
)

# What is done to so many, or with so much: one number of one thing, told of two deeds, is told of two things.
DEEDS = (
    ("buy",),
    ("build",),
    ("close",),
    ("demolish",),
    ("dismiss", "layoff"),
    ("donate", "donation"),
    ("employ",),
    ("evacuate", "rescue", "save"),
    ("hire",),
    ("invite",),
    ("question", "test"),
    ("repair",),
    ("sell",),
    ("steal", "robbery", "loot"),
    ("sue",),
    ("vaccinate",),
)

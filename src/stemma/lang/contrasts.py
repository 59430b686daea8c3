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

# What becomes of people: who is counted as one is not counted as another.
FATES = (
    ("dead", "death", "die", "drown", "kill", "murder", "perish"),
    ("burn", "faint", "hurt", "injure", "wound"),
    ("alive", "evacuate", "rescue", "save", "survive", "survivor"),
    ("infect", "sicken"),
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

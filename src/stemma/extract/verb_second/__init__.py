"""Who says what where the finite verb stands second or last in its clause.

Read in this order: fields → nouns → contents → subjects → endings → orders, nominals → cues → continuations.
"""

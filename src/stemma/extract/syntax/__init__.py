"""Clauses whose subject stands elsewhere: shared subjects, participles, infinitives, passives without an agent."""

"""Who reports whom."""
def refer_back(text, paragraphs, drafts):
    return drafts
def nest_drafts(text, drafts, cast):
    return drafts

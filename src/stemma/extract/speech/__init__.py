"""Who says what: quotations → phrases → frames → cues → speakers → nesting, credits; read in that order."""

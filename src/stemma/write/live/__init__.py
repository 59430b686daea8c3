"""The report's data: one dossier, with every judgement already made, for the page that a browser runs."""

"""What every view of a dossier shares: looking things up, wording, readings and lineages."""

"""How the scripts here read their arguments: --help prints the docstring of the script; an unknown word is an error."""

import argparse


def make_parser(docstring: str | None) -> argparse.ArgumentParser:
    """A parser that shows the docstring as it is written."""
    return argparse.ArgumentParser(description=docstring, formatter_class=argparse.RawDescriptionHelpFormatter)

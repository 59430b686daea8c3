"""The commands that seal a case and verify it: what they print, and their exit codes."""

from collections.abc import Sequence
from pathlib import Path

from stemma.cli.showing import (
    DONE,
    FAILED,
    Showing,
    find_exit_code,
    list_skipped,
    make_progress,
    print_error,
    print_line,
)
from stemma.settings import Settings


def run_archive(paths: Sequence[str], out: Path, settings: Settings, showing: Showing) -> int:
    """Trace the paths, seal them into one file and say how it is known again.

    Returns:
        The exit code.
    """
    from stemma.evidence import seal
    from stemma.write.view.wording import count

    sealed = seal(list(paths), out, settings, full=showing.full, progress=make_progress(showing))
    list_skipped(sealed.dossier.skipped)
    if not showing.quiet:
        made = f"{count(len(sealed.dossier.articles), 'article')} of {count(sealed.inputs, 'file')}"
        print_line(f"Sealed {made} in {out}.")
        print_line(f"Head hash: {sealed.head}")
        print_line(
            "Note the hash in another place: stemma verify --head HASH then tells this case from one made later."
        )
    return find_exit_code(sealed.dossier, ())


def run_verify(path: Path, head: str | None, showing: Showing) -> int:
    """Check a sealed case and name whatever is wrong with it.

    Returns:
        The exit code.
    """
    from stemma.evidence import verify
    from stemma.write.view.wording import count

    verdict = verify(path, head)
    if verdict.is_intact:
        if not showing.quiet:
            print_line(f"{path}: intact, sealed of {count(verdict.articles, 'article')}, head hash {verdict.head}")
        return DONE
    for fault in verdict.faults:
        print_line(fault)
    print_error(f"{path}: not intact, {count(len(verdict.faults), 'fault')}.")
    return FAILED

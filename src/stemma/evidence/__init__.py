"""Evidence: cases sealed into one file, and the proof that nothing in it has changed since."""

from stemma.evidence.seal import Sealed, seal
from stemma.evidence.verify import Verdict, verify

__all__ = ["Sealed", "Verdict", "seal", "verify"]

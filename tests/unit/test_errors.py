"""The tree of errors is the one its docstring draws."""

import pytest

from stemma import errors
from stemma.errors import InputError, StemmaError, UsageError


def test_every_error_is_a_stemma_error_and_is_drawn() -> None:
    classes = [value for value in vars(errors).values() if isinstance(value, type)]
    assert all(issubclass(kind, StemmaError) for kind in classes)
    assert all(kind.__name__ in (errors.__doc__ or "") for kind in classes)


@pytest.mark.parametrize("kind", [UsageError, InputError])
def test_one_catch_is_enough(kind: type[StemmaError]) -> None:
    with pytest.raises(StemmaError, match="what to do"):
        raise kind("what, which, what to do")

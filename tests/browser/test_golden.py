"""A picture of every view, as somebody looked at it and found it fit for a newsroom.

To renew one: delete it, run this test, look at what it wrote, commit it.
"""

from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Open = Callable[..., Any]
GOLDEN = Path(__file__).parent.parent / "golden" / "report"
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
PICTURES: dict[str, tuple[str, dict[str, Any]]] = {
    "story": ("story", {}),
    "story-dark": ("story", {"color_scheme": "dark"}),
    "story-phone": ("story", {"viewport": PHONE}),
    "story-arabic": ("story", {"locale": "ar"}),
    "matrix": ("matrix", {}),
    "timeline": ("timeline", {}),
    "articles": ("articles", {}),
    "article": ("articles/a4", {}),
    "compare": ("compare/a1/a11", {}),
    "source": ("sources/w3", {}),
    "wanted": ("wanted", {}),
}
MOST = 0.02  # of a picture's squares that may look different: fonts are drawn a little otherwise on other machines
# Both pictures in squares of 8 x 8 pixels; how many differ by more than a sixth of the scale.
COMPARE = """async ([one, other]) => {
  const read = async data => {
    const image = await createImageBitmap(await (await fetch(data)).blob());
    const canvas = new OffscreenCanvas(Math.ceil(image.width / 8), Math.ceil(image.height / 8));
    const context = canvas.getContext("2d");
    context.imageSmoothingQuality = "high";
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return context.getImageData(0, 0, canvas.width, canvas.height);
  };
  const [a, b] = [await read(one), await read(other)];
  if (a.width !== b.width || a.height !== b.height) return 1;
  let apart = 0;
  for (let at = 0; at < a.data.length; at += 4)
    apart += [0, 1, 2].some(band => Math.abs(a.data[at + band] - b.data[at + band]) > 42);
  return apart / (a.width * a.height);
}"""


def make_address(picture: bytes) -> str:
    return f"data:image/png;base64,{b64encode(picture).decode()}"


@pytest.mark.parametrize("name", PICTURES)
def test_a_view_looks_as_it_did(open_page: Open, demo_report: str, name: str) -> None:
    view, options = PICTURES[name]
    page = open_page(f"{demo_report}#/{view}", **{"viewport": DESK, "reduced_motion": "reduce", **options}).page
    page.locator("main h1, main h2").last.wait_for()
    page.evaluate("new Promise(done => setTimeout(done, 400))")  # what is drawn after the first sight
    picture = page.screenshot()
    golden = GOLDEN / f"{name}.png"
    if not golden.exists():
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(picture)
        pytest.fail(f"{golden.name} was missing and is written now: look at it, and commit it if you would show it")
    blank = open_page("about:blank").page
    apart = blank.evaluate(COMPARE, [make_address(picture), make_address(golden.read_bytes())])
    assert apart <= MOST, f"{apart:.1%} of {name} look different from {golden}"

"""Stage 3: which articles tell of one event (a story), and which stories of one continuing matter (a thread)."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from stemma.cluster.bridges import bridge_groups
from stemma.cluster.features import Profile, make_profile
from stemma.cluster.likeness import Likeness, Vector, compare_vectors, make_vector, share_facts
from stemma.cluster.rarity import Rarity, measure_rarity
from stemma.cluster.stories import STORY_LIKENESS, group_pairs
from stemma.cluster.threads import group_threads
from stemma.cluster.windows import find_pairs
from stemma.find import find_sentences
from stemma.lang import find_language
from stemma.model import Article, Story, Thread
from stemma.settings import Settings
from stemma.text import make_id

CENTRE_SAMPLE = 40  # of a large story so many articles are compared to find the most central one
TITLE_LENGTH = 120

__all__ = ["Likeness", "cluster", "explain_pair", "make_profile"]


def cluster(articles: Sequence[Article], settings: Settings) -> tuple[list[Article], list[Story], list[Thread]]:
    """Group articles into stories and stories into threads.

    Args:
        articles: in any order; the outcome is the same.
        settings: names the sentence encoder that brings languages together; with one language none is loaded.

    Returns:
        The articles, in the given order, each with its story; the stories; the threads of two or more stories.
    """
    known = {article.id: article for article in articles}
    ordered = [
        a for _, a in sorted(known.items()) if a.duplicate_of not in known
    ]  # a copy goes where its original goes
    profiles = [make_profile(article) for article in ordered]
    rarity = measure_rarity(profiles)
    vectors = [make_vector(profile, rarity) for profile in profiles]
    found = list(find_pairs(vectors))
    pairs = [(i, j, likeness.content, likeness.time) for i, j, likeness in found]
    groups = group_pairs(len(ordered), pairs, STORY_LIKENESS)
    scores = {(i, j): likeness.score for i, j, likeness in found}
    groups = bridge_groups(ordered, groups, scores, lambda i, j: share_facts(vectors[i], vectors[j]), settings.embedder)
    copies: dict[str, list[Article]] = defaultdict(list)
    for article in known.values():
        if article.duplicate_of in known:
            copies[article.duplicate_of or ""].append(article)
    stories = [_make_story([ordered[i] for i in group], [vectors[i] for i in group], copies) for group in groups]
    stories, threads = _thread_stories(stories, [[profiles[i] for i in group] for group in groups], rarity)
    homes = {id: story.id for story in stories for id in story.articles}
    return [replace(article, story=homes[article.id]) for article in articles], stories, threads


def explain_pair(one: Article, other: Article, pile: Sequence[Article] = ()) -> Likeness:
    """Why two articles are, or are not, alike; `pile` is what they were clustered with, and decides what is rare."""
    profiles = {article.id: make_profile(article) for article in (*pile, one, other)}
    rarity = measure_rarity(profiles.values())
    return compare_vectors(make_vector(profiles[one.id], rarity), make_vector(profiles[other.id], rarity))


def _make_story(originals: Sequence[Article], vectors: Sequence[Vector], copies: dict[str, list[Article]]) -> Story:
    articles = [*originals, *(copy for article in originals for copy in copies.get(article.id, ()))]
    counts = Counter(article.language for article in articles)
    language = min(counts, key=lambda code: (-counts[code], code))
    native = {article.id for article in articles if article.language == language}
    central = _find_central([vector for vector in vectors if vector.id in native])
    title = next(_find_title(article) for article in articles if article.id == central)
    ordered = sorted(articles, key=lambda article: (article.published or "9999", article.uri))
    return Story(
        id=make_id("story", *sorted(article.id for article in articles)),
        title=title,
        articles=tuple(article.id for article in ordered),
    )


def _find_central(vectors: Sequence[Vector]) -> str:
    """Id of the article that is most like the others; the first by id among equals."""
    sample = vectors[:CENTRE_SAMPLE]
    return min((-_sum_likeness(vector, sample), vector.id) for vector in sample)[1]


def _sum_likeness(vector: Vector, vectors: Sequence[Vector]) -> float:
    return sum(compare_vectors(vector, other).score for other in vectors if other is not vector)


def _find_title(article: Article) -> str:
    """The headline, or the first sentence where there is none, cut between words."""
    line = article.text.strip().split("\n", 1)[0]
    sentences = find_sentences(line, find_language(article.language))
    words = article.title or (sentences[0].of(line) if sentences else line)
    if article.title or len(words) <= TITLE_LENGTH:
        return words
    cut = words[:TITLE_LENGTH]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:–—-") + "…"


def _thread_stories(
    stories: Sequence[Story], profiles: Sequence[Sequence[Profile]], rarity: Rarity
) -> tuple[list[Story], list[Thread]]:
    threads: list[Thread] = []
    homes: dict[str, str] = {}
    for group in group_threads(profiles, rarity):
        members = [stories[i] for i in group]
        largest = max(members, key=lambda story: (len(story.articles), story.id))
        ids = sorted(story.id for story in members)
        threads.append(Thread(id=make_id("thread", *ids), title=largest.title, stories=tuple(ids)))
        homes.update(dict.fromkeys(ids, threads[-1].id))
    joined = [replace(story, thread=homes.get(story.id)) for story in stories]
    return sorted(joined, key=lambda story: story.id), sorted(threads, key=lambda thread: thread.id)

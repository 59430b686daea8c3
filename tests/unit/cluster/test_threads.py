from stemma.cluster.features import Profile
from stemma.cluster.rarity import measure_rarity
from stemma.cluster.threads import group_threads, merge_profiles


def make_profile(name: str, *keys: str, language: str = "en") -> Profile:
    return Profile(id=name, language=language, day=None, counts=dict.fromkeys(keys, 1.0))


def test_merges_the_mean_of_a_story() -> None:
    merged = merge_profiles([make_profile("b", "w:x", "w:y"), make_profile("a", "w:x", language="id")])
    assert merged.id == "a"
    assert merged.language == "en+id"
    assert merged.counts == {"w:x": 1.0, "w:y": 0.5}


def test_joins_same_actors_and_theme_only() -> None:
    strike = make_profile("a", "n:brekke", "n:hallen", "w:strike", "w:wage", "w:walkout")
    later = make_profile("b", "n:brekke", "n:hallen", "w:strike", "w:wage", "w:deal")
    others = make_profile("c", "n:ruanes", "n:calderra", "w:strike", "w:wage", "w:walkout")
    wedding = make_profile("d", "n:brekke", "n:hallen", "w:wedding", "w:bride", "w:cake")
    profiles = [strike, later, others, wedding]
    assert group_threads([[profile] for profile in profiles], measure_rarity(profiles)) == [[0, 1]]

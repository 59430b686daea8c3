from stemma.weigh.flow import count_paths, find_components, find_path, find_reached, order_nodes, reverse_graph


def test_reached_includes_the_start_and_stops_at_barred_nodes():
    graph = {"a": ["b"], "b": ["c"], "x": ["a"]}
    assert find_reached(graph, ["a"]) == {"a", "b", "c"}
    assert find_reached(graph, ["a"], {"b"}) == {"a"}


def test_a_path_is_a_shortest_one_or_none():
    graph = {"a": ["b", "c"], "b": ["d"], "c": ["e"], "e": ["d"]}
    assert find_path(graph, ["a"], {"d"}) == ["d", "b", "a"]
    assert find_path(graph, ["d", "a"], {"d"}) == ["d"]
    assert find_path(graph, ["d"], {"a"}) == []


def test_reversed_graph_points_back():
    assert reverse_graph({"a": {"b", "c"}, "c": {"b"}}) == {"b": ["a", "c"], "c": ["a"]}


def test_nodes_come_after_what_they_point_to():
    order = order_nodes({"a": ["b"], "b": ["c"]})
    assert order == ["c", "b", "a"]


def test_loops_are_components_and_exemplars_come_first():
    found = find_components({"a": ["b"], "b": ["a", "c"], "d": ["a"]})
    assert found == [{"c"}, {"a", "b"}, {"d"}]


def test_a_chain_of_thousands_needs_no_recursion():
    graph = {f"n{i:05}": [f"n{i + 1:05}"] for i in range(5000)}
    assert len(find_components(graph)) == 5001


def test_a_shared_node_lets_one_path_through():
    graph = {"s": ["m"], "t": ["m"], "m": ["x", "y"]}
    assert count_paths(graph, {"s", "t"}, {"x", "y"}) == 1
    assert count_paths(graph, {"s", "t"}, {"x", "y"}, wide={"m"}) == 2


def test_a_path_may_be_one_node():
    assert count_paths({}, {"a", "b"}, {"b", "c"}) == 1


def test_an_augmenting_path_turns_an_earlier_one_round():
    graph = {"s": ["a", "b"], "t": ["a"], "a": ["x"], "b": ["y"]}
    assert count_paths(graph, {"s", "t"}, {"x", "y"}) == 2

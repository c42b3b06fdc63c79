"""A reading that no change falls into."""

from contextlib import contextmanager

import networkx as nx

from queries.steady import PATIENT, QUICK, same_graph, steady


def still():
    return 0


def test_it_is_taken_until_two_agree():
    given = iter([1, 2, 3, 3, 4])
    assert steady(lambda: next(given), still) == 3
    assert next(given) == 4


def test_two_that_agree_count_only_where_no_change_fell_between():
    given, seen = iter(["half", "half", "whole", "whole"]), iter([0, 0, 1, 1, 1])
    assert steady(lambda: next(given), lambda: next(seen)) == "whole"
    assert list(given) == []


def test_changes_are_held_back_where_it_never_rests():
    held, numbers = [], iter(range(1000))

    @contextmanager
    def calm():
        held.append(True)
        yield
        held.pop()

    assert steady(lambda: "rest" if held else next(numbers), still, calm=calm()) == "rest"
    assert next(numbers) == QUICK + 1
    assert held == []


def test_it_gives_up_where_nothing_holds_it_back():
    numbers = iter(range(1000))
    assert steady(lambda: next(numbers), still) == QUICK + PATIENT + 1


def test_graphs_are_the_same_by_all_that_is_in_them():
    one, other = nx.MultiDiGraph(), nx.MultiDiGraph()
    for graph in (one, other):
        graph.add_edge("a", "b", key="KNOWS", since=1)
    assert same_graph(one, other)
    other.add_edge("a", "b", key="KNOWS", since=2)
    assert not same_graph(one, other)

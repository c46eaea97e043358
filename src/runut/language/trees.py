"""The best tree under given scores: one root, no cycle.

The maximum spanning arborescence of Chu and Liu (1965) and Edmonds (1967). That exactly one word hangs from the
root is had by lowering all arcs from the root by more than any tree can gain (Stanojević and Cohen 2021, "A Root of
a Problem").
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.floating]
Heads = npt.NDArray[np.int64]


def maximum_tree(scores: Scores) -> Heads:
    """Find the best heads.

    Parameters
    ----------
    scores
        ``[n, n + 1]``: row `i` is the word ``i + 1``, column `h` its score under the head `h`; column 0 is the root.

    Returns
    -------
    array of int
        ``[n]``: the head of each word, 0 for the one word that hangs from the root.
    """
    n = len(scores)
    graph = np.full((n + 1, n + 1), -np.inf)
    graph[1:] = scores
    np.fill_diagonal(graph, -np.inf)
    greedy = graph[1:].argmax(1)
    if (greedy == 0).sum() == 1 and _find_cycle(np.concatenate([[0], greedy])) is None:
        return np.asarray(greedy)
    finite = graph[np.isfinite(graph)]
    graph[1:, 0] -= (finite.max() - finite.min() + 1) * (n + 1)
    return _arborescence(graph)[1:]


def _find_cycle(heads: Heads) -> list[int] | None:
    """The words of one cycle, or ``None`` where every word leads to 0."""
    state = np.zeros(len(heads), dtype=np.int8)
    state[0] = 2
    parents = heads.tolist()
    for start in range(1, len(parents)):
        path = []
        at = start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = parents[at]
        if state[at] == 1:
            return path[path.index(at) :]
        state[path] = 2
    return None


def _arborescence(graph: npt.NDArray[np.float64]) -> Heads:
    """Best heads in a graph of which node 0 is the root: ``graph[d, h]`` scores the head `h` of `d`."""
    heads: Heads = graph.argmax(1)
    heads[0] = 0
    cycle = _find_cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(len(graph), dtype=bool)
    inside[cycle] = True
    outer = np.flatnonzero(~inside)
    inner = np.array(cycle)
    kept = graph[inner, heads[inner]]
    # The cycle becomes one node, the last: who enters it breaks one of its arcs, who leaves it starts at its best word.
    entering = graph[np.ix_(inner, outer)] - kept[:, None]
    broken = entering.argmax(0)
    leaving = graph[np.ix_(outer, inner)]
    left = leaving.argmax(1)
    size = len(outer) + 1
    small = np.full((size, size), -np.inf)
    small[:-1, :-1] = graph[np.ix_(outer, outer)]
    small[-1, :-1] = entering.max(0)
    small[:-1, -1] = leaving.max(1)
    solved = _arborescence(small)
    from_cycle = np.flatnonzero(solved[:-1] == size - 1)
    heads[outer] = outer[np.minimum(solved[:-1], size - 2)]
    heads[outer[from_cycle]] = inner[left[from_cycle]]
    enter = solved[-1]
    heads[inner[broken[enter]]] = outer[enter]
    heads[0] = 0
    return heads

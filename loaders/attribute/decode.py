"""The best label sequence under a linear-chain CRF (Viterbi)."""

import numpy as np

from loaders.attribute.tagger import Array


def best_path(emissions: Array, moves: Array, firsts: Array) -> list[int]:
    """Labels of the highest-scoring path; emissions (words, labels), moves (from, to), firsts (labels).

    >>> best_path(np.array([[0, 1], [3, 0]], "f4"), np.array([[0, 0], [-9, 0]], "f4"), np.zeros(2, "f4"))
    [0, 0]
    """
    if not len(emissions):
        return []
    score = firsts + emissions[0]
    back = np.empty((len(emissions), len(score)), dtype=np.int8)
    into = np.ascontiguousarray(moves.T)
    columns = np.arange(len(score))
    for t in range(1, len(emissions)):
        reach = into + score
        best = reach.argmax(1)
        back[t] = best
        score = reach[columns, best] + emissions[t]
    path = [int(score.argmax())]
    for t in range(len(emissions) - 1, 0, -1):
        path.append(int(back[t, path[-1]]))
    return path[::-1]

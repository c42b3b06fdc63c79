"""The numbers that a network is trained with: bfloat16 where the processor multiplies faster by it, else float32.

A processor without instructions for bfloat16 takes some fifty times as long by it.
"""

import time
from functools import cache

import torch
from torch import Tensor

ROWS, WIDTH = 512, 384
TRIES = 3


@cache
def precision() -> torch.dtype:
    """The faster of the two here."""
    return min((torch.float32, torch.bfloat16), key=_seconds)


def mixed() -> torch.autocast:
    """A context in which a network multiplies in the faster of the two."""
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=precision() == torch.bfloat16)


def _seconds(kind: torch.dtype) -> float:
    """The least time of a few products of the size that a layer has; the first one only gets ready."""
    rows, weights = torch.ones(ROWS, WIDTH, dtype=kind), torch.ones(WIDTH, 4 * WIDTH, dtype=kind)
    return min([_timed(rows, weights) for _ in range(TRIES + 1)][1:])


def _timed(rows: Tensor, weights: Tensor) -> float:
    began = time.perf_counter()
    torch.matmul(rows, weights)
    return time.perf_counter() - began

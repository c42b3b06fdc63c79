"""A linear-chain CRF's sums over all label sequences (Lafferty et al., 2001), batched.

Everywhere `emissions` is (batch, words, labels), `moves` (from, to), `firsts` (labels), `lengths` (batch).
"""

from dataclasses import dataclass

import torch
from torch import Tensor


def inside(words: int, lengths: Tensor) -> Tensor:
    """Which places of a batch (batch, words) hold a word."""
    return torch.arange(words)[None, :] < lengths[:, None]


def log_partition(emissions: Tensor, moves: Tensor, firsts: Tensor, lengths: Tensor) -> Tensor:
    """The logarithm (batch) of the sum of all sequences' scores.

    >>> log_partition(torch.zeros(1, 3, 2), torch.zeros(2, 2), torch.zeros(2), torch.tensor([3])).exp().round()
    tensor([8.])
    """
    held = inside(emissions.shape[1], lengths)
    alpha = firsts + emissions[:, 0]
    for t in range(1, emissions.shape[1]):
        step = torch.logsumexp(alpha[:, :, None] + moves[None], dim=1) + emissions[:, t]
        alpha = torch.where(held[:, t, None], step, alpha)
    return torch.logsumexp(alpha, dim=1)


def path_scores(emissions: Tensor, moves: Tensor, firsts: Tensor, lengths: Tensor, labels: Tensor) -> Tensor:
    """The score (batch) of one sequence each, `labels` (batch, words)."""
    held = inside(emissions.shape[1], lengths)
    score = (emissions.gather(2, labels[:, :, None]).squeeze(2) * held).sum(1) + firsts[labels[:, 0]]
    return score + (moves[labels[:, :-1], labels[:, 1:]] * held[:, 1:]).sum(1)


@dataclass(frozen=True)
class Expected:
    """How often a CRF expects each label at each word (batch, words, labels), each move, and each first label."""

    labels: Tensor
    moves: Tensor
    firsts: Tensor

    def score(self, emissions: Tensor, moves: Tensor, firsts: Tensor) -> Tensor:
        """What another CRF scores the sequences on the mean, all of the batch together."""
        return (self.labels * emissions).sum() + (self.moves * moves).sum() + (self.firsts * firsts).sum()


def expected(emissions: Tensor, moves: Tensor, firsts: Tensor, lengths: Tensor, share: Tensor) -> Expected:
    """The expected counts, those of each row times its `share` (batch): the gradients of the log partition."""
    parts = [part.detach().requires_grad_() for part in (emissions, moves, firsts)]
    with torch.enable_grad():
        total = (log_partition(*parts, lengths) * share).sum()
    return Expected(*torch.autograd.grad(total, parts))

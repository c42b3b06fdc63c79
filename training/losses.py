"""What a step of training is judged by: the labels of the words, the links between spans, and who is rested on."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from loaders.attribute.labels import CUES, LABELS
from training.batches import Batch, Part
from training.crf import Expected, expected, inside, log_partition, path_scores
from training.links import link_loss
from training.model import Both, Outputs, Reader

LINK_WEIGHT = 0.3
SEEN = 0.2
"""How sure a teacher is that a word is in a cue before it is asked whether others rest on it."""


@dataclass(frozen=True)
class Moves:
    """A teacher's moves (from, to) and scores of the first label.

    `trust` is the share of a marked text's loss of labels that comes from the teacher.
    """

    moves: Tensor
    firsts: Tensor
    trust: float = 0.5

    def to(self, device: torch.device) -> "Moves":
        return Moves(self.moves.to(device), self.firsts.to(device), self.trust)


def reader_loss(net: Reader, batch: Batch, part: Part, outputs: Outputs, teacher: Moves | None = None) -> Tensor:
    """The loss of one reader's outputs for a batch: of labels and, by LINK_WEIGHT, of links and who is rested on."""
    emissions, seek, cue = (out.float() for out in outputs)
    at_words = emissions.gather(1, batch.words[:, :, None].expand(-1, -1, emissions.shape[2]))
    labels, moves, firsts = at_words[:, :, : len(LABELS)], net.moves(), net.start
    total = log_partition(labels, moves, firsts, batch.lengths)
    gold = total - path_scores(labels, moves, firsts, batch.lengths, part.labels)
    share, counts = torch.zeros_like(part.told), None
    if teacher and part.taught is not None:
        share = torch.where(part.marked > 0, teacher.trust, 1.0) * part.told
        taught = part.taught[:, :, : len(LABELS)]
        counts = expected(taught, teacher.moves, teacher.firsts, batch.lengths, share)
    held = part.marked * (1 - share)
    words = (batch.lengths * torch.maximum(part.marked, part.told)).sum().clamp(min=1)
    loss = (gold * held + total * share).sum()
    loss = (loss - counts.score(labels, moves, firsts) if counts else loss) / words
    if part.choices:
        loss = loss + LINK_WEIGHT * link_loss(net, part.choices, seek, cue)
    if at_words.shape[2] > len(LABELS):
        loss = loss + LINK_WEIGHT * _rest_loss(part, batch.lengths, at_words[:, :, -1], counts)
    return loss


def _rest_loss(part: Part, lengths: Tensor, odds: Tensor, counts: Expected | None) -> Tensor:
    """Cross-entropy of the log odds (batch, words) that others rest on a cue: at marked ones, else as taught."""
    row, word, wanted = part.rests.unbind(1)
    losses = nn.functional.binary_cross_entropy_with_logits(odds[row, word], wanted.float(), reduction="none")
    total, weight = losses.sum(), torch.as_tensor(float(len(row)), device=odds.device)
    if counts and part.taught is not None:
        cue = counts.labels[:, :, list(CUES)].sum(2) * (1 - part.marked)[:, None]
        cue = cue * (cue > SEEN) * inside(odds.shape[1], lengths)
        taught = torch.sigmoid(part.taught[:, :, -1])
        losses = nn.functional.binary_cross_entropy_with_logits(odds, taught, reduction="none")
        total, weight = total + (losses * cue).sum(), weight + cue.sum()
    return total / weight.clamp(min=1)


def joint_loss(
    net: Both, batch: Batch, outputs: tuple[Outputs, Outputs], teachers: tuple[Moves, Moves] | None = None
) -> Tensor:
    """The loss of both readers' outputs for a batch, each counted alike."""
    one, two = teachers or (None, None)
    first = reader_loss(net.tagger, batch, batch.first, outputs[0], one)
    return first + reader_loss(net.upstream, batch, batch.second, outputs[1], two)

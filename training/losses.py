"""What a step of training is judged by: the labels of the words, and the links between spans."""

from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from loaders.attribute.labels import LABELS, ROLES, runs
from training.batches import Batch, collate
from training.crf import expected, log_partition, path_scores
from training.examples import Window
from training.model import Reader, Tagger
from training.precision import mixed
from training.teach import Lesson

LINK_WEIGHT = 0.3
Outputs = tuple[Tensor, Tensor, Tensor]
"""A reader's emissions and the link head's two views."""


@dataclass
class Spans:
    """A window's gold spans of one role: piece ranges, word ranges, and their attributions' numbers."""

    pieces: list[tuple[int, int]]
    words: list[tuple[int, int]]
    owners: list[int]


def spans_by_role(w: Window) -> dict[str, Spans]:
    owners = w.example.owners[w.first : w.last]
    a, b = w.pieces()
    piece = [*(w.example.words[w.first : w.last] - a + 1).tolist(), b - a + 1]
    out = {role: Spans([], [], []) for role in ROLES}
    for role, s, e in runs(w.example.labels[w.first : w.last].tolist()):
        out[role].pieces.append((piece[s], piece[e]))
        out[role].words.append((s + w.first, e + w.first))
        out[role].owners.append(int(owners[s]))
    return out


def link_loss(net: Reader, items: list[Window], seek: Tensor, cue: Tensor) -> Tensor | None:
    """Cross-entropy of each content's and source's choice of a cue, and of each cue's choice of a source or none."""
    losses: list[Tensor] = []
    for k, w in enumerate(items):
        spans = spans_by_role(w)
        cues = spans["cue"]
        if not cues.pieces:
            continue
        home = {owner: i for i, owner in reversed(list(enumerate(cues.owners)))}
        for role in ("source", "content"):
            mine = [i for i, owner in enumerate(spans[role].owners) if owner in home]
            if len(cues.pieces) > 1 and mine:
                pieces = [spans[role].pieces[i] for i in mine]
                scores = net.link_scores(seek[k], cue[k], pieces, cues.pieces, role)
                wanted = torch.tensor([home[spans[role].owners[i]] for i in mine])
                losses.append(nn.functional.cross_entropy(scores, wanted))
        sources = spans["source"]
        choices = [chosen_source(owner, w, sources) for owner in cues.owners]
        if sources.pieces and any(c is not None for c in choices):
            scores = net.link_scores(seek[k], cue[k], sources.pieces, cues.pieces, "source").T
            scores = torch.cat([scores, net.none_scores(cue[k], cues.pieces)[:, None]], 1)
            rows = [i for i, c in enumerate(choices) if c is not None]
            wanted = torch.tensor([c for c in choices if c is not None])
            losses.append(nn.functional.cross_entropy(scores[rows], wanted))
    return torch.stack(losses).mean() if losses else None


def chosen_source(owner: int, w: Window, sources: Spans) -> int | None:
    """Which of the window's sources is the attribution's, one past the last for none, None if it is elsewhere."""
    home = w.example.homes.get(owner)
    if not home:
        return len(sources.pieces)
    return next((i for i, (s, e) in enumerate(sources.words) if home & set(range(s, e))), None)


def label_loss(net: Reader, batch: Batch, emissions: Tensor, lesson: Lesson | None) -> Tensor:
    """Mean negative log-likelihood a word, of the marks and of what the teacher expects.

    A window with both has the lesson's `trust` of its loss from the teacher; one with either has all from that.
    """
    moves, firsts = net.moves(), net.start
    total = log_partition(emissions, moves, firsts, batch.lengths)
    gold = total - path_scores(emissions, moves, firsts, batch.lengths, batch.labels)
    if lesson is None or batch.taught is None:
        return gold.sum() / batch.lengths.sum()
    share = torch.where(batch.marked, lesson.trust, 1.0) * batch.told
    counts = expected(batch.taught, lesson.moves, lesson.firsts, batch.lengths, share)
    learnt = (total * share).sum() - counts.score(emissions, moves, firsts)
    return ((gold * (1 - share)).sum() + learnt) / batch.lengths.sum()


def rest_loss(items: list[Window], odds: Tensor) -> Tensor | None:
    """Cross-entropy of the log odds (batch, words) at each cue's first word that others rest on its attribution."""
    places: list[tuple[int, int, float]] = []
    for k, w in enumerate(items):
        cues = spans_by_role(w)["cue"]
        for (start, _), owner in zip(cues.words, cues.owners, strict=True):
            places.append((k, start - w.first, float(owner in w.example.upstream)))
    if not places:
        return None
    seen = torch.stack([odds[k, word] for k, word, _ in places])
    return nn.functional.binary_cross_entropy_with_logits(seen, torch.tensor([wanted for *_, wanted in places]))


def joint_loss(
    net: Reader, items: list[Window], batch: Batch, outputs: Outputs, lesson: Lesson | None = None
) -> Tensor:
    """The loss of a reader's outputs for a batch: of labels and, by LINK_WEIGHT, links and who is rested on."""
    emissions, seek, cue = (part.float() for part in outputs)
    at_words = emissions.gather(1, batch.words[:, :, None].expand(-1, -1, emissions.shape[2]))
    loss = label_loss(net, batch, at_words[:, :, : len(LABELS)], lesson)
    rests = rest_loss(items, at_words[:, :, -1]) if at_words.shape[2] > len(LABELS) else None
    parts = (link_loss(net, items, seek, cue), rests)
    return loss + sum(LINK_WEIGHT * part for part in parts if part is not None)


def step_loss(
    net: Tagger, items: list[Window], tokenizer: Tokenizer, masked: float, lesson: Lesson | None = None
) -> Tensor:
    """The loss of a batch of windows, now and then blurred."""
    batch = collate(items, tokenizer, masked)
    with mixed():
        outputs = net(batch.ids, batch.marks, batch.mask)
    return joint_loss(net, items, batch, outputs, lesson)

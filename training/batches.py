"""Batches of windows, now and then blurred, as tensors."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from loaders.attribute.labels import GAPS, SHAPES
from training.examples import Window
from training.links import Choices, choices, spans_by_role

BATCH = 16


@dataclass
class Part:
    """What one reader is to learn from a batch.

    `labels` (batch, words); `choices` of links; `rests`, places (cues, 3) of row, word, and whether others rest on the
    cue's attribution. `marked` and `told` (batch) are 1 for rows that somebody has marked, that a teacher has read;
    `taught` holds its emissions (batch, words, columns), None where it has read none of the rows.
    """

    labels: Tensor
    marked: Tensor
    told: Tensor
    taught: Tensor | None
    choices: Choices | None
    rests: Tensor

    def to(self, device: torch.device) -> "Part":
        return Part(*_moved(self, device))


@dataclass
class Batch:
    """Tensors of a batch: ids, marks and mask (batch, pieces), each word's piece (batch, words), lengths (batch)."""

    ids: Tensor
    marks: Tensor
    mask: Tensor
    words: Tensor
    lengths: Tensor
    first: Part
    second: Part

    def to(self, device: torch.device) -> "Batch":
        return Batch(*_moved(self, device))


def _moved(held: Batch | Part, device: torch.device) -> Iterator[Any]:
    """A batch's parts on a device."""
    for part in fields(held):
        value = getattr(held, part.name)
        if isinstance(value, Tensor):
            yield value.to(device, non_blocking=True)
        else:
            yield value and value.to(device)


def known(tokenizer: Tokenizer, token: str) -> int:
    """The id of a piece that the tokenizer must have."""
    number = tokenizer.token_to_id(token)
    if number is None:
        raise SystemExit(f"the tokenizer has no {token}")
    return int(number)


def blurred(ids: np.ndarray, seen: np.ndarray, tokenizer: Tokenizer, masked: float) -> tuple[np.ndarray, np.ndarray]:
    """Now and then, a window as others write: straight or curly marks, no line breaks, no capitals.

    In half of the windows the share `masked` of the pieces cannot be seen.
    """
    straight, apostrophe, opens, closes, curly = (known(tokenizer, mark) for mark in "\"'“”’")
    gap, chance = seen // SHAPES % GAPS, random.random()
    if chance < 0.1:
        ids = np.where((ids == opens) | (ids == closes), straight, np.where(ids == curly, apostrophe, ids))
    elif chance < 0.2:
        ids = np.where(ids == straight, np.where(gap > 0, opens, closes), np.where(ids == apostrophe, curly, ids))
    if random.random() < 0.1:
        seen = np.where(gap == 2, seen - SHAPES, seen)
    if random.random() < 0.05:
        seen = seen - seen % SHAPES
    if masked and random.random() < 0.5:
        ids = np.where(np.random.random(len(ids)) < masked, known(tokenizer, "[MASK]"), ids)
    return ids, seen


def collate(items: list[Window], tokenizer: Tokenizer, masked: float = 0.0) -> Batch:
    width = max(b - a for a, b in (w.pieces() for w in items)) + 2
    count = max(w.last - w.first for w in items)
    ids = torch.full((len(items), width), known(tokenizer, "[PAD]"))
    seen, mask = (torch.zeros((len(items), width), dtype=torch.long) for _ in range(2))
    words = torch.zeros((len(items), count), dtype=torch.long)
    for k, w in enumerate(items):
        a, b = w.pieces()
        n = w.last - w.first
        window_ids, window_marks = blurred(w.example.ids[a:b], w.example.marks[a:b], tokenizer, masked)
        ids[k, 0] = known(tokenizer, "[CLS]")
        ids[k, 1 : b - a + 1] = torch.from_numpy(window_ids)
        ids[k, b - a + 1] = known(tokenizer, "[SEP]")
        seen[k, 1 : b - a + 1] = torch.from_numpy(window_marks)
        mask[k, : b - a + 2] = 1
        words[k, :n] = torch.from_numpy(w.example.words[w.first : w.last] - a + 1)
    lengths = torch.tensor([w.last - w.first for w in items])
    return Batch(ids, seen, mask, words, lengths, *(_part(items, count, reader) for reader in (0, 1)))


def _part(items: list[Window], count: int, reader: int) -> Part:
    held = [w.example.marked[reader] for w in items]
    labels = torch.zeros((len(items), count), dtype=torch.long)
    rests: list[tuple[int, int, int]] = []
    for k, (marked, w) in enumerate(zip(held, items, strict=True)):
        if marked is not None:
            labels[k, : w.last - w.first] = torch.from_numpy(marked.labels[w.first : w.last])
            cues = spans_by_role(marked, w)["cue"]
            rests += [
                (k, start - w.first, int(owner in marked.upstream))
                for (start, _), owner in zip(cues.words, cues.owners, strict=True)
            ]
    told = torch.tensor([float(w.example.taught[reader] is not None) for w in items])
    return Part(
        labels,
        torch.tensor([float(marked is not None) for marked in held]),
        told,
        _taught(items, count, reader),
        choices(held, items),
        torch.tensor(rests, dtype=torch.long).reshape(-1, 3),
    )


def _taught(items: list[Window], count: int, reader: int) -> Tensor | None:
    """The teacher's emissions (batch, words, columns), None where it has read none of the windows."""
    rows = [w.example.taught[reader] for w in items]
    columns = next((row.shape[1] for row in rows if row is not None), None)
    if columns is None:
        return None
    taught = torch.zeros((len(items), count, columns))
    for k, (row, w) in enumerate(zip(rows, items, strict=True)):
        if row is not None:
            taught[k, : w.last - w.first] = torch.from_numpy(row[w.first : w.last].astype(np.float32))
    return taught


def batches(items: list[Window], size: int = BATCH) -> list[list[Window]]:
    """Batches of `size` windows of about one length, in random order."""
    items = sorted(items, key=lambda w: w.last - w.first + random.random() * 16)
    cut = [items[i : i + size] for i in range(0, len(items), size)]
    random.shuffle(cut)
    return cut

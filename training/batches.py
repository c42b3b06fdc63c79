"""Batches of windows, now and then blurred, as tensors."""

import random
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from loaders.attribute.labels import GAPS, LABELS, SHAPES
from training.examples import Window

BATCH = 16


@dataclass
class Batch:
    """Tensors of a batch: ids, marks and mask (batch, pieces), words and labels (batch, words), lengths (batch).

    `taught` holds a teacher's emissions (batch, words, labels), None where no row has any; `told` (batch) is 1 for
    rows that have, 0 for others; `marked` (batch) says which rows an annotator has marked.
    """

    ids: Tensor
    marks: Tensor
    mask: Tensor
    words: Tensor
    labels: Tensor
    lengths: Tensor
    marked: Tensor
    told: Tensor
    taught: Tensor | None


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
    words, labels = (torch.zeros((len(items), count), dtype=torch.long) for _ in range(2))
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
        labels[k, :n] = torch.from_numpy(w.example.labels[w.first : w.last])
    lengths = torch.tensor([w.last - w.first for w in items])
    marked = torch.tensor([w.example.marked for w in items])
    told = torch.tensor([float(w.example.taught is not None) for w in items])
    return Batch(ids, seen, mask, words, labels, lengths, marked, told, _taught(items, count))


def _taught(items: list[Window], count: int) -> Tensor | None:
    """The teacher's emissions (batch, words, labels), None where it has read none of the windows."""
    if all(w.example.taught is None for w in items):
        return None
    taught = torch.zeros((len(items), count, len(LABELS)))
    for k, w in enumerate(items):
        if w.example.taught is not None:
            taught[k, : w.last - w.first] = torch.from_numpy(w.example.taught[w.first : w.last].astype(np.float32))
    return taught


def batches(items: list[Window], size: int = BATCH) -> list[list[Window]]:
    """Batches of `size` windows of about one length, in random order."""
    items = sorted(items, key=lambda w: w.last - w.first + random.random() * 16)
    cut = [items[i : i + size] for i in range(0, len(items), size)]
    random.shuffle(cut)
    return cut

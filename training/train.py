"""Train the tagger on PolNeAR: `python -m training.train --corpora DIR --out tagger.pt`."""

import argparse
import bisect
import json
import random
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from loaders.attribute.labels import BEGIN, INSIDE, LABELS, OUTSIDE, ROLES, runs
from training.corpus import Article, read_polnear
from training.encoder import packaged
from training.model import Tagger

WINDOW = 256
BATCH = 16
LINK_WEIGHT = 0.3


@dataclass
class Example:
    """An article in pieces. `words` holds the first piece of every word; labels and owners go by word."""

    ids: np.ndarray
    words: np.ndarray
    labels: np.ndarray
    owners: np.ndarray


@dataclass
class Window:
    """The words from `first` to `last` (exclusive) of an example."""

    example: Example
    first: int
    last: int

    def pieces(self) -> tuple[int, int]:
        words, ids = self.example.words, self.example.ids
        return int(words[self.first]), int(words[self.last]) if self.last < len(words) else len(ids)


def prepare(article: Article, tokenizer: Tokenizer) -> Example:
    """Label an article's words; where attributions overlap, the later one in the file has the word."""
    encoded = tokenizer.encode(article.text, add_special_tokens=False)
    tokens = encoded.tokens
    starts = [i for i, token in enumerate(tokens) if not token.startswith("##")]
    ends = [*starts[1:], len(tokens)]
    offsets = encoded.offsets
    edges = [(offsets[a][0], offsets[b - 1][1]) for a, b in zip(starts, ends, strict=True)]
    labels = np.zeros(len(starts), dtype=np.int64)
    owners = np.full(len(starts), -1)
    for number, gold in enumerate(article.attributions):
        for role in ROLES:
            for s, e in gold.spans[role]:
                first = bisect.bisect_right(edges, s, key=lambda edge: edge[1])
                last = bisect.bisect_left(edges, e, key=lambda edge: edge[0])
                for k, i in enumerate(range(first, last)):
                    labels[i] = INSIDE[role] if k else BEGIN[role]
                    owners[i] = number
    for i, label in enumerate(labels):
        role = LABELS[label][2:]
        if label != OUTSIDE and label == INSIDE[role] and (i == 0 or LABELS[labels[i - 1]][2:] != role):
            labels[i] = BEGIN[role]
    return Example(np.array(encoded.ids), np.array(starts), labels, owners)


def windows(example: Example, offset: int) -> list[Window]:
    """Cut an example into windows of at most WINDOW - 2 pieces, the first one `offset` pieces short."""
    out, first, room = [], 0, WINDOW - 2 - offset
    for i in range(len(example.words) + 1):
        end = int(example.words[i]) if i < len(example.words) else len(example.ids)
        if i > first and end - int(example.words[first]) > room:
            out.append(Window(example, first, i - 1 if i - 1 > first else i))
            first, room = out[-1].last, WINDOW - 2
    if first < len(example.words):
        out.append(Window(example, first, len(example.words)))
    return [w for w in out if 8 < w.pieces()[1] - w.pieces()[0] <= WINDOW - 2]


def batches(items: list[Window]) -> list[list[Window]]:
    """Batches of windows of about one length, in random order."""
    items = sorted(items, key=lambda w: w.last - w.first + random.random() * 16)
    cut = [items[i : i + BATCH] for i in range(0, len(items), BATCH)]
    random.shuffle(cut)
    return cut


@dataclass
class Batch:
    """Tensors of a batch: ids and mask (batch, pieces), words and labels (batch, words), lengths (batch)."""

    ids: Tensor
    mask: Tensor
    words: Tensor
    labels: Tensor
    lengths: Tensor


def collate(items: list[Window], tokenizer: Tokenizer) -> Batch:
    width = max(b - a for a, b in (w.pieces() for w in items)) + 2
    count = max(w.last - w.first for w in items)
    ids = torch.full((len(items), width), tokenizer.token_to_id("[PAD]"))
    mask = torch.zeros((len(items), width), dtype=torch.long)
    words = torch.zeros((len(items), count), dtype=torch.long)
    labels = torch.zeros((len(items), count), dtype=torch.long)
    for k, w in enumerate(items):
        a, b = w.pieces()
        n = w.last - w.first
        ids[k, 0] = tokenizer.token_to_id("[CLS]")
        ids[k, 1 : b - a + 1] = torch.from_numpy(w.example.ids[a:b])
        ids[k, b - a + 1] = tokenizer.token_to_id("[SEP]")
        mask[k, : b - a + 2] = 1
        words[k, :n] = torch.from_numpy(w.example.words[w.first : w.last] - a + 1)
        labels[k, :n] = torch.from_numpy(w.example.labels[w.first : w.last])
        if labels[k, 0] in INSIDE.values():
            labels[k, 0] = BEGIN[LABELS[labels[k, 0]][2:]]
    return Batch(ids, mask, words, labels, torch.tensor([w.last - w.first for w in items]))


def link_loss(net: Tagger, batch: Batch, items: list[Window], seek: Tensor, cue: Tensor) -> Tensor | None:
    """Cross-entropy of every source's and content's choice among the window's cues."""
    losses = []
    for k, w in enumerate(items):
        found = runs(batch.labels[k, : batch.lengths[k]].tolist())
        owners = w.example.owners[w.first : w.last]
        piece = [*batch.words[k, : batch.lengths[k]].tolist(), w.pieces()[1] - w.pieces()[0] + 1]
        cues = [(piece[s], piece[e], owners[s]) for role, s, e in found if role == "cue"]
        home = {owner: i for i, (_, _, owner) in reversed(list(enumerate(cues)))}
        others = [(piece[s], piece[e], owners[s]) for role, s, e in found if role != "cue" and owners[s] in home]
        if len(cues) > 1 and others:
            scores = net.link_scores(seek[k], cue[k], [o[:2] for o in others], [c[:2] for c in cues])
            losses.append(nn.functional.cross_entropy(scores, torch.tensor([home[o[2]] for o in others])))
    return torch.stack(losses).mean() if losses else None


def step_loss(net: Tagger, items: list[Window], tokenizer: Tokenizer) -> Tensor:
    batch = collate(items, tokenizer)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        emissions, seek, cue = net(batch.ids, batch.mask)
    emissions, seek, cue = emissions.float(), seek.float(), cue.float()
    at_words = emissions.gather(1, batch.words[:, :, None].expand(-1, -1, len(LABELS)))
    loss = net.crf_loss(at_words, batch.labels, batch.lengths)
    links = link_loss(net, batch, items, seek, cue)
    return loss if links is None else loss + LINK_WEIGHT * links


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds PolNeAR/")
    parser.add_argument("--encoder", type=Path, default=packaged(), help="folder with the encoder's weights")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(args.encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    examples = [prepare(article, tokenizer) for article in read_polnear(args.corpora / "PolNeAR", "train")]
    net = Tagger(args.encoder)
    encoder = [p for name, p in net.named_parameters() if name.startswith("bert.")]
    heads = [p for name, p in net.named_parameters() if not name.startswith("bert.")]
    optimizer = torch.optim.AdamW([{"params": encoder, "lr": 3e-4}, {"params": heads, "lr": 2e-3}], weight_decay=0.01)
    total = args.epochs * (sum(len(windows(e, 0)) for e in examples) // BATCH + 6)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, (s + 1) / (0.06 * total)) * max(0.02, 1 - s / total)
    )
    began, done = time.time(), 0
    for epoch in range(args.epochs):
        net.train()
        recent: list[float] = []
        for items in batches([w for e in examples for w in windows(e, random.randrange(WINDOW - 32))]):
            loss = step_loss(net, items, tokenizer)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            done += 1
            recent.append(loss.item())
            if done % 20 == 0:
                line = {"epoch": epoch, "step": done, "of": total, "loss": round(float(np.mean(recent[-20:])), 4)}
                print(json.dumps(line | {"seconds": round(time.time() - began)}), flush=True)
        torch.save(net.state_dict(), args.out)


if __name__ == "__main__":
    main()

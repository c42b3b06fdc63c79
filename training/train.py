"""Train the tagger on PolNeAR: `python -m training.train --corpora DIR --out tagger.pt`."""

import argparse
import json
import random
import time
from collections import deque
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from loaders.attribute.labels import LABELS, ROLES, runs
from training.batches import batches, collate
from training.corpus import read_contents, read_versions
from training.encoder import packaged
from training.examples import WINDOW, Example, Window, passages, prepare, windows
from training.model import Tagger
from training.recombine import Recombined

LINK_WEIGHT = 0.3
SHORT = 0.25
"""Share of the articles that an epoch reads paragraph by paragraph."""
MADE = 2500
"""Recombined passages an epoch."""
ENDS = 3
"""Epochs at the end of which the moving averages are taken together: the mean of three does better than the last."""
PLAIN = 200
"""Contents with nothing inside them an epoch."""


def epoch_windows(
    articles: list[list[Example]], contents: list[Example], made: list[Example], size: int
) -> list[Window]:
    """An epoch's windows: of each article one annotator's version, a quarter of them cut short, and all the rest."""
    out = [w for example in (*contents, *made) for w in passages(example, size)]
    for versions in articles:
        example = random.choice(versions)
        short = random.random() < SHORT
        out += passages(example, size) if short else windows(example, random.randrange(size - 32), size)
    return out


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


def link_loss(net: Tagger, items: list[Window], seek: Tensor, cue: Tensor) -> Tensor | None:
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


def step_loss(net: Tagger, items: list[Window], tokenizer: Tokenizer, masked: float) -> Tensor:
    batch = collate(items, tokenizer, masked)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        emissions, seek, cue = net(batch.ids, batch.marks, batch.mask)
    emissions, seek, cue = emissions.float(), seek.float(), cue.float()
    at_words = emissions.gather(1, batch.words[:, :, None].expand(-1, -1, len(LABELS)))
    loss = net.crf_loss(at_words, batch.labels, batch.lengths)
    links = link_loss(net, items, seek, cue)
    return loss if links is None else loss + LINK_WEIGHT * links


def mean(states: Collection[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of several weights of one network, name by name."""
    names = next(iter(states))
    return {name: torch.stack([state[name].float() for state in states]).mean(0) for name in names}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds PolNeAR/")
    parser.add_argument("--encoder", type=Path, default=packaged(), help="folder with the encoder's weights")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--rate", type=float, default=3e-4, help="highest learning rate of the encoder")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--window", type=int, default=WINDOW, help="pieces of a window, its two edges counted")
    parser.add_argument("--masked", type=float, default=0.0, help="share of pieces hidden in half of the windows")
    return parser.parse_args()


def main() -> None:
    args = _arguments()
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    np.random.seed(args.seed)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(args.encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    versions = list(read_versions(args.corpora / "PolNeAR", "train"))
    examples = [[prepare(article, tokenizer) for article in articles] for articles in versions]
    recombined = Recombined([articles[0] for articles in versions])
    inner = [prepare(a, tokenizer) for a in read_contents(args.corpora / "gum-attributions.jsonl", "train")]
    net = Tagger(args.encoder)
    if args.start:
        net.load_state_dict(torch.load(args.start, weights_only=True))
    encoder = [p for name, p in net.named_parameters() if name.startswith("bert.")]
    heads = [p for name, p in net.named_parameters() if not name.startswith("bert.")]
    groups = [{"params": encoder, "lr": args.rate}, {"params": heads, "lr": 7 * args.rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)

    def epoch_batches() -> list[list[Window]]:
        made = [prepare(recombined.passage(), tokenizer) for _ in range(MADE)]
        held = [example for example in inner if example.labels.any()]
        held += random.sample([example for example in inner if not example.labels.any()], PLAIN)
        return batches(epoch_windows(examples, held, made, args.window))

    total = args.epochs * len(epoch_batches())
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, (s + 1) / (0.06 * total)) * max(0.02, 1 - s / total)
    )
    average = AveragedModel(net, multi_avg_fn=get_ema_multi_avg_fn(0.998))
    ends: deque[dict[str, Tensor]] = deque(maxlen=ENDS)
    began, done = time.time(), 0
    for epoch in range(args.epochs):
        net.train()
        recent: list[float] = []
        for items in epoch_batches():
            loss = step_loss(net, items, tokenizer, args.masked)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            average.update_parameters(net)
            done += 1
            recent.append(loss.item())
            if done % 50 == 0:
                line = {"epoch": epoch, "step": done, "of": total, "loss": round(float(np.mean(recent[-50:])), 4)}
                print(json.dumps(line | {"seconds": round(time.time() - began)}), flush=True)
        ends.append({name: value.clone() for name, value in average.module.state_dict().items()})
        torch.save(mean(ends), args.out)


if __name__ == "__main__":
    main()

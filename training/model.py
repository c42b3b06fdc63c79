"""The tagger as torch modules: a small encoder; twice a linear-chain CRF over words and a biaffine score for links."""

import copy
import math
from pathlib import Path
from typing import cast

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import AutoConfig, AutoModel

from loaders.attribute.labels import FORBIDDEN, LABELS, N_BUCKETS, N_MARKS, OUTSIDE, TABLE, distance_bucket

LINK_WIDTH = 128
NEVER = -1e4
OWN = 2
"""Last layers of the encoder that the second reader has of its own."""
MOSTLY_OUTSIDE = 3.0
"""The score from which the second reader begins that a word is outside of everything."""


class Reader(nn.Module):
    """The heads of one reader of an encoder's vectors (batch, pieces, `width`)."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.drop = nn.Dropout(0.1)
        self.emit = nn.Linear(width, len(LABELS))
        self.seek = nn.Linear(width, LINK_WIDTH)
        self.cue = nn.Linear(width, LINK_WIDTH)
        self.distance = nn.Embedding(N_BUCKETS, 2)
        self.none = nn.Linear(LINK_WIDTH, 1)
        self.transitions = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.start = nn.Parameter(torch.zeros(len(LABELS)))
        nn.init.zeros_(self.distance.weight)
        banned = torch.zeros(len(LABELS), len(LABELS))
        for before, after in FORBIDDEN:
            banned[before, after] = NEVER
        self.register_buffer("banned", banned)

    def heads(self, hidden: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Emissions (batch, pieces, labels), and the link head's two views (batch, pieces, 128)."""
        hidden = self.drop(hidden)
        return self.emit(hidden), self.seek(hidden), self.cue(hidden)

    def moves(self) -> Tensor:
        """Transition scores (from, to) with those that cannot be set out of reach."""
        return cast(Tensor, self.transitions + self.banned)

    def link_scores(
        self, seek: Tensor, cue: Tensor, spans: list[tuple[int, int]], cues: list[tuple[int, int]], role: str
    ) -> Tensor:
        """Scores (spans, cues) from one row's views (pieces, 128); spans and cues are piece ranges."""
        a = torch.stack([seek[s:e].mean(0) for s, e in spans])
        b = torch.stack([cue[s:e].mean(0) for s, e in cues])
        buckets = torch.tensor([[distance_bucket(x, y) for y in cues] for x in spans])
        return a @ b.T / math.sqrt(LINK_WIDTH) + self.distance(buckets)[:, :, TABLE[role]]

    def none_scores(self, cue: Tensor, cues: list[tuple[int, int]]) -> Tensor:
        """Score (cues) of having no source at all."""
        return cast(Tensor, self.none(torch.stack([cue[s:e].mean(0) for s, e in cues])).squeeze(1))


class Tagger(Reader):
    """An encoder and the first reader.

    `forward` gives, for ids, marks and mask of shape (batch, pieces): emissions (batch, pieces, labels), and the link
    head's two views (batch, pieces, 128): of a source or content, and of a cue. A mark's vector is added to its
    piece's: the encoder knows neither capitals nor line breaks. It starts at zero, so that training begins from the
    encoder as it was.
    """

    def __init__(self, encoder: Path, attention: str | None = None) -> None:
        config = AutoConfig.from_pretrained(encoder, attn_implementation=attention, attention_probs_dropout_prob=0.0)
        super().__init__(config.hidden_size)
        self.bert = AutoModel.from_config(config, add_pooling_layer=False)
        state = {k.removeprefix("bert."): v for k, v in load_file(encoder / "model.safetensors").items()}
        missing, _ = self.bert.load_state_dict(state, strict=False)
        if missing:
            raise SystemExit(f"{encoder} lacks weights of its own architecture: {', '.join(missing)}")
        self.marks = nn.Embedding(N_MARKS, config.hidden_size)
        nn.init.zeros_(self.marks.weight)

    def layers(self, ids: Tensor, marks: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """What goes into each layer of the encoder, and comes out of the last (batch, pieces, width)."""
        pieces = self.bert.embeddings.word_embeddings(ids) + self.marks(marks)
        found = self.bert(inputs_embeds=pieces, attention_mask=mask, output_hidden_states=True)
        return cast(tuple[Tensor, ...], found.hidden_states)

    def forward(self, ids: Tensor, marks: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        return self.heads(self.layers(ids, marks, mask)[-1])

    def freeze(self, layers: int) -> None:
        """Keep the encoder's piece vectors and lowest `layers` as they are; none of them for 0."""
        if layers:
            kept = [self.bert.encoder.layer[k] for k in range(layers)]
            for part in [self.bert.embeddings, *kept]:
                part.requires_grad_(False)


class Late(Reader):
    """The first reader's OWN last layers and heads, on what goes into these layers of a tagger's encoder.

    `forward` as the tagger's, from that input and the mask.
    """

    def __init__(self, tagger: Tagger) -> None:
        super().__init__(tagger.bert.config.hidden_size)
        self.load_state_dict({k: v for k, v in tagger.state_dict().items() if k in self.state_dict()})
        self.layers = copy.deepcopy(tagger.bert.encoder.layer[-OWN:])

    def seen(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """What comes out of the layers (batch, pieces, width)."""
        hidden_places = (1.0 - mask[:, None, None, :].to(hidden.dtype)) * NEVER
        for layer in self.layers:
            hidden = layer(hidden, hidden_places)
        return hidden

    def forward(self, hidden: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        return self.heads(self.seen(hidden, mask))


class Upstream(Late):
    """The second reader: OWN last layers and heads of its own.

    It begins as a copy of the first reader that finds nothing. The emissions have one column more: the log odds that
    others rest on what a cue belongs to.
    """

    def __init__(self, tagger: Tagger) -> None:
        super().__init__(tagger)
        self.rest = nn.Linear(tagger.bert.config.hidden_size, 1)
        nn.init.zeros_(self.emit.weight)
        nn.init.zeros_(self.emit.bias)
        with torch.no_grad():
            self.emit.bias[OUTSIDE] = MOSTLY_OUTSIDE

    def forward(self, hidden: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        hidden = self.drop(self.seen(hidden, mask))
        return torch.cat([self.emit(hidden), self.rest(hidden)], -1), self.seek(hidden), self.cue(hidden)


def taken_over(tagger: Tagger, late: dict[str, Tensor]) -> dict[str, Tensor]:
    """A tagger's weights with the last layers and heads of a `Late` reader in their place."""
    state, first = tagger.state_dict(), len(tagger.bert.encoder.layer) - OWN
    for name, value in late.items():
        if name.startswith("layers."):
            _, layer, rest = name.split(".", 2)
            state[f"bert.encoder.layer.{first + int(layer)}.{rest}"] = value
        else:
            state[name] = value
    return state


class Both(nn.Module):
    """A tagger with its second reader, as they are shipped: the first's three outputs, then the second's emissions.

    What the second reader finds is put together within its sentence: its link head only helps it to learn.
    """

    def __init__(self, tagger: Tagger, upstream: Upstream) -> None:
        super().__init__()
        self.tagger, self.upstream = tagger, upstream

    def forward(self, ids: Tensor, marks: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        layers = self.tagger.layers(ids, marks, mask)
        return *self.tagger.heads(layers[-1]), self.upstream(layers[-1 - OWN], mask)[0]

"""The tagger as a torch module: a small encoder, a linear-chain CRF over words, a biaffine score for links."""

import math
from pathlib import Path
from typing import cast

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import AutoConfig, AutoModel

from loaders.attribute.labels import FORBIDDEN, LABELS, N_BUCKETS, N_MARKS, TABLE, distance_bucket

LINK_WIDTH = 128
NEVER = -1e4


class Tagger(nn.Module):
    """Encoder plus two heads.

    `forward` gives, for ids, marks and mask of shape (batch, pieces): emissions (batch, pieces, labels), and the link
    head's two views (batch, pieces, 128): of a source or content, and of a cue. A mark's vector is added to its
    piece's: the encoder knows neither capitals nor line breaks. It starts at zero, so that training begins from the
    encoder as it was.
    """

    def __init__(self, encoder: Path, attention: str | None = None) -> None:
        super().__init__()
        config = AutoConfig.from_pretrained(encoder, attn_implementation=attention, attention_probs_dropout_prob=0.0)
        self.bert = AutoModel.from_config(config, add_pooling_layer=False)
        state = {k.removeprefix("bert."): v for k, v in load_file(encoder / "model.safetensors").items()}
        missing, _ = self.bert.load_state_dict(state, strict=False)
        if missing:
            raise SystemExit(f"{encoder} lacks weights of its own architecture: {', '.join(missing)}")
        self.marks = nn.Embedding(N_MARKS, config.hidden_size)
        self.drop = nn.Dropout(0.1)
        self.emit = nn.Linear(config.hidden_size, len(LABELS))
        self.seek = nn.Linear(config.hidden_size, LINK_WIDTH)
        self.cue = nn.Linear(config.hidden_size, LINK_WIDTH)
        self.distance = nn.Embedding(N_BUCKETS, 2)
        self.none = nn.Linear(LINK_WIDTH, 1)
        self.transitions = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.start = nn.Parameter(torch.zeros(len(LABELS)))
        nn.init.zeros_(self.marks.weight)
        nn.init.zeros_(self.distance.weight)
        banned = torch.zeros(len(LABELS), len(LABELS))
        for before, after in FORBIDDEN:
            banned[before, after] = NEVER
        self.register_buffer("banned", banned)

    def forward(self, ids: Tensor, marks: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        pieces = self.bert.embeddings.word_embeddings(ids) + self.marks(marks)
        hidden = self.drop(self.bert(inputs_embeds=pieces, attention_mask=mask).last_hidden_state)
        return self.emit(hidden), self.seek(hidden), self.cue(hidden)

    def freeze(self, layers: int) -> None:
        """Keep the encoder's piece vectors and lowest `layers` as they are; none of them for 0."""
        if layers:
            kept = [self.bert.embeddings, *self.bert.encoder.layer[:layers]]
            for part in kept:
                part.requires_grad_(False)

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

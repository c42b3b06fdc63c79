"""A shipped tagger as weights to go on from: `python -m training.restore --model DIR --out tagger.pt`.

The shipped file is all that is kept of a training run. Its int8 weights, multiplied out, score as it does. The second
reader's are left out: it is trained anew on whatever the first becomes.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.encoder import packaged
from training.model import Tagger

QUANTIZED = "_quantized"
IN_ORDER = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)
"""The matrices of a layer in the order in which the network multiplies by them, which is that of the file."""

HEADS = ("emit.weight", "seek.weight", "cue.weight")


def matrices(layers: int) -> Iterator[str]:
    """The names of the tagger's matrices in the order of the file.

    >>> list(matrices(1))[-4:]
    ['bert.encoder.layer.0.output.dense.weight', 'emit.weight', 'seek.weight', 'cue.weight']
    """
    for layer in range(layers):
        yield from (f"bert.encoder.layer.{layer}.{name}.weight" for name in IN_ORDER)
    yield from HEADS


def restored(model: Path) -> Tagger:
    """The network of a folder with `tagger.onnx` and `tagger.json`."""
    net = Tagger(packaged())
    parts = onnx.load(model / "tagger.onnx").graph.initializer
    held = {part.name.removeprefix("tagger."): numpy_helper.to_array(part) for part in parts}
    quantized = {
        name.removesuffix(QUANTIZED): _multiplied(name.removesuffix(QUANTIZED), held)
        for name in held
        if name.endswith(QUANTIZED)
    }
    names = matrices(net.bert.config.num_hidden_layers)
    named = {name if name in net.state_dict() else next(names, None): value for name, value in quantized.items()}
    state = {name: value for name, value in named.items() if name}  # without a name: the second reader's
    state |= {name: torch.from_numpy(value.copy()) for name, value in held.items() if name in net.state_dict()}
    facts = json.loads((model / "tagger.json").read_text(encoding="utf-8"))
    state |= {
        "transitions": torch.tensor(facts["moves"]) - net.banned,
        "start": torch.tensor(facts["firsts"]),
        "distance.weight": torch.tensor(facts["distance"]),
        "none.weight": torch.tensor([facts["none"]]),
        "none.bias": torch.tensor([facts["none_bias"]]),
    }
    turned = {name: value.T if _turned(name) else value for name, value in state.items()}
    missing, _ = net.load_state_dict(turned, strict=False)
    unknown = [name for name in missing if name not in ("banned", "bert.embeddings.position_ids")]
    if unknown:
        raise SystemExit(f"{model / 'tagger.onnx'} lacks {', '.join(unknown)}")
    return net


def _multiplied(name: str, held: dict[str, object]) -> Tensor:
    scale, zero, steps = (
        torch.from_numpy(held[name + part].copy()).float() for part in ("_scale", "_zero_point", QUANTIZED)
    )
    return (steps - zero) * scale


def _turned(name: str) -> bool:
    """Whether the file holds the matrix as (in, out), where torch has (out, in)."""
    return name.endswith(".weight") and (".self." in name or "dense" in name or name in HEADS)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(restored(args.model).state_dict(), args.out)


if __name__ == "__main__":
    main()

"""Export a trained tagger to int8 ONNX: `python -m training.export --weights tagger.pt --out DIR`."""

import argparse
import json
import shutil
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from loaders.attribute.tagger import OUTPUTS
from training.encoder import packaged
from training.model import Both, Reader, Tagger, Upstream

UNCALIBRATED = [0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0]
"""Weights by which a score is the mean certainty itself, until `training.calibrate` has put others in their place."""


def followed(net: Reader) -> dict[str, object]:
    """What may follow what, as a reader's CRF has it."""
    return {"moves": net.moves().tolist(), "firsts": net.start.tolist()}


def outside(net: Tagger) -> dict[str, object]:
    """What of the first reader's weights is used outside the network."""
    return {
        **followed(net),
        "distance": net.distance.weight.tolist(),
        "none": net.none.weight[0].tolist(),
        "none_bias": net.none.bias.item(),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, default=packaged())
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--upstream", type=Path, help="the second reader's weights; without, it finds nothing")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--version", default="1", help="what assertions name as their extractor's version")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    tagger = Tagger(args.encoder, attention="eager")  # the exporter gets the fused kernel's mask wrong
    tagger.load_state_dict(torch.load(args.weights, weights_only=True))
    upstream = Upstream(tagger)
    if args.upstream:
        upstream.load_state_dict(torch.load(args.upstream, weights_only=True))
    net = Both(tagger, upstream).eval()
    full = args.out / "tagger.fp32.onnx"
    example = torch.ones((2, 16), dtype=torch.long)
    mask = example.clone()
    mask[1, 9:] = 0
    rows, pieces = torch.export.Dim("rows", min=1, max=512), torch.export.Dim("pieces", min=3, max=512)
    torch.onnx.export(
        net,
        (example, torch.zeros_like(example), mask),  # one tensor given twice would be one input
        full,
        dynamo=True,
        external_data=False,
        input_names=["ids", "marks", "mask"],
        output_names=list(OUTPUTS),
        dynamic_shapes={name: {0: rows, 1: pieces} for name in ("ids", "marks", "mask")},
    )
    quantize_dynamic(full, args.out / "tagger.onnx", weight_type=QuantType.QInt8, per_channel=True)
    facts = {"version": args.version, **outside(tagger), "right": UNCALIBRATED, "upstream": followed(upstream)}
    (args.out / "tagger.json").write_text(json.dumps(facts) + "\n", encoding="utf-8")
    shutil.copy(args.encoder / "tokenizer.json", args.out / "tokenizer.json")


if __name__ == "__main__":
    main()

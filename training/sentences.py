"""Export all-MiniLM-L6-v2 as it is to int8 ONNX, for sentence vectors: `python -m training.sentences --out FOLDER`.

Weights of the layers are quantised in blocks of 64 (MatMulNBits), and what runs through them row by row as it comes: a
text's vector does not depend on what it is encoded with, as it would with one scale for the whole batch. Those of the
word table are quantised as a whole. words.npz holds the vectors of the commonest words, for search by meaning.
"""

import argparse
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.matmul_nbits_quantizer import DefaultWeightOnlyQuantConfig, MatMulNBitsQuantizer
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from loaders.match.encoder import Encoder
from training.encoder import packaged

BLOCK = 64
WORDS = 12_000
"""Words of three letters or more, the commonest first. A question then looks at 14 % of the claims and finds .83 of the
ten nearest among the 1,000 first; with 8,000 words at 19 % and .84, with 16,000 at 12 % and .82."""


class Sentences(nn.Module):
    """The encoder with the mean over a text's pieces, at unit length: ids and mask (texts, pieces) to (texts, 384)."""

    def __init__(self, encoder: Path) -> None:
        super().__init__()
        # the exporter gets the fused kernel's mask wrong
        config = BertConfig.from_pretrained(encoder, attn_implementation="eager")
        self.bert = BertModel(config, add_pooling_layer=False)
        state = {k.removeprefix("bert."): v for k, v in load_file(encoder / "model.safetensors").items()}
        self.bert.load_state_dict(state, strict=False)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        hidden = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state
        kept = mask.unsqueeze(2).to(hidden.dtype)
        mean = (hidden * kept).sum(1) / kept.sum(1)
        return cast(Tensor, nn.functional.normalize(mean, dim=1))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, default=packaged())
    parser.add_argument("--out", type=Path, default=Path("build/sentences"))
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        full, layers = Path(folder) / "full.onnx", Path(folder) / "layers.onnx"
        export(args.encoder, full)
        form = DefaultWeightOnlyQuantConfig(block_size=BLOCK, is_symmetric=True, accuracy_level=4, bits=8)
        quantizer = MatMulNBitsQuantizer(onnx.load(full), algo_config=form)
        quantizer.process()
        onnx.save(quantizer.model.model, layers)
        quantize_dynamic(
            layers, args.out / "sentences.onnx", weight_type=QuantType.QInt8, op_types_to_quantize=["Gather"]
        )
    vocabulary = Tokenizer.from_file(str(args.encoder / "tokenizer.json")).get_vocab()
    known = sorted(filter(re.compile("[a-z]{3,}").fullmatch, vocabulary), key=vocabulary.__getitem__)
    vectors = Encoder(args.out / "sentences.onnx").encode(known[:WORDS])
    scaled = np.rint(vectors * (127 / np.abs(vectors).max(axis=1, keepdims=True))).astype(np.int8)
    np.savez_compressed(args.out / "words.npz", vectors=scaled)


def export(encoder: Path, path: Path) -> None:
    """Write the encoder in full precision: what the shipped file is compared with."""
    example = torch.ones((2, 16), dtype=torch.long)
    mask = example.clone()
    mask[1, 9:] = 0
    rows, pieces = torch.export.Dim("rows", min=1, max=512), torch.export.Dim("pieces", min=3, max=512)
    torch.onnx.export(
        Sentences(encoder).eval(),
        (example, mask),
        path,
        dynamo=True,
        external_data=False,
        input_names=["ids", "mask"],
        output_names=["vectors"],
        dynamic_shapes={name: {0: rows, 1: pieces} for name in ("ids", "mask")},
    )


if __name__ == "__main__":
    main()

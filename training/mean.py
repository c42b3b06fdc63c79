"""The mean of several weights of one network: `python -m training.mean --out tagger.pt FIRST.pt SECOND.pt`."""

import argparse
from pathlib import Path

import torch

from training.train import mean


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("weights", type=Path, nargs="+")
    args = parser.parse_args()
    torch.save(mean([torch.load(path, weights_only=True) for path in args.weights]), args.out)


if __name__ == "__main__":
    main()

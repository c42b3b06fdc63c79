"""Speed and memory as ratios against a baseline that runs beside it. `python -m benchmarks.<name>`."""

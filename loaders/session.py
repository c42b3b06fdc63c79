"""How the shipped int8 models are run: on the CPU, with the same arithmetic on every processor."""

from pathlib import Path

import onnxruntime

EXACT = "session.x64quantprecision"
"""ONNX Runtime's option for x86 processors without VNNI, whose 16-bit sums of int8 products would else be cut off."""


def session(file: Path, threads: int) -> onnxruntime.InferenceSession:
    """A model, opened once; `threads` 0 means all cores."""
    options = onnxruntime.SessionOptions()
    options.add_session_config_entry(EXACT, "1")
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(file, options, providers=["CPUExecutionProvider"])

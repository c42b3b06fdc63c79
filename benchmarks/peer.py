"""The attribution step beside Stanford CoreNLP's quote annotator on the same text: `python -m benchmarks.peer`.

CoreNLP (GPL-3.0, 480 MB, fetched by Maven into .cache) runs as a process of its own, with the annotators that its quote
annotator needs; its own timing tells words a second without the start. Both use all cores. The quote annotator finds
quotations and their speakers only: no indirect speech, no chains.
"""

import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.extraction import text_of, whole
from loaders.attribute.tagger import MODEL, Tagger

POM = Path(__file__).parent / "corenlp" / "pom.xml"
JARS = Path(__file__).parents[1] / ".cache" / "corenlp"
ANNOTATORS = "tokenize,pos,lemma,ner,depparse,coref,quote"
_TOTAL = re.compile(r"TOTAL: ([\d.]+) sec. for (\d+) tokens")


def fetch() -> None:
    """CoreNLP's jars into the cache, once."""
    if not list(JARS.glob("stanford-corenlp-*-models.jar")):
        command = ["mvn", "-q", "-B", "-f", str(POM), "dependency:copy-dependencies", f"-DoutputDirectory={JARS}"]
        subprocess.run(command, check=True)


def corenlp(text: str) -> tuple[float, float, float]:
    """Seconds of reading, seconds of start-up, and peak memory in MB."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.txt"
        path.write_text(text, encoding="utf-8")
        command = ["java", "-Xmx6g", "-cp", f"{JARS}/*", "edu.stanford.nlp.pipeline.StanfordCoreNLP"]
        options = ["-annotators", ANNOTATORS, "-file", str(path), "-outputDirectory", folder, "-outputFormat", "json"]
        began = time.perf_counter()
        done = subprocess.run([*command, *options], check=True, capture_output=True, text=True)
        took = time.perf_counter() - began
    read = float(_TOTAL.findall(done.stderr + done.stdout)[-1][0])
    return read, took - read, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> None:
    text = text_of(1)
    words = len(text.split())
    tagger = Tagger(MODEL)
    whole(tagger, text)
    began = time.perf_counter()
    whole(tagger, text)
    ours = time.perf_counter() - began
    fetch()
    theirs, start, peak = corenlp(text)
    print(f"{words} words of the seed articles")
    print(f"attribution step  {words / ours:8.0f} words/s")
    print(f"CoreNLP quote     {words / theirs:8.0f} words/s, {start:.0f} s to start, peak {peak:.0f} MB")
    print(f"ratio             {theirs / ours:8.1f}")


if __name__ == "__main__":
    sys.exit(main())

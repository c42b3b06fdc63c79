"""A process of its own for the store's tests: `child.py FOLDER load|serve COUNT`."""

import sys

from graph.store import open_store
from graph.write import put
from tests.graph.worlds import many


def main(folder, what, count):
    with open_store(folder) as store:
        print("open", flush=True)
        for reading in many(int(count)) if what == "load" else ():
            put(store, reading)
            print(reading.article.id, flush=True)
        if what == "serve":
            for line in sys.stdin:
                print(store.read("MATCH (a:Article) RETURN count(a)").rows[0][0], line.strip(), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])

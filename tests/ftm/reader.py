"""Run by the Python that has followthemoney: every entity read by its model, and what is wrong with it.

Prints {"entities": [{"id", "schema", "properties"}], "wrong": [text]} as JSON.
"""

import json
import sys
from pathlib import Path

from followthemoney import model
from followthemoney.exc import InvalidData


def main(path):
    rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").split("\n") if line]
    read = {row["id"]: model.get_proxy(row, cleaned=False) for row in rows}
    wrong = [text for row in rows for text in invalid(row)]
    wrong += [text for entity in read.values() for text in astray(entity, read)]
    entities = [entity.to_dict() for entity in read.values()]
    print(json.dumps({"entities": entities, "wrong": wrong}))


def invalid(row):
    """What the schema itself refuses: required properties that are missing, values of a wrong form."""
    try:
        model.get(row["schema"]).validate(row)
    except InvalidData as error:
        yield f"{row['id']}: {error.errors}"


def astray(entity, read):
    """Links to an entity that is not there, or of a schema that the property is not for."""
    for prop, value in entity.itervalues():
        if prop.type.name == "entity" and not (value in read and read[value].schema.is_a(prop.range)):
            yield f"{entity.id}: {prop.qname} leads to {value}"


main(sys.argv[1])

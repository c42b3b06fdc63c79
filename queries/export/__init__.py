"""The graph for other programs: one network in, the same bytes out every time, in a format that they read."""

from collections.abc import Callable, Mapping

from queries.export.around import Graph
from queries.export.ftm import ftm
from queries.export.gexf import gexf
from queries.export.graphml import graphml
from queries.export.json_ld import json_ld
from queries.export.judged import judged
from queries.export.neo4j_csv import neo4j_csv
from queries.export.provenance import prov_json, prov_n, prov_xml
from queries.export.write import write_file, write_folder

FILES: Mapping[str, Callable[[Graph], str]] = {
    "graphml": graphml,
    "gexf": gexf,
    "json-ld": json_ld,
    "prov-json": prov_json,
    "prov-xml": prov_xml,
    "prov-n": prov_n,
    "ftm": ftm,
}
"""What makes one file of a network, by the format's name."""

FOLDERS: Mapping[str, Callable[[Graph], dict[str, str]]] = {"csv": neo4j_csv}
"""What makes a folder of files, by their names, of a network with nothing left out."""

__all__ = [
    "FILES",
    "FOLDERS",
    "ftm",
    "gexf",
    "graphml",
    "json_ld",
    "judged",
    "neo4j_csv",
    "prov_json",
    "prov_n",
    "prov_xml",
    "write_file",
    "write_folder",
]

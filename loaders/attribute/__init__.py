"""From a document to its attributions: tag, link, chain, look inside. Nobody is recognised here."""

from loaders.attribute.attribute import attribute as attribute
from loaders.attribute.attribute import extractor as extractor

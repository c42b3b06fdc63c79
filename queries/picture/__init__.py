"""The evidence explorer: one offline page, made to read evidence with."""

from queries.picture.gather import page_of, texts
from queries.picture.page import page, write_page

__all__ = ["page", "page_of", "texts", "write_page"]

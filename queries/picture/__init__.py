"""The interactive network: one offline page, made to read evidence with."""

from queries.picture.page import page, write_page

__all__ = ["page", "write_page"]

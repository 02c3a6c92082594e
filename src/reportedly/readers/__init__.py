"""Something out there, a file, a folder, standard input, becomes articles. The only place that parses HTML."""

from reportedly.readers.base import MAX_BYTES, STDIN, Defaults, Document, Reader
from reportedly.readers.dates import published_date
from reportedly.readers.inputs import Input, find_inputs
from reportedly.readers.language import language_code
from reportedly.readers.registry import READERS, all_readers, read_document, read_input, read_inputs

__all__ = [
    "MAX_BYTES",
    "READERS",
    "STDIN",
    "Defaults",
    "Document",
    "Input",
    "Reader",
    "all_readers",
    "find_inputs",
    "language_code",
    "published_date",
    "read_document",
    "read_input",
    "read_inputs",
]

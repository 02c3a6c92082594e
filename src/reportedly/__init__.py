"""What is reported: by whom, through whom, how surely, when, where, about whom, how many."""

__version__ = "0.1.0"

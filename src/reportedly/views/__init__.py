"""Questions to the ledger, answered as data: each view makes a page of statements from a snapshot."""

from reportedly.views.ask import ask, telling_words
from reportedly.views.brief import brief
from reportedly.views.disputes import disputes
from reportedly.views.history import history
from reportedly.views.show import ids, show

__all__ = ["ask", "brief", "disputes", "history", "ids", "show", "telling_words"]

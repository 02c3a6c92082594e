"""Statements on one question, side by side: answers, disputes, histories, views. Deletes and decides nothing."""

from reportedly.reconcile.answers import answers_to
from reportedly.reconcile.disputes import disputes_among
from reportedly.reconcile.histories import histories_of
from reportedly.reconcile.origins import origin_count
from reportedly.reconcile.rates import rates_of
from reportedly.reconcile.unknowns import answered_unknowns
from reportedly.reconcile.views import views_of

__all__ = ["answered_unknowns", "answers_to", "disputes_among", "histories_of", "origin_count", "rates_of", "views_of"]

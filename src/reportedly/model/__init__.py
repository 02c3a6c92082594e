"""The records that every layer exchanges. They know nobody; standard library only."""

from reportedly.model.article import Article, article_id, make_article, storable
from reportedly.model.attribution import Attribution, Form
from reportedly.model.comparison import Comparison, Direction
from reportedly.model.correction import Correction, Selector, selector_of
from reportedly.model.entity import Entity
from reportedly.model.event import Event, Participant, Tense
from reportedly.model.factuality import Factuality, Modality, Polarity
from reportedly.model.figure import Comparator, Figure, Number, Trend
from reportedly.model.ids import identify
from reportedly.model.judgement import Judgement, Verdict
from reportedly.model.mention import Mention, MentionKind
from reportedly.model.original import Copy
from reportedly.model.place import Place, PlaceRole
from reportedly.model.question import Answer, Dispute, Entry, History, Question, QuestionKind, Relation, View
from reportedly.model.rate import Rate
from reportedly.model.reading import Reading
from reportedly.model.score import Score
from reportedly.model.sighting import Sighting, Tombstone
from reportedly.model.source import Source, SourceKind
from reportedly.model.span import Part, Span, span_of
from reportedly.model.statement import Mark, Statement, statement_id
from reportedly.model.status import State, Status
from reportedly.model.timex import Timex, TimexRole, TimexType
from reportedly.model.unknown import Unknown

__all__ = [
    "Answer",
    "Article",
    "Attribution",
    "Comparator",
    "Comparison",
    "Copy",
    "Correction",
    "Direction",
    "Dispute",
    "Entity",
    "Entry",
    "Event",
    "Factuality",
    "Figure",
    "Form",
    "History",
    "Judgement",
    "Mark",
    "Mention",
    "MentionKind",
    "Modality",
    "Number",
    "Part",
    "Participant",
    "Place",
    "PlaceRole",
    "Polarity",
    "Question",
    "QuestionKind",
    "Rate",
    "Reading",
    "Relation",
    "Score",
    "Selector",
    "Sighting",
    "Source",
    "SourceKind",
    "Span",
    "State",
    "Statement",
    "Status",
    "Tense",
    "Timex",
    "TimexRole",
    "TimexType",
    "Tombstone",
    "Trend",
    "Unknown",
    "Verdict",
    "View",
    "article_id",
    "identify",
    "make_article",
    "selector_of",
    "span_of",
    "statement_id",
    "storable",
]

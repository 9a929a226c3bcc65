"""Data sets as people bring them: made by scripts after real ones, no file is a copy.

`CASES` are all of them; ``python -m tests.core.data.corpus`` prints what becomes of each.
"""

from tests.core.data.corpus.arrays import array_cases
from tests.core.data.corpus.folders import folder_cases
from tests.core.data.corpus.idx import idx_cases
from tests.core.data.corpus.others import other_cases
from tests.core.data.corpus.strangers import stranger_cases
from tests.core.data.corpus.tables import table_cases

CASES = (
    *table_cases(),
    *idx_cases(),
    *array_cases(),
    *folder_cases(),
    *other_cases(),
    *stranger_cases(),
)

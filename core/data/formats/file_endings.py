"""By which endings of its name a file is taken for a data set, a part of one, or a picture."""

from __future__ import annotations

ARRAY_ENDINGS = (".npz", ".npy", ".h5", ".hdf5", ".hdf", ".mat")
CSV_ENDINGS = (".csv", ".csv.gz", ".tsv", ".tsv.gz", ".txt.gz")
PICTURE_ENDINGS = (".png", ".jpg", ".jpeg", ".jfif", ".bmp", ".gif", ".tif", ".tiff", ".webp")

DATA_ENDINGS = (*ARRAY_ENDINGS, ".csv", ".tsv", ".idx", ".idx1", ".idx3", "ubyte", ".gz")
"""Of the files that a person may choose a data set by. IDX files are known by a word amid
their names (`idx_names`), mostly one of these; ``.gz`` packs tables and IDX files."""

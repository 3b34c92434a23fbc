"""Invented corpora of Vietnamese questions and answers, the same for equal seeds; see ../METHOD.md."""

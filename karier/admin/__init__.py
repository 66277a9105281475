"""The HR door of career: cycles, runs, results, recommendations, and the worklist that joins the apps."""

from karier.admin import antrean, rekomendasi, run, siklus

__all__ = ["antrean", "rekomendasi", "run", "siklus"]

"""Where a cycle stands, told by what HR has done and by the clock of whoever reads."""

from datetime import date

from kinerja.enums import Fase, StatusSiklus


def fase_siklus(status: StatusSiklus, akhir_pengisian: date, hari: date) -> Fase:
    """The phase on `hari`: an open cycle is in PENILAIAN from the day after the last day to fill in."""
    if status == StatusSiklus.DIBUKA and hari > akhir_pengisian:
        return Fase.PENILAIAN
    return Fase(status.value)

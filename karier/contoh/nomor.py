"""Numbers that nobody else has: NIP of a PNS and NI PPPK."""

from datetime import date

from pegawai.enums import JenisKelamin


class BukuNip:
    """Counts 001, 002, ... (from `mulai`) for people who share birth date, appointment and sex."""

    def __init__(self, mulai: int = 0) -> None:
        self._mulai = mulai
        self._urut: dict[str, int] = {}

    def nomori(self, lahir: date, mulai: date, kelamin: JenisKelamin, *, pns: bool) -> str:
        """18 digits: birth date, year and month of CPNS (PPPK: year and code 21), sex, number."""
        tengah = f"{mulai:%Y%m}" if pns else f"{mulai:%Y}21"
        awal = f"{lahir:%Y%m%d}{tengah}{'1' if kelamin is JenisKelamin.PRIA else '2'}"
        self._urut[awal] = self._urut.get(awal, self._mulai) + 1
        return f"{awal}{self._urut[awal]:03d}"

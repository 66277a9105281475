"""The case of ethics of the year: answered by the ASN, their atasan, and somebody of another unit."""

from __future__ import annotations

from datetime import date

from asn_karier.tests.dunia.dasar import TANDA, TANDA_INSTANSI, Dunia
from kinerja.tests.pabrik_etika import DiskusiPabrik, JawabanPabrik, KasusPabrik, PelajaranPabrik

#: In what people of the unit wrote: for them, when they have answered, and for no desk.
TANDA_ETIKA = "Skandium"


def ethics(d: Dunia) -> None:
    kasus = KasusPabrik(instansi=d.instansi, judul=f"Kasus {TANDA_INSTANSI}", batas=date(2099, 11, 30))
    jawaban = JawabanPabrik(kasus=kasus, pegawai=d.diri, isi=f"Saya bertanya dulu {TANDA} {TANDA_ETIKA}")
    for siapa in ("atasan", "luar"):
        JawabanPabrik(kasus=kasus, pegawai=d.akun[siapa].pegawai, isi="Saya menunggu.")
    d.objek |= {
        "kinerja.kasusetika": kasus,
        "kinerja.jawabanetika": jawaban,
        "kinerja.diskusietika": DiskusiPabrik(jawaban=jawaban, isi=f"Setuju {TANDA} {TANDA_ETIKA}"),
        "kinerja.pelajaranetika": PelajaranPabrik(
            kasus=kasus, unit=d.diri.unit, oleh=d.diri.atasan, isi=f"Daftar di loket {TANDA} {TANDA_ETIKA}"
        ),
    }

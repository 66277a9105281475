"""360 feedback about the ASN: an open round that the superior is asked in, and a closed one with results."""

from __future__ import annotations

import json
from datetime import date

from asn_karier.lib.sandi import segel
from asn_karier.tests.dunia.dasar import SAAT, TANDA, TANDA_INSTANSI, Dunia
from kinerja.enums import Kelompok360, NilaiBerakhlak, Peran360, StatusPutaran360, StatusUndangan360
from kinerja.models import Hasil360, Putaran360
from kinerja.rules.umpan_360 import SEMUA_BUTIR

#: In what peers wrote: for the person and their atasan, for nobody at the HR desk.
TANDA_RAHASIA = "Osmium"
#: In what the superior has answered and not yet published: for the superior alone.
TANDA_SEGEL = "Paladium"


def feedback_360(d: Dunia) -> None:
    terbuka = _putaran(d, "terbuka", StatusPutaran360.DIBUKA)
    tutup = _putaran(d, "tertutup", StatusPutaran360.DITUTUP)
    hasil = Hasil360.objects.create(
        putaran=tutup, pegawai=d.diri, kelompok=Kelompok360.REKAN, nilai={NilaiBerakhlak.AKUNTABEL.value: 4}
    )
    d.objek |= {
        "kinerja.putaran360": terbuka,
        "kinerja.putaran360.tertutup": tutup,
        "kinerja.peserta360": terbuka.peserta.create(pegawai=d.diri),
        "kinerja.undangan360": terbuka.undangan.create(
            dinilai=d.diri,
            penjawab=d.diri.atasan,
            peran=Peran360.ATASAN,
            status=StatusUndangan360.DIUNDANG,
            menjawab=True,
            segel=segel(json.dumps([dict.fromkeys(SEMUA_BUTIR, 3), f"Sigap {TANDA_SEGEL}", ""])),
        ),
        "kinerja.hasil360": hasil,
        "kinerja.kalimat360": hasil.kalimat.create(baik=True, isi=f"Teliti {TANDA} {TANDA_RAHASIA}"),
    }
    tutup.peserta.create(pegawai=d.diri, ditetapkan=True)


def _putaran(d: Dunia, nama: str, status: StatusPutaran360) -> Putaran360:
    return Putaran360.objects.create(
        instansi=d.instansi,
        nama=f"Putaran {nama} {TANDA_INSTANSI}",
        masa_mulai=date(2026, 1, 1),
        masa_sampai=date(2026, 11, 30),
        batas=date(2099, 12, 15),
        status=status,
        dibuka_pada=SAAT,
        ditutup_pada=SAAT if status == StatusPutaran360.DITUTUP else None,
    )

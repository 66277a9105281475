"""Technical gaps of many people at once, where both the level asked and the level held are known."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import add_months
from asn_karier.lib.db import terbaru
from pegawai.enums import SumberKompetensi
from pegawai.models import Instansi, KenaikanKompetensi, LevelTeknis, RiwayatJabatan, StandarTeknis
from pegawai.rules.kompetensi import Naik, Ukuran, pilih_level

_Kunci = tuple[int, int]


def technical_gaps(instansi: Instansi, *, per: date, aturan: Aturan) -> dict[int, dict[int, tuple[int, int]]]:
    """By person: technical competency -> (level now, level asked); four queries."""
    dijabat = RiwayatJabatan.objects.filter(pegawai__instansi=instansi, tmt__lte=per)
    jabatan = dict(terbaru(dijabat, "tmt").values_list("pegawai_id", "jabatan_id"))
    standar: dict[int, list[tuple[int, int]]] = defaultdict(list)
    diminta = StandarTeknis.objects.filter(jabatan__in=set(jabatan.values()), kompetensi__aktif=True)
    for jabatan_id, kompetensi, level in diminta.values_list("jabatan_id", "kompetensi_id", "level"):
        standar[jabatan_id].append((kompetensi, level))
    punya = _levels(instansi, per, aturan)
    hasil: dict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
    for pegawai_id, jabatan_id in jabatan.items():
        for kompetensi, wajib in standar[jabatan_id]:
            kini = punya.get((pegawai_id, kompetensi))
            if kini is not None and kini < wajib:
                hasil[pegawai_id][kompetensi] = (kini, wajib)
    return hasil


def _levels(instansi: Instansi, per: date, aturan: Aturan) -> dict[_Kunci, int]:
    """The level that counts of everybody in everything technical that was measured or shown."""
    sejak = add_months(per, -aturan["kompetensi_jenjang"].angka("bulan_berlaku_asesmen"))
    ukuran: dict[_Kunci, list[Ukuran]] = defaultdict(list)
    for t in LevelTeknis.objects.filter(pegawai__instansi=instansi).order_by():
        satu = Ukuran(t.level, SumberKompetensi(t.asal), t.tanggal, t.berlaku_sampai)
        ukuran[t.pegawai_id, t.kompetensi_id].append(satu)
    naik: dict[_Kunci, list[Naik]] = defaultdict(list)
    for n in KenaikanKompetensi.objects.filter(pegawai__instansi=instansi, teknis__isnull=False).order_by():
        naik[n.pegawai_id, int(n.teknis_id or 0)].append(Naik(n.level, n.tanggal, n.nomor_sertifikat))
    kini = {
        kunci: pilih_level(ukuran.get(kunci, ()), naik.get(kunci, ()), per=per, berlaku_sejak=sejak)
        for kunci in ukuran.keys() | naik.keys()
    }
    return {kunci: k.level for kunci, k in kini.items() if k is not None}

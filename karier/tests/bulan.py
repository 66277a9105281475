"""A month of kenaikan pangkat as the pages and files drive it."""

import json
from datetime import UTC, date, datetime, time
from typing import Any

from django.urls import reverse

from karier.models import RunEvaluasi, UsulKenaikanPangkat
from karier.services.bulan_kp import aturan_bulan, buka_bulan, daftar_periode, hitung_bulan
from karier.services.evaluasi import start_run
from karier.tests.jalan import selesaikan
from pegawai.models import Impor, Instansi, Pegawai, Pengguna
from pegawai.services.impor import periksa, request_apply, terapkan, upload

TMT = date(2027, 1, 1)
DAFTAR = "admin:karier_kp"


def pukul(hari: date) -> datetime:
    """Noon in Jakarta."""
    return datetime.combine(hari, time(5), tzinfo=UTC)


def hitung_pada(instansi: Instansi, hari: date) -> RunEvaluasi:
    """A finished run of that day, by the clock of that day."""
    return selesaikan(start_run(instansi=instansi, per_tanggal=hari, actor=None, at=pukul(hari)))


def tumpukan(instansi: Instansi, hr: Pengguna, hari: date, tmt: date | None = None) -> dict[str, int]:
    """People per heap, without the empty ones."""
    hari_ini, aturan = aturan_bulan(instansi, pukul(hari))
    periode = next(p for p in daftar_periode(hari_ini, aturan) if (p.tmt == tmt if tmt else p.sasaran))
    bulan = buka_bulan(instansi=instansi, periode=periode, pengguna=hr, hari_ini=hari_ini, aturan=aturan)
    return {t.value: n for t, n in hitung_bulan(bulan).items() if n}


def tetapkan(client: Any, *, pilih: list[str], kunci: str = "k1", periode: str = "2027-01") -> Any:
    """The press on "Ya, tetapkan"."""
    isi = {"pilihan": ",".join(pilih), "kunci": kunci, "periode": periode}
    return client.post(reverse("admin:karier_kp_tetapkan"), isi)


def status_siasn(
    instansi: Instansi, oleh: Pengguna, *baris: dict[str, Any], saat: datetime, nama: str = "status.json"
) -> Impor:
    """A status list brought and applied."""
    isi = json.dumps({"data": list(baris)}).encode() if nama.endswith(".json") else _csv(baris)
    impor = upload(instansi=instansi, jenis="status_kp", nama_berkas=nama, isi=isi, actor=oleh, at=saat)
    impor = periksa(impor.pk)
    if not impor.pesan:
        request_apply(impor_id=impor.pk, actor=oleh, at=saat)
        terapkan(impor.pk)
    impor.refresh_from_db()
    return impor


def _csv(baris: tuple[dict[str, Any], ...]) -> bytes:
    kepala = list(dict.fromkeys(k for b in baris for k in b))
    isi = [";".join(str(b.get(k, "")) for k in kepala) for b in baris]
    return "\n".join([";".join(kepala), *isi]).encode()


def baris_siasn(orang: Pegawai, status: int, **isian: Any) -> dict[str, Any]:
    """One row of the list in the names of the service."""
    return {
        "id": "a1",
        "nipBaru": orang.nip,
        "nama": orang.nama,
        "statusUsulan": status,
        "statusUsulanNama": "Perbaikan Dokumen - BTS",
        "tmtKp": "01-01-2027",
        "no_sk": "",
        "tgl_sk": "",
        "golonganBaruId": "",
        **isian,
    }


def baris_sk(orang: Pegawai, **isian: Any) -> dict[str, Any]:
    """An SK to III/c."""
    sk = {"no_sk": "SK/KP/77", "tgl_sk": "2026-12-20", "golonganBaruId": "33"}
    return baris_siasn(orang, 32, **{**sk, "masa_kerja_tahun": 16, "masa_kerja_bulan": 10, **isian})


def usul(orang: Pegawai) -> UsulKenaikanPangkat:
    """The only proposal of a person, as stored."""
    satu: UsulKenaikanPangkat = UsulKenaikanPangkat.objects.select_related("rekomendasi").get(pegawai=orang)
    return satu

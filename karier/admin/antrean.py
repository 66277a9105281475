"""The worklist of HR (H1): what today needs. Every number is a link to exactly that many rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from django.core.cache import cache
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.dates import add_months
from asn_karier.lib.situs.daftar import BATAS_HITUNG, hitung_terbatas
from asn_karier.lib.syarat import Status
from asn_karier.lib.views import Tugas, daftarkan_antrean, wewenang
from karier.admin.kp_antrean import antrean_bulan
from karier.admin.saringan_usulan import SaringLewatTmt
from karier.enums import JenisRekomendasi, StatusPotongan, StatusRekomendasi
from karier.models import PeringatanKenaikan, Potongan, Rekomendasi, RunEvaluasi
from karier.reports.hasil import Saringan, pilih_hasil
from karier.rules.peringatan import TAHAP
from karier.services.keadaan import last_run
from kinerja.enums import StatusSiklus
from kinerja.models import SiklusPenilaian
from pegawai.models import Instansi, Pegawai
from pegawai.reports.temuan import TEMUAN, hitung_temuan

#: A superuser may keep many governments; the worklist is for the few that somebody works in.
INSTANSI_TERBANYAK: Final = 3
_PERLU: Final = "Perlu tindakan Anda"
#: So long the findings of an instansi with more people than are counted stand as they are.
SIMPAN_DETIK: Final = 300


def _instansi(request: HttpRequest) -> list[Any]:
    if not wewenang(request).mengelola:
        return []
    return list(Instansi.objects.dikelola(request.user)[:INSTANSI_TERBANYAK])


@daftarkan_antrean(10)
def antrean_karier(request: HttpRequest) -> Iterator[Tugas]:
    """Recommendations that wait, and people whose data could not be decided."""
    if not wewenang(request).mengelola:
        return
    url = reverse("admin:karier_rekomendasi_changelist")
    semua = Rekomendasi.objects.dikelola(request.user)
    menunggu = semua.filter(status=StatusRekomendasi.MENUNGGU)
    milik = _instansi(request)
    for instansi in milik:
        yield from antrean_bulan(request, instansi, bernama=len(milik) > 1)
    # Who keeps a part of an instansi only, or very many, goes by the list.
    for jenis, judul in (
        (JenisRekomendasi.KENAIKAN_PANGKAT, "Usul kenaikan pangkat menunggu keputusan"),
        (JenisRekomendasi.PENGEMBANGAN, "Usul pengembangan menunggu keputusan"),
    ):
        if jenis is JenisRekomendasi.KENAIKAN_PANGKAT and milik:
            continue
        tujuan = f"{url}?jenis__exact={jenis.value}&status__exact={StatusRekomendasi.MENUNGGU.value}"
        yield Tugas(_PERLU, judul, menunggu.filter(jenis=jenis).count(), tujuan, "", "perlu")
    yield Tugas(
        _PERLU,
        "Perlu ditinjau ulang",
        semua.filter(perlu_ditinjau=True).count(),
        f"{url}?perlu_ditinjau__exact=1",
        "Sudah diputuskan, tetapi perhitungan terakhir berubah.",
        "salah",
    )
    yield Tugas(
        _PERLU,
        "Usul lewat TMT, SK belum tercatat",
        semua.lewat_tmt(timezone.localdate()).count(),
        f"{url}?{SaringLewatTmt.parameter_name}={SaringLewatTmt.BELUM}",
        "Catat SK-nya, atau urungkan usulnya agar periode berikutnya terbuka.",
        "salah",
    )
    yield from _terlambat(request)
    for instansi in milik:
        yield from _dari_run(request, last_run(instansi.pk))


def _terlambat(request: HttpRequest) -> Iterator[Tugas]:
    """Those whose kenaikan pangkat may come too late, and soon."""
    url = reverse("admin:karier_peringatankenaikan_changelist")
    terbuka = PeringatanKenaikan.objects.dikelola(request.user).terbuka()
    batas = add_months(timezone.localdate(), TAHAP[-1])
    dekat = terbuka.filter(tmt_kini__lte=batas).count()
    yield Tugas(
        _PERLU,
        "Kenaikan pangkat dapat terlambat",
        dekat,
        f"{url}?tahap={TAHAP[-1]}",
        f"TMT paling cepat {TAHAP[-1]} bulan lagi atau kurang, dan masih ada yang kurang.",
        "perlu",
    )


def _dari_run(request: HttpRequest, run: RunEvaluasi | None) -> Iterator[Tugas]:
    if run is None:
        return
    hasil = pilih_hasil(run, request.user, Saringan(status=Status.PERLU_VERIFIKASI), boleh_khusus=True)
    url = reverse("admin:karier_runevaluasi_hasil", args=[run.pk])
    yield Tugas(
        _PERLU,
        "Pegawai yang datanya perlu diperiksa",
        hasil.count(),
        f"{url}?status={Status.PERLU_VERIFIKASI.value}",
        "Belum dapat diputuskan karena ada data yang kurang.",
        "periksa",
    )
    karantina = Potongan.objects.filter(run=run, status=StatusPotongan.KARANTINA)
    yield Tugas(
        _PERLU,
        "Pegawai yang belum dapat dihitung (karantina)",
        karantina.count(),
        f"{reverse('admin:karier_potongan_changelist')}?run__id__exact={run.pk}"
        f"&status__exact={StatusPotongan.KARANTINA.value}",
        "",
        "salah",
    )


@daftarkan_antrean(30)
def antrean_siklus(request: HttpRequest) -> Iterator[Tugas]:
    """Cycles in preparation, and open ones."""
    if not (wewenang(request).mengelola and wewenang(request).instansi_penuh):
        return
    url = reverse("admin:kinerja_sikluspenilaian_changelist")
    siklus = SiklusPenilaian.objects.visible_to(request.user)
    for status, judul, kelas in (
        (StatusSiklus.DISIAPKAN, "Siklus disiapkan, belum dibuka", "perlu"),
        (StatusSiklus.DIBUKA, "Siklus sedang dibuka", "jalan"),
        (StatusSiklus.PENETAPAN, "Siklus dalam penetapan, belum ditutup", "perlu"),
    ):
        jumlah = siklus.filter(status=status).count()
        yield Tugas("Siklus penilaian", judul, jumlah, f"{url}?status__exact={status.value}", "", kelas)


@daftarkan_antrean(40)
def antrean_data(request: HttpRequest) -> Iterator[Tugas]:
    """Faults of the data check."""
    url = reverse("admin:pegawai_pegawai_changelist")
    for instansi in _instansi(request):
        for kode, jumlah in _temuan(instansi.pk, timezone.localdate()).items():
            kelas = "salah" if TEMUAN[kode].menghalangi else "perlu"
            tujuan = f"{url}?temuan={kode}&instansi={instansi.pk}"
            yield Tugas("Perbaikan data", TEMUAN[kode].judul, jumlah, tujuan, "", kelas)


def _temuan(instansi_id: int, per: date) -> dict[str, int]:
    """Findings of an instansi; of a large one at most SIMPAN_DETIK old, for they ask about everybody."""
    orang = Pegawai.objects.of_instansi(instansi_id)
    if hitung_terbatas(orang) <= BATAS_HITUNG:
        return hitung_temuan(orang, instansi_id=instansi_id, per=per)
    kunci = f"temuan-{instansi_id}-{per:%Y%m%d}"
    ada: dict[str, int] | None = cache.get(kunci)
    if ada is None:
        ada = hitung_temuan(orang, instansi_id=instansi_id, per=per)
        cache.set(kunci, ada, SIMPAN_DETIK)
    return ada

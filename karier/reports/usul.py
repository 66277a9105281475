"""What became of the proposals for kenaikan pangkat, month by month: for HR and for the head of region."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any, Final

from django.db.models import Count, F, Max, Q
from django.utils import timezone

from asn_karier.lib import kata
from karier.enums import StatusUsul
from karier.models import UsulKenaikanPangkat
from pegawai.reports.laporan import IsiLaporan, Laporan, Permintaan, tabel_angka

KEPALA: Final = (
    "TMT", "Diusulkan", "Belum ada jawaban", "Dikembalikan (BTS)", "Pernah dikembalikan",
    "Tidak memenuhi syarat (TMS)", "SK terbit", "SK paling lambat pada TMT",
)  # fmt: skip
_HITUNG: Final = {
    "diusulkan": ~Q(status=StatusUsul.DIURUNGKAN),
    "menunggu": Q(status=StatusUsul.DIUSULKAN),
    "kembali": Q(status=StatusUsul.BTS),
    "tms": Q(status=StatusUsul.TMS),
    "terbit": Q(status=StatusUsul.SK_TERBIT),
    "tepat": Q(status=StatusUsul.SK_TERBIT, tanggal_sk__lte=F("rekomendasi__periode")),
}


def hasil_usul(p: Permintaan) -> IsiLaporan:
    """A row per TMT, the newest first, as it stood at the end of the day `p.per`. Two queries."""
    akhir = timezone.make_aware(datetime.combine(p.per + timedelta(days=1), time()))
    riwayat: Any = UsulKenaikanPangkat.history.filter(
        history_date__lt=akhir, pegawai_id__in=p.orang.order_by().values("pk")
    )
    per_tmt = "rekomendasi__periode"
    # The last row written, not the latest moment: two of one moment would count twice.
    akhirnya = riwayat.order_by().values("id").annotate(baris=Max("history_id")).values("baris")
    terakhir = UsulKenaikanPangkat.history.filter(pk__in=akhirnya)
    jumlah = terakhir.order_by(f"-{per_tmt}").values(per_tmt)
    isi = jumlah.annotate(**{n: Count("id", filter=q) for n, q in _HITUNG.items()})
    # Of those that count as proposed: one that was taken back is returned to nobody.
    tetap = terakhir.exclude(status=StatusUsul.DIURUNGKAN).values("id")
    pernah = riwayat.filter(status=StatusUsul.BTS, id__in=tetap).order_by().values_list(per_tmt)
    kembali = dict(pernah.annotate(n=Count("id", distinct=True)))
    return tabel_angka(
        KEPALA,
        [
            [kata.tanggal(b[per_tmt]), b["diusulkan"], b["menunggu"], b["kembali"],
             kembali.get(b[per_tmt], 0), b["tms"], b["terbit"], b["tepat"]]
            for b in isi
        ],
    )  # fmt: skip


LAPORAN_USUL: Final = Laporan(
    "hasil-usul",
    "Hasil usul kenaikan pangkat",
    "Usul tiap TMT: berapa yang dikembalikan, tidak memenuhi syarat, dan terbit SK-nya tepat waktu.",
    hasil_usul,
    "Kenaikan pangkat",
    frozenset(),
    siapa=None,
)

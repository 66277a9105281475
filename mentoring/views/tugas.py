"""What mentoring asks of one person: lines of *Beranda*, one query each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.db.models import Exists, FilteredRelation, OuterRef, Q, Subquery
from django.urls import reverse

from mentoring.enums import AsalPermintaan, StatusMentor, StatusPasangan
from mentoring.models import Pasangan, PermintaanMentor, ProfilMentor, SaranPasangan
from mentoring.querysets import MEMEGANG_TEMPAT
from pegawai.enums import KompetensiMansoskul
from pegawai.kamus import LABEL
from pegawai.views.tugas import Penanya, Tekan, Tugas

_MENIT: Final = 3
S = StatusPasangan


def choosing_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """*Pilih mentor*: HR has invited me, or I asked and there are suggestions."""
    milik = Pasangan.objects.filter(mentee=OuterRef("pegawai"), status__in=MEMEGANG_TEMPAT)
    ditanya = Q(diundang=True) | Q(asal=AsalPermintaan.DIRI)
    tunggu = PermintaanMentor.objects.menunggu().annotate(
        diundang=Exists(milik.filter(status=S.DIUSULKAN)),
        sampai=Subquery(milik.values("batas")[:1]),
        memilih=Exists(milik.exclude(status=S.DIUSULKAN)),
        bersaran=Exists(SaranPasangan.objects.filter(permintaan=OuterRef("pk"))),
    )
    boleh = tunggu.filter(ditanya, pegawai=penanya.saya, memilih=False, bersaran=True)
    for p in boleh.select_related("teknis"):
        yield Tugas(
            judul="Pilih mentor",
            url=reverse("mentoring:pilih"),
            tanda="Anda diundang" if p.diundang else "Saran siap",
            kelas="perlu",
            ket=p.nama_kompetensi,
            menit=_MENIT,
            batas=p.sampai,
        )


def answering_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """Who has chosen me as their mentor, and the invitation to become one."""
    ditanya = Q(pasangan__status=S.DIPILIH_MENTEE)
    baris = (
        ProfilMentor.objects.filter(pegawai=penanya.saya)
        .annotate(tanya=FilteredRelation("pasangan", condition=ditanya))
        .values_list(
            "status",
            "tanya__pk",
            "tanya__versi",
            "tanya__batas",
            "tanya__mentee__nama",
            "tanya__kompetensi",
            "tanya__teknis__nama",
        )
        .order_by("tanya__batas")
    )
    for status, pk, versi, batas, nama, kode, teknis in baris:
        if status == StatusMentor.DIUNDANG:
            yield Tugas(
                judul="Anda diundang menjadi mentor",
                url=reverse("mentoring:bersedia"),
                tanda="Undangan",
                kelas="perlu",
                ket="Anda boleh menerima atau tidak",
                menit=_MENIT,
            )
        if pk is not None:
            kompetensi = teknis or LABEL[KompetensiMansoskul][KompetensiMansoskul(kode)]
            yield Tugas(
                judul=f"{nama} memilih Anda sebagai mentor",
                url=reverse("mentoring:jawab", args=[pk]),
                tanda="Menunggu Anda",
                kelas="perlu",
                ket=kompetensi,
                menit=1,
                batas=batas,
                memutus=True,
                tekan=Tekan(reverse("mentoring:terima", args=[pk]), "Terima", nama, {"versi": versi}),
            )

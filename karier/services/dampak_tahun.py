"""The training of one year on one page for the head of government; a fixed number of queries."""

from __future__ import annotations

from datetime import date
from typing import Any, Final, NamedTuple

from django.db.models import Count, Sum

from asn_karier.lib.aturan import aturan_per
from karier.enums import KeputusanPelatihan, UkuranDampak
from karier.models import HasilEvaluasi, RunEvaluasi
from karier.rules.dampak_keputusan import Celah, Ikut, TahunPelatihan, three_decisions
from karier.services.dampak import Jawaban, Pertanyaan, compare_trained, latest_year, programs
from karier.services.keadaan import SELESAI
from pegawai.enums import JenisPegawai
from pegawai.models import Pegawai, PengembanganKompetensi
from pegawai.querysets import BERTUGAS
from pelatihan.enums import StatusPendaftaran
from pelatihan.models import Pagu, Pelatihan, Pendaftaran
from pelatihan.rules.belajar import Berpasangan, paired

#: The programme with the most people is looked for among so many names of the ledger.
_TERSERING: Final = 200


class Dampak(NamedTuple):
    """The impact of the programme that most people passed in the last year that can be judged."""

    pelatihan: Pelatihan
    tahun: int
    jawaban: Jawaban


class HalamanTahun(NamedTuple):
    """Everything on the page. `run`: the two runs whose gaps are compared; empty before there are two."""

    tahun: int
    angka: TahunPelatihan
    batas_jp: int
    belajar: Berpasangan
    run: tuple[RunEvaluasi, ...]
    dampak: Dampak | None
    keputusan: list[KeputusanPelatihan]


def year_of_training(instansi_id: int, tahun: int, *, per: date) -> HalamanTahun:
    """Numbers of the year as recorded by `per`, and the three decisions that they ask for."""
    batas = aturan_per(min(per, date(tahun, 12, 31)))["jp"].angka("jp_pns")
    belajar, selesai = _belajar(instansi_id, tahun)
    run = two_runs(instansi_id, date(tahun, 12, 31))
    angka = _angka(instansi_id, tahun, batas, Ikut(selesai, belajar.n), _celah(run))
    dampak = _dampak(instansi_id, tahun, per)
    hasil = dampak.jawaban.hasil if dampak else None
    return HalamanTahun(tahun, angka, batas, belajar, run, dampak, three_decisions(angka, hasil))


def _angka(instansi_id: int, tahun: int, batas: int, kelas: Ikut, celah: Celah | None) -> TahunPelatihan:
    """People on duty and what the ledger says of them."""
    orang = Pegawai.objects.of_instansi(instansi_id).filter(kedudukan_hukum__in=BERTUGAS)
    siapa = list(orang.order_by().values_list("pk", "jenis", "unit__terpencil"))
    jp = dict(
        PengembanganKompetensi.objects.filter(pegawai__in=orang, tanggal_selesai__year=tahun)
        .order_by()
        .values_list("pegawai_id")
        .annotate(jumlah=Sum("jp"))
    )
    pns = [pk for pk, jenis, _ in siapa if jenis == JenisPegawai.PNS]
    jauh = [pk for pk, _, terpencil in siapa if terpencil]
    dekat = [pk for pk, _, terpencil in siapa if not terpencil]
    pagu = Pagu.objects.filter(instansi=instansi_id, tahun=tahun).aggregate(
        jumlah=Sum("jumlah", default=0), realisasi=Sum("realisasi", default=0)
    )
    return TahunPelatihan(
        orang=len(jp),
        jp=sum(jp.values()),
        pns=Ikut(len(pns), sum(jp.get(pk, 0) >= batas for pk in pns)),
        terpencil=Ikut(len(jauh), sum(pk in jp for pk in jauh)),
        lainnya=Ikut(len(dekat), sum(pk in jp for pk in dekat)),
        pagu=pagu["jumlah"],
        realisasi=pagu["realisasi"],
        kelas=kelas,
        celah=celah,
    )


def _belajar(instansi_id: int, tahun: int) -> tuple[Berpasangan, int]:
    """Marks before and after of who finished a class of the year, and how many finished."""
    nilai = list(
        Pendaftaran.objects.filter(
            angkatan__instansi=instansi_id,
            angkatan__selesai__year=tahun,
            status=StatusPendaftaran.SELESAI,
        )
        .order_by("pk")
        .values_list("nilai_pra", "nilai_pasca")
    )
    berdua = [(float(a), float(b)) for a, b in nilai if a is not None and b is not None]
    return paired([a for a, _ in berdua], [b for _, b in berdua]), len(nilai)


def two_runs(instansi_id: int, sampai: date) -> tuple[RunEvaluasi, ...]:
    """The last run up to `sampai` and the last of an earlier day, the older first; empty without two.

    A second run of the same day has seen the same records: compared with the first, nothing ever changes.
    """
    semua: Any = RunEvaluasi.objects.filter(
        instansi=instansi_id, status__in=SELESAI, simulasi=False, per_tanggal__lte=sampai
    )
    semua = semua.defer("ringkasan").order_by("-nomor")
    baru = semua.first()
    lama = semua.filter(per_tanggal__lt=baru.per_tanggal).first() if baru else None
    return (lama, baru) if lama and baru else ()


def _celah(run: tuple[RunEvaluasi, ...]) -> Celah | None:
    """Gaps of the people who are in both runs, competency by competency."""
    if not run:
        return None
    lama, baru = (
        dict(HasilEvaluasi.objects.filter(run=r).order_by().values_list("pegawai_id", "kebutuhan"))
        for r in run
    )
    bersama = [(lama[pk], baru[pk]) for pk in lama.keys() & baru.keys()]
    return Celah(
        lama=sum(a.bit_count() for a, _ in bersama),
        tutup=sum((a & ~b).bit_count() for a, b in bersama),
        baru=sum((b & ~a).bit_count() for a, b in bersama),
    )


def _dampak(instansi_id: int, tahun: int, per: date) -> Dampak | None:
    """Of the programme of the catalogue that most people passed in the last year that can be judged."""
    dinilai = min(tahun, latest_year(per))
    katalog = {p.nama.lower(): p for p in programs(instansi_id)}
    tersering = (
        PengembanganKompetensi.objects.filter(pegawai__instansi_id=instansi_id, tanggal_selesai__year=dinilai)
        .order_by()
        .values_list("nama")
        .annotate(banyak=Count("pegawai", distinct=True))
        .order_by("-banyak", "nama")[:_TERSERING]
    )
    pelatihan = next((katalog[n.lower()] for n, _ in tersering if n.lower() in katalog), None)
    if pelatihan is None:
        return None
    tanya = Pertanyaan(instansi_id, dinilai, UkuranDampak.PREDIKAT, (pelatihan,))
    return Dampak(pelatihan, dinilai, compare_trained(tanya, per=per))

"""What the allocation is asked about: open classes, people with gaps that they close, rupiah that is left.

Gaps of the nine competencies come from the last run (live where a person was put right since), technical
ones from the records. Who takes part in a class already keeps its days and its gaps out of the question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any, Final, NamedTuple

import numpy as np

from asn_karier.lib.db import terbaru
from asn_karier.lib.errors import DomainError
from karier.services.keadaan import last_run, read_outcomes
from karier.services.parameter import aturan_instansi
from karier.services.pencocokan import find_all_gaps
from pegawai.enums import JenisJabatan, Jenjang
from pegawai.facts import pengembangan
from pegawai.models import Instansi, Pegawai, RiwayatJabatan, UnitKerja
from pegawai.querysets import BERTUGAS
from pegawai.rules.jp import kurang_jp_pns
from pegawai.services.profil import day_in, names_on_path
from pelatihan.enums import PENDAFTARAN_BERJALAN, StatusAngkatan
from pelatihan.models import Angkatan, Pagu, Pendaftaran
from pelatihan.rules.alokasi_alasan import Sebab
from pelatihan.rules.alokasi_masalah import TANPA_PAGU, Bagian, Batas, Masalah, Ukuran, bilangan
from pelatihan.rules.pilihan import Pemangku, is_meant_for
from pelatihan.services.celah_teknis import technical_gaps
from pelatihan.services.katalog import sasaran_dari

#: How much more a gap counts that HR puts first, by its competency and by the kind of jabatan of its holder.
BOBOT_KOMPETENSI: Final = 3
BOBOT_JABATAN: Final = 2

#: competency -> (level now, level asked)
Celah = dict[str, tuple[int, int]]
#: One item of `UsulanAlokasi.alasan`.
Butir = list[Any]


class Kelas(NamedTuple):
    """One row of seats: a class, or the free seats that a partner might add to it.

    `naik`: competency -> level that a participant reaches.
    """

    angkatan: Angkatan
    kursi: int
    biaya: int
    naik: dict[str, int]
    gratis: bool


@dataclass(slots=True)
class Orang:
    """One person on duty, with what matters here."""

    pegawai_id: int
    terpencil: bool
    kurang_jp: bool
    pemangku: Pemangku
    celah: Celah
    #: First and last day of classes that run or will, and classes that are out of the question.
    sibuk: list[tuple[date, date]] = field(default_factory=list)
    lewati: set[int] = field(default_factory=set)


class Bahan(NamedTuple):
    """The question, and whose rows its positions are. `fakta[p]`: why pair `p` makes sense."""

    masalah: Masalah
    orang: list[int]
    kelas: list[Kelas]
    pagu: list[Pagu]
    fakta: list[list[Butir]]


def gather_problem(*, instansi: Instansi, tahun: int, isian: Mapping[str, Any], at: datetime) -> Bahan:
    """Everything that could be proposed in `instansi` for classes of `tahun` that take people at `at`.

    `isian` is `SkenarioAlokasi.batas`. DomainError `tanpa_kelas`, `belum_ada_perhitungan`.
    """
    per = day_in(instansi, at)
    kelas = open_classes(instansi, tahun, isian, per)
    orang = _people(instansi, per)
    return assemble(orang, kelas, isian)


def open_classes(instansi: Instansi, tahun: int, isian: Mapping[str, Any], per: date) -> list[Kelas]:
    """Classes with free seats that begin after `per`; DomainError `tanpa_kelas`."""
    buka = (
        Angkatan.objects.filter(
            instansi=instansi, status=StatusAngkatan.DIBUKA, mulai__gt=per, daftar_sampai__gte=per,
            mulai__year=tahun, pelatihan__aktif=True,
        )
        .select_related("pelatihan", "pagu")
        .prefetch_related("pelatihan__kompetensi", "pelatihan__sasaran")
        .order_by("mulai", "pk")
    )  # fmt: skip
    kelas = [k for a in buka for k in rows_of_class(a, isian) if k.kursi > 0]
    if not kelas:
        raise DomainError(
            "tanpa_kelas",
            f"Tidak ada kelas tahun {tahun} yang dibuka dan masih mempunyai kursi.",
            tindakan="Buka kelas lebih dahulu di daftar kelas.",
        )
    return kelas


def rows_of_class(angkatan: Angkatan, isian: Mapping[str, Any]) -> Iterator[Kelas]:
    """The class itself, and beside it the free seats that the scenario supposes."""
    naik = {competency_code(k): k.level for k in angkatan.pelatihan.kompetensi.all()}
    yield Kelas(angkatan, angkatan.sisa, angkatan.biaya, naik, gratis=False)
    if isian.get("gratis_angkatan") == angkatan.pk:
        yield Kelas(angkatan, int(isian.get("gratis_kursi") or 0), 0, naik, gratis=True)


def competency_code(baris: Any) -> str:
    """One of the nine by its code, a technical one as 'teknis:12'."""
    return f"teknis:{baris.teknis_id}" if baris.teknis_id else str(baris.kompetensi)


def assemble(orang: list[Orang], kelas: list[Kelas], isian: Mapping[str, Any]) -> Bahan:
    """The arrays: every pair that is meant for the jabatan, free on those days and closes some gap."""
    pasangan = [(o, k, tutup) for o, k, tutup in _pairs(orang, kelas)]
    kode = {c: n for n, c in enumerate(sorted({c for *_, tutup in pasangan for c in tutup}))}
    pagu = list({k.angkatan.pagu_id: k.angkatan.pagu for k in kelas if k.angkatan.pagu}.values())
    letak = {p.pk: n for n, p in enumerate(pagu)}
    celah = [(n, kode[c]) for n, (*_, tutup) in enumerate(pasangan) for c in tutup]
    masalah = Masalah(
        terpencil=np.array([o.terpencil for o in orang], dtype=bool),
        kurang_jp=np.array([o.kurang_jp for o in orang], dtype=bool),
        kursi=bilangan([k.kursi for k in kelas]),
        biaya=bilangan([k.biaya for k in kelas]),
        pagu=bilangan([letak.get(k.angkatan.pagu_id or 0, TANPA_PAGU) for k in kelas]),
        mulai=bilangan([k.angkatan.mulai.toordinal() for k in kelas]),
        selesai=bilangan([k.angkatan.selesai.toordinal() for k in kelas]),
        sisa=bilangan([budget_left(p, isian) for p in pagu]),
        orang=bilangan([o for o, *_ in pasangan]),
        kelas=bilangan([k for _, k, _ in pasangan]),
        manfaat=bilangan([_benefit(tutup, orang[o].pemangku, isian) for o, _, tutup in pasangan]),
        celah_pasangan=bilangan([n for n, _ in celah]),
        celah=bilangan([c for _, c in celah]),
        batas=limits(isian),
    )
    fakta = [_facts(orang[o], kelas[k], tutup) for o, k, tutup in pasangan]
    return Bahan(masalah, [o.pegawai_id for o in orang], kelas, pagu, fakta)


def limits(isian: Mapping[str, Any]) -> Batas:
    """The limits of a scenario; what is not named does not bind."""
    ukuran = Ukuran(isian.get("ukuran") or Ukuran.KURSI)
    return Batas(
        paling_banyak=int(isian.get("paling_banyak") or 2),
        terpencil=Bagian(int(isian.get("terpencil") or 0), ukuran),
        kurang_jp=Bagian(int(isian.get("kurang_jp") or 0), ukuran),
        paling_sedikit=max(int(isian.get("paling_sedikit") or 0), 1),
    )


def budget_left(pagu: Pagu, isian: Mapping[str, Any]) -> int:
    """Rupiah that may still be given out when the pagu is `pagu_persen` of what it is."""
    jumlah = pagu.jumlah * int(isian.get("pagu_persen") or 100) // 100
    return max(jumlah - pagu.komitmen - pagu.realisasi, 0)


def _pairs(orang: list[Orang], kelas: list[Kelas]) -> Iterator[tuple[int, int, Celah]]:
    """(position of the person, of the class, the gaps that it closes), person by person."""
    menurut: dict[str, list[int]] = defaultdict(list)
    for n, k in enumerate(kelas):
        for c in k.naik:
            menurut[c].append(n)
    sasaran = [tuple(map(sasaran_dari, k.angkatan.pelatihan.sasaran.all())) for k in kelas]
    cocok = cache(lambda n, pemangku: is_meant_for(sasaran[n], pemangku))
    for o, satu in enumerate(orang):
        for n in sorted({n for c in satu.celah for n in menurut[c]}):
            tutup = _closed(satu.celah, kelas[n].naik)
            if tutup and _is_free(satu, kelas[n].angkatan) and cocok(n, satu.pemangku):
                yield o, n, tutup


def _closed(celah: Celah, naik: Mapping[str, int]) -> Celah:
    """What of the gaps the class closes: from the level now to the level reached, never beyond the need."""
    tutup = {c: (celah[c][0], min(naik[c], celah[c][1])) for c in celah.keys() & naik.keys()}
    return {c: (dari, ke) for c, (dari, ke) in sorted(tutup.items()) if ke > dari}


def _is_free(o: Orang, a: Angkatan) -> bool:
    bebas = all(a.selesai < mulai or selesai < a.mulai for mulai, selesai in o.sibuk)
    return bebas and a.pk not in o.lewati


def _benefit(tutup: Celah, pemangku: Pemangku, isian: Mapping[str, Any]) -> int:
    """Levels closed, weighed by what HR puts first."""
    dahulu = isian.get("kompetensi") or ()
    jabatan = pemangku.jenis is not None and pemangku.jenis.name in (isian.get("jabatan") or ())
    nilai = sum((ke - dari) * (BOBOT_KOMPETENSI if c in dahulu else 1) for c, (dari, ke) in tutup.items())
    return nilai * (BOBOT_JABATAN if jabatan else 1)


def _facts(o: Orang, k: Kelas, tutup: Celah) -> list[Butir]:
    """The facts of a pair as they are kept and told."""
    butir: list[Butir] = [[Sebab.MENUTUP.value, c, dari, ke] for c, (dari, ke) in tutup.items()]
    butir.append([Sebab.BIAYA.value, k.biaya])
    ya = ((Sebab.TERPENCIL, o.terpencil), (Sebab.KURANG_JP, o.kurang_jp), (Sebab.GRATIS, k.gratis))
    return [*butir, *([s.value] for s, benar in ya if benar)]


# -- people ------------------------------------------------------------------------------------------


def _people(instansi: Instansi, per: date) -> list[Orang]:
    """Everybody on duty who has a gap; DomainError `belum_ada_perhitungan` before the first run."""
    if last_run(instansi.pk) is None:
        raise DomainError(
            "belum_ada_perhitungan",
            "Kesenjangan kompetensi belum dihitung.",
            tindakan="Jalankan perhitungan lebih dahulu.",
        )
    bertugas = Pegawai.objects.filter(instansi=instansi, kedudukan_hukum__in=BERTUGAS)
    jauh = dict(bertugas.order_by("pk").values_list("pk", "unit__terpencil"))
    aturan = aturan_instansi(instansi.pk, per)
    celah = _gaps(instansi, list(jauh), per)
    jp, jabatan = _hours(instansi, per), _posts(instansi, per)
    orang = {
        pk: Orang(
            pk,
            terpencil=bool(terpencil),
            kurang_jp=kurang_jp_pns(jp.get(pk, 0), aturan) > 0,
            pemangku=jabatan.get(pk, Pemangku(None, None, "")),
            celah=celah[pk],
        )
        for pk, terpencil in jauh.items()
        if celah.get(pk)
    }
    _busy(instansi, orang)
    return list(orang.values())


def _gaps(instansi: Instansi, ids: list[int], per: date) -> dict[int, Celah]:
    """Gaps with both levels known: the nine as last judged, technical ones as recorded."""
    keadaan = read_outcomes(ids, instansi_id=instansi.pk, per=per)
    hasil: dict[int, Celah] = defaultdict(dict)
    for pk, sembilan in find_all_gaps(k for k in keadaan.values() if not k.gagal).items():
        hasil[pk] |= {c.kompetensi.value: (c.level_sekarang, c.level_wajib) for c in sembilan}
    for pk, teknis in technical_gaps(ids, per=per).items():
        hasil[pk] |= {f"teknis:{t.pk}": (kini, wajib) for t, kini, wajib in teknis if kini is not None}
    return hasil


def _hours(instansi: Instansi, per: date) -> dict[int, int]:
    """JP of the year so far."""
    baris = pengembangan(per).filter(pegawai__instansi=instansi)
    return {b["pegawai_id"]: b["jp_tahun_ini"] or 0 for b in baris}


def _posts(instansi: Instansi, per: date) -> dict[int, Pemangku]:
    """The jabatan held on `per`, and where."""
    dijabat = RiwayatJabatan.objects.filter(pegawai__instansi=instansi, tmt__lte=per)
    baris = terbaru(dijabat, "tmt").values_list(
        "pegawai_id", "jabatan__jenis", "jabatan__jenjang", "jabatan__nama", "pegawai__unit__jalur"
    )
    nama_unit = dict(UnitKerja.objects.filter(instansi=instansi).values_list("jalur", "nama"))
    unit = cache(lambda jalur: names_on_path(jalur, nama_unit))
    return {
        pk: Pemangku(
            JenisJabatan(jenis), None if jenjang is None else Jenjang(jenjang), nama, unit(jalur or "")
        )
        for pk, jenis, jenjang, nama, jalur in baris
    }


def _busy(instansi: Instansi, orang: Mapping[int, Orang]) -> None:
    """Days and gaps taken by running enrolments, and every class that the person has stood in before."""
    semua = Pendaftaran.objects.filter(pegawai__instansi=instansi, pegawai__in=list(orang))
    for p in semua.select_related("angkatan__pelatihan").prefetch_related("angkatan__pelatihan__kompetensi"):
        o, a = orang[p.pegawai_id], p.angkatan
        o.lewati.add(a.pk)
        if p.status in PENDAFTARAN_BERJALAN:
            o.sibuk.append((a.mulai, a.selesai))
            for k in a.pelatihan.kompetensi.all():
                o.celah.pop(competency_code(k), None)

"""A stored scenario read again: as a question that can be checked, as figures, as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import numpy as np

from karier.services.alokasi_fakta import Kelas, budget_left, limits, rows_of_class
from pegawai.enums import KompetensiMansoskul
from pegawai.kamus import LABEL as LABEL_PEGAWAI
from pegawai.models import KompetensiTeknis, Pegawai
from pelatihan.kamus.alokasi import explain_hindrance, explain_violation
from pelatihan.models import Angkatan, SkenarioAlokasi, UsulanAlokasi
from pelatihan.rules.alokasi_alasan import Sebab
from pelatihan.rules.alokasi_kendala import Pelanggaran, periksa
from pelatihan.rules.alokasi_masalah import TANPA_PAGU, Kendala, Masalah, bilangan
from pelatihan.rules.alokasi_mustahil import Hambatan

#: Limits that HR sets for fairness: missed they warn; the others cannot be broken at all.
LUNAK: Final = frozenset((Kendala.TERPENCIL, Kendala.KURANG_JP, Kendala.PALING_SEDIKIT))


class Angka(NamedTuple):
    """What a choice comes to. Shares are in percent of the seats, rounded down."""

    orang: int
    kursi: int
    celah: int
    rupiah: int
    terpencil: int
    kurang_jp: int


@dataclass(frozen=True, slots=True)
class Tersimpan:
    """The rows of a scenario as a question: seats, prices and pagu as they are now."""

    masalah: Masalah
    usulan: list[UsulanAlokasi]
    kelas: list[str]
    pagu: list[str]
    orang: list[int]

    def check(self, dipilih: Iterable[int]) -> list[Pelanggaran]:
        """Limits broken by these rows (positions in `usulan`)."""
        return periksa(self.masalah, dipilih)

    def chosen(self) -> list[int]:
        return [n for n, u in enumerate(self.usulan) if u.dipilih]

    def sentences(self, pelanggaran: Sequence[Pelanggaran]) -> list[str]:
        """In words, with the name of whom it is about."""
        per_orang = (Kendala.PALING_BANYAK, Kendala.BENTROK, Kendala.CELAH_SEKALI)
        ids = {self.orang[p.tentang] for p in pelanggaran if p.kendala in per_orang}
        nama = {o.pk: o.nama_gelar for o in Pegawai.objects.filter(pk__in=ids)}
        return [
            explain_violation(
                p,
                kelas=self.kelas,
                pagu=self.pagu,
                orang=nama[self.orang[p.tentang]] if p.kendala in per_orang else "",
            )
            for p in pelanggaran
        ]


def stored_problem(skenario: SkenarioAlokasi) -> Tersimpan:
    """The scenario against the seats and rupiah of this moment; a fixed number of queries."""
    usulan = list(skenario.usulan.order_by("pk"))
    kelas = _classes(skenario, usulan)
    letak = {(k.angkatan.pk, k.gratis): n for n, k in enumerate(kelas)}
    pagu = list({k.angkatan.pagu_id: k.angkatan.pagu for k in kelas if k.angkatan.pagu}.values())
    dana = {p.pk: n for n, p in enumerate(pagu)}
    orang = sorted({u.pegawai_id for u in usulan})
    posisi = {pk: n for n, pk in enumerate(orang)}
    celah, kode = _gap_columns(usulan)
    masalah = Masalah(
        terpencil=_flag(usulan, posisi, Sebab.TERPENCIL),
        kurang_jp=_flag(usulan, posisi, Sebab.KURANG_JP),
        kursi=bilangan([max(k.kursi, 0) for k in kelas]),
        biaya=bilangan([k.biaya for k in kelas]),
        pagu=bilangan([dana.get(k.angkatan.pagu_id or 0, TANPA_PAGU) for k in kelas]),
        mulai=bilangan([k.angkatan.mulai.toordinal() for k in kelas]),
        selesai=bilangan([k.angkatan.selesai.toordinal() for k in kelas]),
        sisa=bilangan([budget_left(p, skenario.batas) for p in pagu]),
        orang=bilangan([posisi[u.pegawai_id] for u in usulan]),
        kelas=bilangan([letak[u.angkatan_id, has_fact(u, Sebab.GRATIS)] for u in usulan]),
        manfaat=bilangan([u.manfaat for u in usulan]),
        celah_pasangan=bilangan([n for n, _ in celah]),
        celah=bilangan([kode[c] for _, c in celah]),
        batas=limits(skenario.batas),
    )
    return Tersimpan(masalah, usulan, [str(k.angkatan) for k in kelas], [str(p) for p in pagu], orang)


def has_fact(usulan: UsulanAlokasi, sebab: Sebab) -> bool:
    return any(b[0] == sebab for b in usulan.alasan)


def figures(usulan: Iterable[UsulanAlokasi]) -> Angka:
    """Of the chosen rows: people, seats, gaps closed, rupiah, shares."""
    dipilih = [u for u in usulan if u.dipilih]
    n = max(len(dipilih), 1)
    return Angka(
        orang=len({u.pegawai_id for u in dipilih}),
        kursi=len(dipilih),
        celah=sum(b[0] == Sebab.MENUTUP for u in dipilih for b in u.alasan),
        rupiah=sum(b[1] for u in dipilih for b in u.alasan if b[0] == Sebab.BIAYA),
        terpencil=100 * sum(has_fact(u, Sebab.TERPENCIL) for u in dipilih) // n,
        kurang_jp=100 * sum(has_fact(u, Sebab.KURANG_JP) for u in dipilih) // n,
    )


def hindrance_sentences(skenario: SkenarioAlokasi) -> list[str]:
    """Why a scenario has no proposals."""
    isi = skenario.ringkasan
    sebab = [
        explain_hindrance(Hambatan(Kendala(k), diminta, tersedia, sendiri))
        for k, diminta, tersedia, sendiri in isi.get("hambatan", [])
    ]
    pesan = [isi["pesan"]] if isi.get("pesan") else []
    lama = "Batas waktu habis sebelum ada usulan. Kurangi batas pemerataan atau kelas yang dibuka."
    return [*pesan, *sebab] or [lama]


def competency_names(usulan: Iterable[UsulanAlokasi]) -> dict[str, str]:
    """Every competency code that the rows mention, by name; one query."""
    sebutan = {b[1] for u in usulan for b in u.alasan if b[0] == Sebab.MENUTUP}
    return names_of_codes(sebutan)


def names_of_codes(kode: Iterable[str]) -> dict[str, str]:
    """Names of the nine, and of technical competencies ('teknis:12')."""
    teknis = {int(k.removeprefix("teknis:")) for k in kode if k.startswith("teknis:")}
    nama = KompetensiTeknis.objects.filter(pk__in=teknis).values_list("pk", "nama") if teknis else ()
    sembilan = {k.value: LABEL_PEGAWAI[KompetensiMansoskul][k] for k in KompetensiMansoskul}
    return sembilan | {f"teknis:{pk}": isi for pk, isi in nama}


def class_names(skenario: SkenarioAlokasi) -> dict[int, str]:
    """Classes of the scenario by key."""
    semua = Angkatan.objects.filter(pk__in=skenario.usulan.order_by().values("angkatan"))
    return {a.pk: str(a) for a in semua.select_related("pelatihan")}


def _classes(skenario: SkenarioAlokasi, usulan: Sequence[UsulanAlokasi]) -> list[Kelas]:
    semua = Angkatan.objects.filter(pk__in={u.angkatan_id for u in usulan}).order_by("mulai", "pk")
    semua = semua.select_related("pelatihan", "pagu").prefetch_related("pelatihan__kompetensi")
    return [k for a in semua for k in rows_of_class(a, skenario.batas)]


def _gap_columns(usulan: Sequence[UsulanAlokasi]) -> tuple[list[tuple[int, str]], dict[str, int]]:
    celah = [(n, b[1]) for n, u in enumerate(usulan) for b in u.alasan if b[0] == Sebab.MENUTUP]
    return celah, {c: n for n, c in enumerate(sorted({c for _, c in celah}))}


def _flag(usulan: Sequence[UsulanAlokasi], posisi: Mapping[int, int], sebab: Sebab) -> Any:
    hasil = np.zeros(len(posisi), dtype=bool)
    for u in usulan:
        hasil[posisi[u.pegawai_id]] |= has_fact(u, sebab)
    return hasil

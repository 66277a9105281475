"""The talent map as one person reads it: the components always, the box once it is released."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.aturan import aturan_dari_versi, aturan_per
from karier.enums import Keyakinan
from karier.kamus import LABEL
from karier.kamus.talenta import box_advice, box_name
from karier.models import PenetapanKotak
from karier.rules.aturan_talenta import AturanTalenta, susun
from karier.rules.keputusan import unpack_lain
from karier.services.keadaan import read_outcomes
from karier.services.sidang_baca import changed_since
from karier.services.talenta_komponen import KomponenTerbaca, components_of, latest_scores
from pegawai.enums import JenisPegawai
from pegawai.models import Pegawai


class KotakTerbaca(NamedTuple):
    """A released box. `alasan`: of the committee, where it set another than the data proposed."""

    nama: str
    saran: str
    alasan: str
    keyakinan: str
    ditetapkan: str
    dirilis: str
    berubah: str


class TalentaSaya(NamedTuple):
    """`komponen` is empty for whom there is no map (PPPK, CPNS)."""

    komponen: list[KomponenTerbaca]
    kotak: KotakTerbaca | None
    gagal: bool = False

    @property
    def tercatat(self) -> int:
        return sum(k.ada for k in self.komponen)


def own_talent(saya: Pegawai, *, per: date) -> TalentaSaya:
    """Never the sums of the axes, and no box before the release."""
    if saya.jenis != JenisPegawai.PNS:
        return TalentaSaya([], None)
    keadaan = read_outcomes([saya.pk], instansi_id=saya.instansi_id, per=per)[saya.pk]
    kotak = released_of([saya.pk]).get(saya.pk)
    if keadaan.gagal:
        return TalentaSaya([], _words(kotak, "") if kotak else None, gagal=True)
    h = keadaan.hasil
    komponen = components_of(
        keadaan.fakta, keadaan.aturan, per=keadaan.per_tanggal, tmt=h.tmt,
        skor=latest_scores([saya.pk], keadaan.per_tanggal).get(saya.pk), khusus=True,
    )  # fmt: skip

    kini = unpack_lain(h.lain).angka("kotak")
    return TalentaSaya(komponen, _words(kotak, _changed(kotak, kini)) if kotak else None)


def released_of(pegawai_ids: Collection[int]) -> dict[int, PenetapanKotak]:
    """The box that was released last of each; one query."""
    semua = PenetapanKotak.objects.dirilis().filter(pegawai__in=pegawai_ids)
    semua = semua.select_related("rilis", "sidang__run", "sidang__komite").order_by("rilis__pada", "pk")
    return {p.pegawai_id: p for p in semua}


def box_read(p: PenetapanKotak) -> KotakTerbaca:
    """A released box for others than the person."""
    return _words(p, "")


def rules_of(p: PenetapanKotak) -> AturanTalenta:
    """By which the box was proposed."""
    return susun(aturan_dari_versi(p.sidang.run.versi_aturan))


def rules_today(per: date) -> AturanTalenta:
    return susun(aturan_per(per))


def _words(p: PenetapanKotak, berubah: str) -> KotakTerbaca:
    aturan, kotak = rules_of(p), p.kotak or p.kotak_usulan
    return KotakTerbaca(
        nama=box_name(kotak, aturan),
        saran=box_advice(kotak, aturan),
        alasan=p.alasan,
        keyakinan=LABEL[Keyakinan][Keyakinan(p.keyakinan)],
        ditetapkan=f"Ditetapkan komite talenta pada {p.sidang}, berita acara {p.sidang.nomor_berita}",
        dirilis=f"Dirilis {kata.tanggal(timezone.localdate(p.rilis.pada))}",
        berubah=berubah,
    )


def _changed(p: PenetapanKotak, kini: int | None) -> str:
    """To the person without the number that the data would propose now."""
    if not changed_since(p, {p.pegawai_id: kini}):
        return ""
    return (
        "Data komponen Anda berubah sejak penetapan ini. Kotak tidak berubah dengan sendirinya: sidang "
        "berikutnya memakai data terbaru."
    )


def talent_sentence(saya: Pegawai, *, per: date) -> str:
    """What the person has before them now, for a request to have it looked at."""
    isi = own_talent(saya, per=per)
    if isi.kotak is not None:
        return isi.kotak.nama
    return f"Belum ada kotak yang dirilis; {isi.tercatat} dari {len(isi.komponen)} komponen tercatat"

"""Where people stand: the stored outcome of the last finished run, else computed now and said to be so.

One person whose data cannot be computed, or one run that this program cannot explain, never takes the
page of anybody else with it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
from django.db import transaction

from asn_karier.lib.aturan import Aturan, aturan_dari_versi
from asn_karier.lib.db import is_sambungan_putus, is_sibuk
from asn_karier.lib.errors import DomainError
from asn_karier.lib.syarat import Status
from karier.enums import JALUR_DIHITUNG, JalurPangkat, JenisPutusan, StatusRun
from karier.kamus import HasilSatu, Pembaca, SyaratTerbaca, jelaskan
from karier.models import HasilEvaluasi, HitungUlang, RunEvaluasi
from karier.rules.aturan_pangkat import susun
from karier.rules.fakta import FAKTA_VERSI, Fakta, pack_fakta, unpack_fakta
from karier.rules.pangkat import target_tmt
from karier.services.fakta import kumpulkan
from karier.services.hasil import hasil_satu, hasil_tersimpan, hitung
from karier.services.parameter import aturan_instansi
from pegawai.enums import JenisPegawai
from pegawai.models import Pegawai

log = logging.getLogger(__name__)

SELESAI = (StatusRun.SELESAI, StatusRun.SELESAI_DENGAN_KARANTINA)


@dataclass(frozen=True, slots=True)
class Keadaan:
    """One person's outcome. `dihitung_pada` is None when it was computed for this page and is in no run.

    `gagal`: the data of this person cannot be computed; `hasil` then says nothing but whose it is.
    """

    pegawai_id: int
    hasil: HasilSatu
    kebutuhan: int
    per_tanggal: date
    dihitung_pada: datetime | None
    gagal: bool = False

    @property
    def status(self) -> Status:
        return Status(self.hasil.status)

    @property
    def dinilai(self) -> bool:
        """Whether a rule of kenaikan pangkat has judged this person."""
        return self.hasil.jalur in JALUR_DIHITUNG

    @property
    def fakta(self) -> Fakta:
        return unpack_fakta(self.hasil.fakta)

    @property
    def aturan(self) -> Aturan:
        return aturan_dari_versi(self.hasil.versi_aturan)

    def syarat(
        self,
        *,
        jenis: JenisPutusan = JenisPutusan.KENAIKAN_PANGKAT,
        pembaca: Pembaca = Pembaca.PEGAWAI,
        boleh_khusus: bool = True,
    ) -> list[SyaratTerbaca]:
        """The requirements of one decision in words; none where nothing could be computed."""
        if self.gagal:
            return []
        return jelaskan(self.hasil, jenis=jenis, pembaca=pembaca, boleh_khusus=boleh_khusus)


def last_run(instansi_id: int, *, tmt: date | None = None) -> RunEvaluasi | None:
    """The last finished run of an instansi that is no simulation; its outcomes are what pages show.

    With `tmt`: the last one that judged for that TMT. One that this program cannot explain is passed
    over: a second host may be older or newer.
    """
    selesai = RunEvaluasi.objects.filter(instansi_id=instansi_id, status__in=SELESAI, simulasi=False)
    if tmt is not None:
        selesai = selesai.filter(tmt_sasaran=tmt)
    selesai = selesai.order_by("-nomor")
    terakhir = selesai.first()
    if terakhir is None or not alasan_tak_terbaca(terakhir):
        return terakhir
    return next((run for run in selesai.defer("ringkasan") if not alasan_tak_terbaca(run)), None)


def alasan_tak_terbaca(run: RunEvaluasi) -> str:
    """Why the stored outcomes of a run cannot be explained by this program; empty when they can."""
    if run.versi_fakta > FAKTA_VERSI:
        return (
            "Hasil perhitungan ini disimpan oleh versi aplikasi yang lain. "
            "Perbarui aplikasi di server ini, atau jalankan perhitungan baru."
        )
    try:
        susun(aturan_dari_versi(run.versi_aturan))
    except DomainError as galat:
        return galat.kalimat
    return ""


def pastikan_terbaca(run: RunEvaluasi) -> None:
    """Before anything of a run is shown or written; DomainError `hasil_tak_terbaca` with what to do."""
    alasan = alasan_tak_terbaca(run)
    if alasan:
        raise DomainError("hasil_tak_terbaca", alasan)


def read_outcomes(pegawai_ids: Iterable[int], *, instansi_id: int, per: date) -> dict[int, Keadaan]:
    """The outcome of each of `pegawai_ids`, in a number of queries that does not grow with them.

    Only people whose data cannot be computed cost more. Callers have checked that the reader may see
    these people.
    """
    ids = sorted(set(pegawai_ids))
    run = last_run(instansi_id)
    tersimpan = stored_outcomes(run, ids) if run else {}
    baru = [i for i in ids if i not in tersimpan]
    if not baru:
        return tersimpan
    return {**tersimpan, **_each_computed(baru, per, aturan_instansi(instansi_id, per))}


def stored_outcomes(run: RunEvaluasi, ids: list[int]) -> dict[int, Keadaan]:
    """What one run stored about these people; whom it does not know is left out.

    So are those whose records were put right since the run began: theirs are computed anew.
    """
    saat = run.selesai_pada or run.dibuat_pada
    berubah = HitungUlang.objects.filter(pegawai_id__in=ids, pada__gte=run.dibuat_pada)
    tetap = HasilEvaluasi.objects.filter(run_id=run.pk, pegawai_id__in=ids)
    return {
        b.pegawai_id: Keadaan(b.pegawai_id, hasil_tersimpan(b, run), b.kebutuhan, run.per_tanggal, saat)
        for b in tetap.exclude(pegawai_id__in=berubah.values("pegawai_id"))
    }


def _each_computed(ids: list[int], per: date, aturan: Aturan) -> dict[int, Keadaan]:
    """All in one go; after a failure one by one, so that it stays with whoever it is about."""
    try:
        # A refusal of the database must not spoil the transaction of the page.
        with transaction.atomic():
            return _computed(ids, per, aturan)
    except Exception as galat:
        if is_sambungan_putus(galat) or is_sibuk(galat):
            raise
        if len(ids) > 1:
            return {pk: k for i in ids for pk, k in _each_computed([i], per, aturan).items()}
        # Without the message, which may quote the data of the person.
        log.warning("Pegawai %s tidak dapat dihitung: %s", ids[0], type(galat).__name__)
        return {ids[0]: _uncomputed(ids[0], per, aturan)}


def _uncomputed(pegawai_id: int, per: date, aturan: Aturan) -> Keadaan:
    """Nothing but what kind of pegawai it is: which pages there are for them hangs on it."""
    jenis = Pegawai.objects.values_list("jenis", flat=True).get(pk=pegawai_id)
    pppk = jenis == JenisPegawai.PPPK
    hasil = HasilSatu(
        jalur=JalurPangkat.TIDAK_BERLAKU if pppk else JalurPangkat.BELUM_DIHITUNG,
        status=Status.TIDAK_BERLAKU if pppk else Status.PERLU_VERIFIKASI,
        golongan_berikut=0,
        paling_cepat=None,
        syarat=0,
        fakta=pack_fakta(Fakta.satu(jenis_pegawai=jenis)).tobytes(),
        versi_aturan=aturan.versi(),
        tmt=target_tmt(per, aturan),
        per=per,
    )
    return Keadaan(pegawai_id, hasil, 0, per, None, gagal=True)


def _computed(ids: list[int], per: date, aturan: Aturan) -> dict[int, Keadaan]:
    """People whom no run has seen yet: new since then, or before the first run."""
    tmt = target_tmt(per, aturan)
    kumpulan = kumpulkan(np.array(ids, dtype=np.int64), per_tanggal=per, tmt=tmt, aturan=aturan)
    h = hitung(kumpulan, aturan=aturan, per_tanggal=per, tmt=tmt)
    return {
        int(pk): Keadaan(int(pk), hasil_satu(h, i), int(h.kebutuhan.kebutuhan[i]), per, None)
        for i, pk in enumerate(h.ids)
    }

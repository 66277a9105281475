"""KGB letters: issued in a batch, numbered, undone. A person gets one letter per day, whoever asks twice."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from django.db import transaction

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from pegawai.enums import JenisPegawai
from pegawai.models import Instansi, Pegawai, PejabatPenandaTangan, PenerbitanKGB, SuratKGB
from pegawai.reports.agenda import Kgb, kgb_jatuh, rentang, sudah_bersurat
from pegawai.rules.gaji import gaji_pokok
from pegawai.rules.golongan import Golongan

#: Letters of one batch: one PDF, and one page that a person can still check.
TERBANYAK: Final = 500
URUT: Final = "{urut}"
DIRI_SENDIRI: Final = "Surat tentang diri Anda sendiri diterbitkan oleh petugas lain."
SUDAH: Final = "Sudah punya surat untuk TMT ini."
BERUBAH: Final = "Tanggal KGB-nya berubah sejak daftar dibuka. Muat ulang agenda."


@dataclass(frozen=True, slots=True)
class NilaiKgb:
    """What the last run says of the other requirements of a KGB. `ditunda`: no letter now."""

    ditunda: bool
    kalimat: str


Penilai = Callable[[Collection[int]], Mapping[int, NilaiKgb]]
_penilai: list[Penilai] = []


def daftarkan_penilai(penilai: Penilai) -> None:
    """The app that judges people tells what it knows; the last registration counts."""
    _penilai[:] = [penilai]


def judge(pegawai_ids: Collection[int]) -> Mapping[int, NilaiKgb]:
    """Outcomes by person; nobody where nothing was computed yet. For HR of these people only."""
    return _penilai[0](pegawai_ids) if _penilai and pegawai_ids else {}


@dataclass(frozen=True, slots=True)
class Nomor:
    """How letters are numbered; empty `pola`: they stay drafts."""

    pola: str = ""
    mulai: int = 1
    tanggal: date | None = None
    penanda_tangan: PejabatPenandaTangan | None = None

    def periksa(self) -> None:
        """DomainError `nomor_...` for a pattern that gives no distinct numbers, or without a date."""
        if not self.pola:
            return
        if URUT not in self.pola:
            raise DomainError("nomor_pola", f"Pola nomor harus memuat {URUT}, misalnya 800.1.11/{URUT}/2027.")
        if self.tanggal is None:
            raise DomainError("nomor_tanggal", "Isi tanggal surat, karena suratnya diberi nomor.")

    def ke(self, n: int) -> str:
        return self.pola.replace(URUT, str(self.mulai + n)) if self.pola else ""


@dataclass(slots=True)
class Rencana:
    """What would be issued: drafts of letters, and whom it leaves out for which reason."""

    surat: list[SuratKGB] = field(default_factory=list)
    dilewati: list[tuple[int, str]] = field(default_factory=list)


def plan_letters(orang: Any, *, per: date, actor: Any, pilihan: Mapping[int, date] | None = None) -> Rencana:
    """Letters for the next KGB of `orang`; `pilihan` are the days that the officer saw (None: any)."""
    jatuh = kgb_jatuh(orang, *rentang(per))
    ids = jatuh.pegawai_id.tolist()
    rencana, nilai, ada = Rencana(), judge(ids), sudah_bersurat(ids, rentang(per)[0])
    for n, pk in enumerate(ids):
        hari: date = jatuh.hari[n].item()
        sebab = _sebab(pk, hari, actor, nilai, ada, pilihan)
        if sebab:
            rencana.dilewati.append((pk, sebab))
        else:
            rencana.surat.append(_surat(jatuh, n, hari))
    rencana.surat.sort(key=lambda s: (s.tmt, s.pegawai_id))
    if pilihan is not None:
        rencana.dilewati += [(pk, BERUBAH) for pk in pilihan if pk not in set(ids)]
    return rencana


def _sebab(
    pk: int,
    hari: date,
    actor: Any,
    nilai: Mapping[int, NilaiKgb],
    ada: set[tuple[int, date]],
    pilihan: Mapping[int, date] | None,
) -> str:
    """Why this person gets no letter now; empty when they do."""
    if pk == actor.pegawai_id:
        return DIRI_SENDIRI
    if (pk, hari) in ada:
        return SUDAH
    if pilihan is not None and pilihan.get(pk) != hari:
        return BERUBAH
    return nilai[pk].kalimat if pk in nilai and nilai[pk].ditunda else ""


def _surat(jatuh: Kgb, n: int, hari: date) -> SuratKGB:
    """A letter with what the rules know of the pay; what they do not know makes it an estimate."""
    golongan = Golongan(JenisPegawai.PNS, int(jatuh.golongan[n]))
    mkg, a = int(jatuh.mkg_bulan[n]), aturan_per(hari)
    lama, baru = gaji_pokok(golongan, mkg - 1, a), gaji_pokok(golongan, mkg, a)
    ragu = bool(jatuh.perkiraan[n]) or lama is None or baru is None or lama >= baru
    return SuratKGB(
        pegawai_id=int(jatuh.pegawai_id[n]),
        tmt=hari,
        golongan=golongan.urut,
        mkg_bulan=mkg,
        gaji_lama=lama,
        gaji_baru=baru,
        perkiraan=ragu,
    )


@transaction.atomic
def issue_letters(
    *, instansi: Instansi, pilihan: Mapping[int, date], nomor: Nomor, actor: Any, at: datetime, per: date
) -> tuple[PenerbitanKGB, Rencana]:
    """Write the letters of one batch into the register. DomainError `surat_...`, `nomor_...`.

    The row of the instansi is locked: of two officers at once the second finds the letters of the first.
    """
    nomor.periksa()
    if len(pilihan) > TERBANYAK:
        raise DomainError("surat_banyak", f"Paling banyak {TERBANYAK} surat sekali terbit. Saring dahulu.")
    Instansi.objects.select_for_update().get(pk=instansi.pk)
    orang = Pegawai.objects.dikelola(actor).of_instansi(instansi.pk).filter(pk__in=list(pilihan))
    rencana = plan_letters(orang, per=per, actor=actor, pilihan=pilihan)
    if not rencana.surat:
        raise DomainError("surat_kosong", "Tidak ada surat yang dapat diterbitkan dari pilihan ini.")
    terbit = PenerbitanKGB.objects.create(
        instansi=instansi, jumlah=len(rencana.surat), oleh=actor, dibuat_pada=at,
        penanda_tangan=nomor.penanda_tangan,
    )  # fmt: skip
    for s in rencana.surat:
        s.penerbitan, s.oleh = terbit, actor
    _beri_nomor(terbit, rencana.surat, nomor)
    SuratKGB.objects.bulk_create(rencana.surat, batch_size=500)
    _jejak(terbit, "terbitkan_surat_kgb", actor, rencana.surat)
    return terbit, rencana


@transaction.atomic
def number_letters(*, penerbitan_id: int, nomor: Nomor, actor: Any) -> PenerbitanKGB:
    """Number what is still a draft and rests on nothing unverified. DomainError `nomor_...`, `surat_...`.

    TidakBoleh when one of these letters is the actor's own.
    """
    nomor.periksa()
    if not nomor.pola:
        raise DomainError("nomor_pola", f"Isi pola nomor, misalnya 800.1.11/{URUT}/2027.")
    terbit = _terkunci(penerbitan_id)
    konsep = list(terbit.surat.filter(nomor="", perkiraan=False))
    if not konsep:
        raise DomainError("surat_bernomor", "Tidak ada konsep yang dapat diberi nomor lagi.")
    _bukan_diri(konsep, actor)
    _beri_nomor(terbit, konsep, nomor)
    SuratKGB.objects.bulk_update(konsep, ["nomor", "tanggal"], batch_size=500)
    _jejak(terbit, "beri_nomor_surat_kgb", actor, konsep)
    return terbit


@transaction.atomic
def undo_letters(*, penerbitan_id: int, bernomor: int | None, actor: Any, at: datetime) -> PenerbitanKGB:
    """Take a batch out of the register, so that its people can get a letter again; the trail keeps it.

    `bernomor`: how many had a number when the actor looked (None: nobody knows). Bentrok `surat_berubah`
    for another count: a letter that somebody numbered meanwhile may be on its way already. TidakBoleh when
    one of the letters is the actor's own.
    """
    terbit = _terkunci(penerbitan_id)
    surat = list(terbit.surat.all())
    _bukan_diri(surat, actor)
    if sum(not s.konsep for s in surat) != bernomor:
        raise Bentrok(
            "surat_berubah",
            "Surat pada penerbitan ini diberi nomor sejak Anda membukanya, jadi belum diurungkan.",
            tindakan="Periksa suratnya, lalu tekan Urungkan lagi bila masih perlu.",
        )
    _jejak(terbit, "urungkan_surat_kgb", actor, surat)
    terbit.surat.all().delete()
    terbit.diurungkan_pada = at
    terbit.save(update_fields=["diurungkan_pada"])
    return terbit


def _bukan_diri(surat: Iterable[SuratKGB], actor: Any) -> None:
    if actor.pegawai_id is not None and any(s.pegawai_id == actor.pegawai_id for s in surat):
        raise TidakBoleh("diri_sendiri", DIRI_SENDIRI, tindakan="Mintalah rekan Anda melakukannya.")


def _terkunci(penerbitan_id: int) -> PenerbitanKGB:
    terbit = PenerbitanKGB.objects.select_for_update().get(pk=penerbitan_id)
    if terbit.diurungkan_pada is not None:
        raise Bentrok("surat_diurungkan", "Penerbitan ini sudah diurungkan.")
    return terbit


def _beri_nomor(terbit: PenerbitanKGB, surat: Iterable[SuratKGB], nomor: Nomor) -> None:
    """What is an estimate keeps no number: somebody has to look at it first."""
    for n, s in enumerate(s for s in surat if not s.perkiraan):
        s.nomor, s.tanggal = nomor.ke(n), nomor.tanggal
    terbit.pola_nomor, terbit.tanggal = nomor.pola, nomor.tanggal
    terbit.penanda_tangan = nomor.penanda_tangan or terbit.penanda_tangan
    terbit.save(update_fields=["pola_nomor", "tanggal", "penanda_tangan"])


def _jejak(terbit: PenerbitanKGB, tindakan: str, actor: Any, surat: Collection[SuratKGB]) -> None:
    catat(
        pengguna=actor,
        tindakan=tindakan,
        subjek_jenis="penerbitan_kgb",
        subjek_id=terbit.pk,
        kanal="admin",
        rincian={
            "instansi": terbit.instansi_id,
            "jumlah": len(surat),
            "surat": [{"pegawai": s.pegawai_id, "tmt": s.tmt.isoformat(), "nomor": s.nomor} for s in surat],
        },
    )

"""What HR changes in a proposal by hand, and its adoption by a named person."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from asn_karier.lib.audit import catat, catat_satu_satu
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from karier.services.alokasi import MEJA
from karier.services.alokasi_baca import LUNAK, Tersimpan, stored_problem
from karier.services.alokasi_daftar import enrol_chosen
from pelatihan.enums import StatusSkenario
from pelatihan.models import SkenarioAlokasi, UsulanAlokasi
from pelatihan.rules.alokasi_alasan import Sebab

#: What the person's facts are, as against why they are proposed or not.
_FAKTA = frozenset((Sebab.MENUTUP, Sebab.BIAYA, Sebab.TERPENCIL, Sebab.KURANG_JP, Sebab.GRATIS))


@transaction.atomic
def change_proposal(
    *, usulan_id: int, dipilih: bool, versi: int, actor: Any, at: datetime
) -> tuple[UsulanAlokasi, list[str]]:
    """Put one person in or take them out; also: sentences about shares that are missed now.

    Checked at once against seats, rupiah and days of this moment: DomainError `melanggar_batas` names what it
    would break. The same press twice is once. TidakBoleh for the own proposal; Bentrok on an older version.
    """
    usulan = _visible(usulan_id, actor)
    skenario = hold_scenario(usulan.skenario_id, actor)
    usulan.refresh_from_db()
    if usulan.pegawai_id == actor.pegawai_id:
        raise TidakBoleh("usulan_sendiri", "Usulan tentang diri Anda diubah oleh rekan Anda.")
    soal = stored_problem(skenario)
    if usulan.dipilih != dipilih:
        _expect(skenario, versi)
        _check(soal, usulan, dipilih=dipilih)
        _save(skenario, usulan, dipilih=dipilih, actor=actor)
        soal = stored_problem(skenario)
    lunak = [p for p in soal.check(soal.chosen()) if p.kendala in LUNAK]
    return usulan, soal.sentences(lunak)


@transaction.atomic
def adopt_scenario(
    *, skenario_id: int, versi: int, tahu: bool, actor: Any, at: datetime
) -> tuple[SkenarioAlokasi, int]:
    """*Pakai usulan ini*: enrol everybody who is proposed, all or nobody; how many enrolments were made.

    `tahu`: the officer has read that shares are missed. DomainError `melanggar_batas` (also for what the
    scenario only supposes), `bagian_tidak_terpenuhi`; Bentrok. Twice is once.
    """
    skenario = hold_scenario(skenario_id, actor, dipakai=True)
    if skenario.status == StatusSkenario.DIPAKAI:
        return skenario, 0
    _expect(skenario, versi)
    soal = stored_problem(skenario)
    halangan = hindrances_of_adoption(skenario, soal, actor=actor)
    if halangan:
        raise DomainError(
            "melanggar_batas", halangan[0], tindakan="Perbaiki usulan, atau buat skenario baru."
        )
    lunak = [p for p in soal.check(soal.chosen()) if p.kendala in LUNAK]
    if lunak and not tahu:
        raise DomainError(
            "bagian_tidak_terpenuhi",
            soal.sentences(lunak)[0],
            tindakan="Centang bahwa Anda mengetahuinya, atau ubah usulan.",
        )
    terpilih = [u for u in soal.usulan if u.dipilih]
    banyak = enrol_chosen(usulan=terpilih, alasan=f"Usulan alokasi: {skenario.nama}", actor=actor, at=at)
    _adopted(skenario, terpilih, actor, at)
    return skenario, banyak


def hindrances_of_adoption(skenario: SkenarioAlokasi, soal: Tersimpan, *, actor: Any) -> list[str]:
    """Why this officer cannot adopt the scenario now; empty when they can."""
    halangan = []
    if skenario.batas.get("gratis_kursi") or int(skenario.batas.get("pagu_persen") or 100) > 100:
        halangan.append("Skenario ini mengandaikan kursi gratis atau pagu yang belum ada.")
    dipilih = soal.chosen()
    if not dipilih:
        halangan.append("Tidak ada usulan yang dipilih.")
    if any(soal.usulan[n].pegawai_id == actor.pegawai_id for n in dipilih):
        halangan.append("Usulan ini memuat Anda sendiri. Minta rekan Anda memakainya.")
    keras = [p for p in soal.check(dipilih) if p.kendala not in LUNAK]
    return [*halangan, *soal.sentences(keras)]


def hold_scenario(skenario_id: int, actor: Any, *, dipakai: bool = False) -> SkenarioAlokasi:
    """The scenario under its lock, for HR of its instansi, while it can be changed."""
    semua = SkenarioAlokasi.objects.dikelola(actor).select_for_update(of=("self",), no_key=True)
    skenario: SkenarioAlokasi | None = semua.filter(pk=skenario_id).first()
    if skenario is None:
        raise TidakDitemukan("skenario_tidak_ditemukan", "Skenario ini tidak ditemukan.")
    boleh = (StatusSkenario.DIHITUNG, StatusSkenario.DIPAKAI) if dipakai else (StatusSkenario.DIHITUNG,)
    if skenario.status not in boleh:
        raise DomainError(
            "skenario_tetap",
            "Usulan skenario ini tidak dapat diubah lagi.",
            tindakan="Buat skenario baru bila perlu.",
        )
    return skenario


def _visible(usulan_id: int, actor: Any) -> UsulanAlokasi:
    usulan: UsulanAlokasi | None = (
        UsulanAlokasi.objects.visible_to(actor).select_related("pegawai").filter(pk=usulan_id).first()
    )
    if usulan is None:
        raise TidakDitemukan("usulan_tidak_ditemukan", "Usulan ini tidak ditemukan.")
    return usulan


def _expect(skenario: SkenarioAlokasi, versi: int) -> None:
    if skenario.versi != versi:
        raise Bentrok(
            "skenario_berubah",
            "Skenario ini diubah orang lain sejak Anda membukanya.",
            tindakan="Periksa usulannya sekali lagi.",
        )


def _check(soal: Tersimpan, usulan: UsulanAlokasi, *, dipilih: bool) -> None:
    """Only what this change would newly break stands in its way."""
    lama = soal.chosen()
    letak = next(n for n, u in enumerate(soal.usulan) if u.pk == usulan.pk)
    baru = [*lama, letak] if dipilih else [n for n in lama if n != letak]
    sudah = {(p.kendala, p.tentang) for p in soal.check(lama)}
    keras = [p for p in soal.check(baru) if p.kendala not in LUNAK and (p.kendala, p.tentang) not in sudah]
    if keras:
        raise DomainError(
            "melanggar_batas", soal.sentences(keras[:1])[0], tindakan="Lepaskan usulan lain lebih dahulu."
        )


def _save(skenario: SkenarioAlokasi, usulan: UsulanAlokasi, *, dipilih: bool, actor: Any) -> None:
    sebab = Sebab.DITAMBAHKAN if dipilih else Sebab.DILEPAS
    usulan.dipilih, usulan.diubah_oleh = dipilih, actor
    usulan.alasan = [*(b for b in usulan.alasan if b[0] in _FAKTA), [sebab.value]]
    usulan.save(update_fields=["dipilih", "diubah_oleh", "alasan"])
    skenario.versi += 1
    skenario.save(update_fields=["versi"])
    catat_satu_satu(
        pengguna=actor, tindakan="ubah_alokasi", kanal=MEJA, keperluan=f"Skenario {skenario.pk}",
        baris=[(usulan.pegawai_id, {"angkatan": usulan.angkatan_id, "dipilih": dipilih})],
    )  # fmt: skip


def _adopted(skenario: SkenarioAlokasi, terpilih: list[UsulanAlokasi], actor: Any, at: datetime) -> None:
    skenario.status, skenario.dipakai_oleh, skenario.dipakai_pada = StatusSkenario.DIPAKAI, actor, at
    skenario.versi += 1
    skenario.save(update_fields=["status", "dipakai_oleh", "dipakai_pada", "versi"])
    catat(
        pengguna=actor, tindakan="pakai_alokasi", subjek_jenis="skenario_alokasi", subjek_id=skenario.pk,
        kanal=MEJA, rincian={"usulan": len(terpilih)},
    )  # fmt: skip

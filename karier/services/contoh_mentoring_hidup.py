"""Pairs of the demo: one that lives, one that ended well, one that has been silent for forty days.

A pair begins as a row; everything that happens in it goes through the services, at hours of then.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import uuid4

from karier.rules.pewaris import LEVEL_AHLI
from karier.services.contoh_akun import account_of
from kinerja.services.contoh_tim import Pelaku
from mentoring.enums import CaraBertemu, Kemajuan, Rasa, SebabAkhir, StatusMentor, StatusPasangan
from mentoring.models import KeahlianMentor, Pasangan, Pertemuan, ProfilMentor
from mentoring.services.akhiri import end_pair, thank_mentor
from mentoring.services.catatan import add_private, add_shared
from mentoring.services.denyut import answer_pulse
from mentoring.services.pertemuan import IsiPertemuan, confirm_meeting, log_meeting, plan_meeting
from mentoring.services.sasaran import IsiSasaran, agree_goal, move_goal, propose_goal
from pegawai.enums import KompetensiMansoskul as K
from pegawai.models import Instansi, Pegawai, Pengguna
from pegawai.querysets import BERTUGAS
from pegawai.services.kompetensi_baca import levels_of

#: What the pair that ended and the silent one are about.
DIPELAJARI: Final = (K.ORIENTASI_HASIL, K.KERJA_SAMA)


def live_pairs(p: Pelaku, mentee: Pegawai, mentor: Pegawai, lain: Sequence[Pegawai]) -> None:
    """`mentee` and `mentor` meet; `lain`: two who learned or learn from others, the known ones first."""
    dulu, diam = lain[0], lain[1]
    _alive(p, _pair(p, mentee, mentor, K.PELAYANAN_PUBLIK, mulai=75))
    if dulu.pk != mentor.pk:
        _ended_well(p, _pair(p, dulu, mentor, DIPELAJARI[0], mulai=200))
    if diam.pk != mentor.pk:
        pendiam = _pair(p, diam, mentor, DIPELAJARI[1], mulai=90)
        _meet(p, pendiam, 40, CaraBertemu.TELEPON, "Membahas cara membagi tugas.")


def begin_pairs(*, instansi: Instansi, hr: Pengguna, mentee: Pegawai, at: datetime) -> None:
    """The government whose results are imported: a known mentee, and mentors who offered themselves."""
    bersedia = _seniors(instansi)
    calon = [o for o in bersedia if o.pk not in (mentee.pk, mentee.atasan_id) and o.atasan_id != mentee.pk]
    if not calon:
        return
    mentor = calon[0]
    lain = _learners(instansi, mentor, {mentee.pk, *(o.pk for o in bersedia)}, at.date())
    if len(lain) < len(DIPELAJARI):
        return
    akun = {o.pk: account_of(o, at) for o in (mentee, mentor, *lain)}
    live_pairs(Pelaku(instansi, hr, at, akun, []), mentee, mentor, lain)


def _learners(instansi: Instansi, mentor: Pegawai, bukan: Collection[int], per: date) -> list[Pegawai]:
    """One for each of DIPELAJARI: below the level of those who teach, and outside the mentor's line."""
    orang = Pegawai.objects.filter(instansi=instansi, kedudukan_hukum__in=BERTUGAS).exclude(pk__in=bukan)
    orang = orang.exclude(pk=mentor.atasan_id).exclude(atasan=mentor)
    level = levels_of(list(orang.order_by("pk").values_list("pk", flat=True)), per=per)
    dipilih: list[int] = []
    for kompetensi in DIPELAJARI:
        ukur = {pk: k.level for pk, semua in level.items() if (k := semua.get((kompetensi.value, None)))}
        boleh = [pk for pk in level if pk not in dipilih and (ukur.get(pk) or 0) < LEVEL_AHLI]
        # Whose level was measured shows what the months together changed.
        dipilih += sorted(boleh, key=lambda pk: (not ukur.get(pk), pk))[:1]
    semua = Pegawai.objects.select_related("instansi", "unit").in_bulk(dipilih)
    return [semua[pk] for pk in dipilih]


def _seniors(instansi: Instansi) -> list[Pegawai]:
    bersedia = Pegawai.objects.filter(profil_mentor__status=StatusMentor.AKTIF)
    semua = bersedia.filter(instansi=instansi, kedudukan_hukum__in=BERTUGAS)
    return list(semua.select_related("instansi", "unit").order_by("pk"))


def _pair(p: Pelaku, mentee: Pegawai, mentor: Pegawai, kompetensi: K, *, mulai: int) -> Pasangan:
    bersedia = {"kapasitas": 4, "status": StatusMentor.AKTIF, "bersedia_pada": p.lalu(mulai)}
    profil, _ = ProfilMentor.objects.get_or_create(pegawai=mentor, defaults=bersedia)
    KeahlianMentor.objects.get_or_create(profil=profil, kompetensi=kompetensi, defaults={"level": 4})
    return Pasangan.objects.create(
        mentor=profil,
        mentor_pegawai=mentor,
        mentee=mentee,
        kompetensi=kompetensi,
        status=StatusPasangan.BERJALAN,
        mulai=p.hari - timedelta(days=mulai),
    )


def _meet(
    p: Pelaku, satu: Pasangan, lalu: int, kanal: CaraBertemu, catatan: str, *, yakin: bool = True
) -> Pertemuan:
    """The mentor logs a meeting of so many days ago, and the mentee confirms it the day after."""
    mentee, mentor = p.sebagai(satu.mentee), p.sebagai(satu.mentor_pegawai)
    isi = IsiPertemuan(p.hari - timedelta(days=lalu), kanal, 45, catatan)
    m = log_meeting(pasangan_id=satu.pk, isi=isi, kunci=uuid4(), actor=mentor, at=p.lalu(lalu, 15))
    if yakin:
        confirm_meeting(pertemuan_id=m.pk, versi=m.versi, actor=mentee, at=p.lalu(lalu - 1))
    return m


def _goal(p: Pelaku, satu: Pasangan, perubahan: str, *, lalu: int, batas: int, setuju: bool = True) -> int:
    """Proposed by the mentor so many days ago; agreed by the mentee on the next day."""
    isi = IsiSasaran("", perubahan, p.hari + timedelta(days=batas))
    s = propose_goal(
        pasangan_id=satu.pk,
        isi=isi,
        kunci=uuid4(),
        actor=p.sebagai(satu.mentor_pegawai),
        at=p.lalu(lalu),
    )
    if setuju:
        agree_goal(sasaran_id=s.pk, versi=s.versi, actor=p.sebagai(satu.mentee), at=p.lalu(lalu - 1))
    return s.pk


def _move(p: Pelaku, satu: Pasangan, sasaran_id: int, *langkah: Kemajuan) -> None:
    for ke, kemajuan in enumerate(langkah, start=2):
        move_goal(sasaran_id=sasaran_id, versi=ke, kemajuan=kemajuan, actor=p.sebagai(satu.mentee))


def _alive(p: Pelaku, satu: Pasangan) -> None:
    """Two goals, three meetings of which one waits for the mentee, notes, and a date to meet again."""
    mentee, mentor = p.sebagai(satu.mentee), p.sebagai(satu.mentor_pegawai)
    utama = _goal(p, satu, "Warga dilayani dalam satu kunjungan.", lalu=70, batas=90)
    _meet(p, satu, 56, CaraBertemu.TATAP_MUKA, "Mencatat tiga sebab warga harus kembali.")
    _meet(p, satu, 25, CaraBertemu.WHATSAPP, "Mencoba daftar periksa di loket. Antrean lebih pendek.")
    _move(p, satu, utama, Kemajuan.MULAI, Kemajuan.SEPARUH)
    _meet(p, satu, 3, CaraBertemu.TELEPON, "Membahas petugas pengganti.", yakin=False)
    _goal(p, satu, "Memimpin rapat evaluasi layanan bulanan.", lalu=2, batas=60, setuju=False)
    baru: dict[str, Any] = {"pasangan_id": satu.pk, "kunci": uuid4()}
    add_shared(**baru, isi="Daftar periksa ditempel di loket.", actor=mentee, at=p.lalu(20))
    add_private(**baru, isi="Tanyakan bagaimana rasanya memimpin.", actor=mentor, at=p.lalu(3))
    add_private(**baru, isi="Saya masih gugup berbicara di depan pimpinan.", actor=mentee, at=p.lalu(3))
    for akun in (mentee, mentor):
        answer_pulse(
            pasangan_id=satu.pk,
            berguna=Rasa.YA,
            mudah=Rasa.CUKUP,
            minta_disapa=False,
            actor=akun,
            at=p.lalu(24),
        )
    plan_meeting(
        pasangan_id=satu.pk,
        pada=p.hari + timedelta(days=10),
        pukul=None,
        kanal=CaraBertemu.TATAP_MUKA,
        versi=0,
        actor=mentee,
        at=p.at,
    )


def _ended_well(p: Pelaku, satu: Pasangan) -> None:
    mentee = p.sebagai(satu.mentee)
    utama = _goal(p, satu, "Laporan bulanan tiga kali tepat waktu.", lalu=195, batas=10)
    for lalu in (180, 140, 100, 40):
        _meet(p, satu, lalu, CaraBertemu.TATAP_MUKA, "")
    _move(p, satu, utama, Kemajuan.TERCAPAI)
    end_pair(pasangan_id=satu.pk, sebab=SebabAkhir.SASARAN_TERCAPAI, actor=mentee, at=p.lalu(20))
    thank_mentor(
        pasangan_id=satu.pk,
        isi="Terima kasih sudah sabar membaca laporan saya sampai rapi.",
        dihitung=True,
        kunci=uuid4(),
        actor=mentee,
        at=p.lalu(19),
    )

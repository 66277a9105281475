"""Mentoring in the demo: seniors who said yes, people who wait, a choice that waits, one declined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from asn_karier.lib.dates import add_months
from karier.services.contoh_akun import account_of
from kinerja.services.contoh_tim import Pelaku
from mentoring.enums import AlasanBelum, CaraBertemu
from mentoring.models import Pasangan, PermintaanMentor, ProfilMentor, ProgramMentoring
from mentoring.services.calon_mentor import senior_candidates
from mentoring.services.pasangan import stored_for
from mentoring.services.permintaan import ask_for_mentor, choices_of_person
from mentoring.services.pilihan import accept_mentee, choose_mentor, decline_mentee
from mentoring.services.profil_mentor import offer_to_mentor, recorded_skills
from mentoring.services.program_simpan import save_program
from mentoring.services.undangan import invite_seniors
from pegawai.models import Instansi, Pegawai, Pengguna

#: Seniors whom HR invites; the last one has not answered yet.
DIUNDANG: Final = 7
SENANG: Final = (
    "Menyusun telaahan staf yang ringkas.",
    "Menghadapi warga yang kecewa dengan tenang.",
    "Memimpin rapat yang selesai tepat waktu.",
    "Memakai lembar kerja untuk laporan bulanan.",
)
CARA: Final = (
    (CaraBertemu.TATAP_MUKA, CaraBertemu.TELEPON, CaraBertemu.WHATSAPP),
    (CaraBertemu.TATAP_MUKA, CaraBertemu.WHATSAPP, CaraBertemu.VIDEO),
    (CaraBertemu.TELEPON, CaraBertemu.WHATSAPP),
)


def live_mentoring(p: Pelaku, menunggu: Sequence[Pegawai], mentor: Sequence[Pegawai]) -> None:
    """`menunggu`: who looks for a mentor, the first two still choose; `mentor`: who offers beside seniors."""
    _open_program(p)
    _mentors(p, mentor)
    orang = [o for o in menunggu if _waits(p, o)]
    _answers(p, orang[2:])


def begin_mentoring(*, instansi: Instansi, hr: Pengguna, tokoh: Sequence[Pegawai], at: datetime) -> None:
    """A smaller scene: a programme, and the known people who look for a mentor."""
    p = Pelaku(instansi, hr, at, {o.pk: account_of(o, at) for o in tokoh}, [])
    _open_program(p)
    for orang in tokoh:
        _waits(p, orang)


def _open_program(p: Pelaku) -> None:
    mulai = p.lalu(60).date().replace(day=1)
    program = ProgramMentoring(
        instansi=p.instansi,
        nama=f"Senior Mendampingi {mulai.year}",
        tujuan="Pegawai senior dan rekan yang lebih muda belajar bersama, lintas perangkat daerah.",
        mulai=mulai,
        selesai=add_months(mulai, 9),
    )
    save_program(program=program, actor=p.hr)


def _mentors(p: Pelaku, mentor: Sequence[Pegawai]) -> None:
    calon = senior_candidates(p.instansi, at=p.lalu(30))[:DIUNDANG]
    invite_seniors(instansi=p.instansi, pegawai_ids=[c.pegawai_id for c in calon], actor=p.hr, at=p.lalu(30))
    diundang = Pegawai.objects.select_related("unit", "instansi").in_bulk([c.pegawai_id for c in calon[:-1]])
    # Whoever the newcomer meets as a leader offers too.
    for n, orang in enumerate([*mentor, *(o for o in diundang.values() if o not in mentor)]):
        _offer(p, orang, n)


def _offer(p: Pelaku, orang: Pegawai, n: int) -> None:
    keahlian = recorded_skills(orang, per=p.hari)
    if orang.pk not in p.akun or not keahlian:
        return
    profil = ProfilMentor.objects.filter(pegawai=orang).first()
    offer_to_mentor(
        pegawai=orang,
        keahlian=[k.kunci for k in keahlian[:5]],
        kapasitas=2 + n % 2,
        cara=CARA[n % len(CARA)],
        senang_membantu=SENANG[n % len(SENANG)],
        versi=profil.versi if profil else 0,
        actor=p.sebagai(orang),
        at=p.lalu(21),
    )


def _waits(p: Pelaku, orang: Pegawai) -> bool:
    """Asks in what they lack first, until there is somebody to suggest."""
    for pilihan in choices_of_person(orang, per=p.hari):
        permintaan = ask_for_mentor(pegawai=orang, kunci=pilihan.kunci, actor=p.sebagai(orang), at=p.lalu(6))
        if stored_for(permintaan):
            return True
    return False


def _answers(p: Pelaku, orang: Sequence[Pegawai]) -> None:
    """In turn: a choice that waits for an answer, one that was declined, a pair that runs."""
    for n, pasangan in enumerate(_choices(p, orang)):
        mentor, pk, versi = p.sebagai(pasangan.mentor_pegawai), pasangan.pk, pasangan.versi
        if n % 3 == 1:
            alasan = AlasanBelum.WAKTU
            decline_mentee(pasangan_id=pk, versi=versi, alasan=alasan, actor=mentor, at=p.lalu(1))
        elif n % 3 == 2:
            accept_mentee(pasangan_id=pk, versi=versi, actor=mentor, at=p.lalu(1))


def _choices(p: Pelaku, orang: Sequence[Pegawai]) -> Iterator[Pasangan]:
    """Each takes the first suggestion, as it stands after those before them."""
    for satu in orang:
        permintaan = PermintaanMentor.objects.menunggu().get(pegawai=satu)
        for saran in stored_for(permintaan)[:1]:
            yield choose_mentor(
                permintaan_id=permintaan.pk, profil_id=saran.mentor_id, actor=p.sebagai(satu), at=p.lalu(2)
            )

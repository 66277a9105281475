"""The demo walks its career paths: ladders, interests of the known accounts, and two assignments."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from karier.enums import JenisPenugasan
from karier.models import LangkahKarier, Penugasan, PesertaPenugasan
from karier.services.jabatan_instansi import posts_of_government
from karier.services.langkah_karier import derive_steps, save_step
from karier.services.minat_jabatan import add_interest, share_interest
from karier.services.penugasan import release, volunteer
from karier.services.penugasan_tawar import finish_assignment, save_assignment
from kinerja.services.contoh_di_sini import Tokoh
from kinerja.services.contoh_tim import Pelaku
from pegawai.enums import JenisJabatan, Jenjang
from pegawai.kamus import LABEL
from pegawai.models import Jabatan, Pegawai
from pegawai.services.kompetensi_baca import posts_of

KANAL: Final = "contoh"
_KRITERIA: Final = "Pernah membina rekan sejawat, dan menyelesaikan satu tim proyek."


class _Tawaran(NamedTuple):
    """What a leader of the demo offers; days are counted from today."""

    jenis: JenisPenugasan
    nama: str
    uraian: str
    mulai: int
    lama: int
    membangun: dict[str, int]


_DIBUKA: Final = _Tawaran(
    JenisPenugasan.TIM_PROYEK,
    "Tim Antrean Pelayanan",
    "Menata antrean di loket pelayanan, dari nomor urut sampai papan tunggu. Dua jam setiap sore.",
    30,
    60,
    {"pelayanan_publik": 3, "komunikasi": 3, "mengelola_perubahan": 3},
)
_SELESAI: Final = _Tawaran(
    JenisPenugasan.DETASERING,
    "Detasering Pendampingan Kampung",
    "Mendampingi aparat kampung menyusun laporan triwulan.",
    -60,
    45,
    {"kerja_sama": 3, "orientasi_hasil": 3},
)


def walk_career_paths(p: Pelaku, tokoh: Tokoh) -> None:
    """Acts through the services, as the people would."""
    derive_steps(instansi=p.instansi, actor=p.hr, kanal=KANAL)
    kini = posts_of([tokoh.pegawai.pk], per=p.hari).get(tokoh.pegawai.pk)
    if kini is not None:
        setara = _equal_post(kini)
        _curate(p, kini, setara)
        _interests(p, tokoh.pegawai, setara)
    _finished(p, tokoh)
    _offered(p, tokoh)


def _equal_post(kini: Jabatan) -> Jabatan:
    """A post of another family on the same level: who stands there moves sideways, never down."""
    jenjang = LABEL[Jenjang][Jenjang(kini.jenjang)] if kini.jenjang else ""
    pos, _ = Jabatan.objects.get_or_create(
        siasn_id=f"contoh-pengawas-sekolah-{kini.jenjang}",
        defaults={
            "nama": f"Pengawas Sekolah {jenjang}".strip(),
            "jenis": kini.jenis,
            "jenjang": kini.jenjang,
        },
    )
    return pos


def _curate(p: Pelaku, kini: Jabatan, setara: Jabatan) -> None:
    """HR adds one move that no record tells."""
    if LangkahKarier.objects.filter(instansi=p.instansi, dari=kini, ke=setara).exists():
        return
    langkah = LangkahKarier(
        instansi=p.instansi, dari=kini, ke=setara, jenis="pindah", kriteria=_KRITERIA, bulan=36
    )
    save_step(langkah=langkah, actor=p.hr, kanal=KANAL)


def _interests(p: Pelaku, saya: Pegawai, setara: Jabatan) -> None:
    """One that stays private, one that is shared."""
    akun = p.sebagai(saya)
    add_interest(pegawai=saya, jabatan_id=setara.pk, actor=akun)
    manajerial = posts_of_government(saya.instansi_id).filter(jenis=JenisJabatan.STRUKTURAL)
    for pos in manajerial.order_by("jenjang", "nama", "pk")[:1]:
        add_interest(pegawai=saya, jabatan_id=pos.pk, actor=akun)
        share_interest(pegawai=saya, jabatan_id=pos.pk, actor=akun, at=p.at)


def _offer(p: Pelaku, tokoh: Tokoh, t: _Tawaran) -> Penugasan:
    mulai = p.hari + timedelta(t.mulai)
    penugasan = Penugasan(
        instansi=p.instansi,
        unit=tokoh.pimpinan.unit,
        jenis=t.jenis,
        nama=t.nama,
        uraian=t.uraian,
        mulai=mulai,
        selesai=mulai + timedelta(t.lama),
        bersedia_sampai=mulai - timedelta(7),
        jam_per_minggu=10,
        tempat=2,
    )
    akun = p.sebagai(tokoh.pimpinan)
    return save_assignment(penugasan=penugasan, membangun=t.membangun, actor=akun, kanal=KANAL)


def _finished(p: Pelaku, tokoh: Tokoh) -> None:
    """A detasering of two months ago with its result: evidence, and its JP in the ledger."""
    penugasan = _offer(p, tokoh, _SELESAI)
    pada = p.jam(penugasan.bersedia_sampai - timedelta(2))
    peserta = _both_say_yes(p, penugasan, tokoh, pada)
    finish_assignment(
        penugasan_id=penugasan.pk,
        versi=penugasan.versi,
        selesai=[peserta.pk],
        hasil="Enam kampung menyerahkan laporan tepat waktu.",
        dampak="Dana kampung cair dua minggu lebih cepat daripada tahun lalu.",
        actor=p.hr,
        at=p.jam(penugasan.selesai),
        kanal=KANAL,
    )


def _offered(p: Pelaku, tokoh: Tokoh) -> None:
    """A team that still looks for people; one waits for the word of the leader."""
    penugasan = _offer(p, tokoh, _DIBUKA)
    rekan = p.utama.orang[1]
    volunteer(penugasan_id=penugasan.pk, pegawai=rekan, actor=p.sebagai(rekan), at=p.at)


def _both_say_yes(p: Pelaku, penugasan: Penugasan, tokoh: Tokoh, pada: datetime) -> PesertaPenugasan:
    saya, atasan = tokoh.pegawai, p.sebagai(tokoh.pimpinan)
    peserta = volunteer(penugasan_id=penugasan.pk, pegawai=saya, actor=p.sebagai(saya), at=pada)
    return release(peserta_id=peserta.pk, versi=peserta.versi, actor=atasan, at=pada, kanal=KANAL)

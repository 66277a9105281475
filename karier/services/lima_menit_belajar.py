"""What people of a team learned lately, for who thanks them: classes that they finished, gaps they closed."""

from __future__ import annotations

from datetime import date

from kinerja.services.keadaan_tim import KeadaanTim
from kinerja.services.patut_puji import Jasa
from pegawai.models import Jabatan, KenaikanKompetensi
from pegawai.services.kompetensi_baca import asked_of, posts_of, technical_standards
from pelatihan.enums import StatusPendaftaran
from pelatihan.models import Pendaftaran


def finished_classes(tim: KeadaanTim, *, sejak: date) -> list[Jasa]:
    """Classes of this government that they passed; their own activities are between them and HR."""
    lulus = Pendaftaran.objects.filter(
        pegawai__in=tim.orang, status=StatusPendaftaran.SELESAI, angkatan__selesai__range=(sejak, tim.hari)
    )
    baris = lulus.order_by().values_list("pegawai", "angkatan__selesai", "angkatan__pelatihan__nama")
    return [Jasa(*b) for b in baris]


def closed_gaps(tim: KeadaanTim, *, sejak: date) -> list[Jasa]:
    """Competencies that a passed training brought to the level which the post asks for; three queries."""
    naik = list(
        KenaikanKompetensi.objects.filter(pegawai__in=tim.orang, tanggal__range=(sejak, tim.hari))
        .select_related("teknis")
        .order_by("pk")
    )
    if not naik:
        return []
    pos = posts_of(tim.orang, per=tim.hari)
    teknis = technical_standards({j.pk for j in pos.values()})
    hasil = []
    for n in naik:
        jabatan = pos.get(n.pegawai_id)
        diminta = _asked(n, jabatan, teknis, tim.saya.instansi_id) if jabatan else None
        if diminta is not None and n.level >= diminta:
            hasil.append(Jasa(n.pegawai_id, n.tanggal, n.nama_kompetensi))
    return hasil


def _asked(n: KenaikanKompetensi, jabatan: Jabatan, teknis: dict[int, list], instansi_id: int) -> int | None:  # type: ignore[type-arg]
    """The level that the post itself asks for; None where nobody has set one."""
    if n.teknis_id is None:
        level: int | None = getattr(getattr(jabatan, "standar", None), n.kompetensi, None)
        return level
    ada = asked_of(teknis.get(jabatan.pk, ()), instansi_id)
    return next((s.level for s in ada if s.kompetensi_id == n.teknis_id), None)

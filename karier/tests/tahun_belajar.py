"""What the demo has to show of training: every state, and work for its three known people."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.test import Client
from django.urls import reverse

from pegawai.models import KenaikanKompetensi, Pengguna, StandarTeknis
from pelatihan.enums import (
    BERKURSI,
    CaraHadir,
    JenisMutasi,
    StatusAngkatan,
    StatusKegiatan,
    StatusMandiri,
    StatusPendaftaran,
    StatusRencana,
    TahapKuis,
)
from pelatihan.models import (
    Angkatan,
    Hcdp,
    KegiatanMandiri,
    Kehadiran,
    LangkahPendaftaran,
    MinatPelatihan,
    MutasiAnggaran,
    Pagu,
    Pendaftaran,
    PengerjaanKuis,
    PenilaianMandiri,
    PerilakuPasca,
    ReaksiPeserta,
    RencanaTahunan,
    Sertifikat,
    SesiAngkatan,
)
from pelatihan.services.evaluasi_kelas import class_evaluation
from pelatihan.services.minat import opened_for

#: Moments that nothing may be later than.
PADA: Final = (
    (LangkahPendaftaran, "pada"),
    (Kehadiran, "pada"),
    (PengerjaanKuis, "pada"),
    (ReaksiPeserta, "pada"),
    (PerilakuPasca, "pada"),
    (Sertifikat, "diterbitkan_pada"),
    (KegiatanMandiri, "dikirim_pada"),
    (PenilaianMandiri, "dikirim_pada"),
    (MutasiAnggaran, "pada"),
    (MinatPelatihan, "dicatat_pada"),
)


def _all(model: Any, kolom: str = "status") -> set[Any]:
    return set(model.objects.values_list(kolom, flat=True))


def training_year_is_lived(saat: datetime) -> None:
    """Classes and enrolments, what people say of themselves, money and plans: each state once at least."""
    assert _all(Angkatan) == {s.value for s in StatusAngkatan}
    assert _all(Pendaftaran) == {s.value for s in StatusPendaftaran}
    assert _all(PenilaianMandiri) == {s.value for s in StatusMandiri}
    assert _all(KegiatanMandiri) == {s.value for s in StatusKegiatan}
    assert KegiatanMandiri.objects.filter(jp_diakui__lt=12, jp_diklaim=12).exists()
    assert _all(RencanaTahunan) == {s.value for s in StatusRencana}
    assert _all(Hcdp) == {StatusRencana.DITETAPKAN}
    assert _all(MutasiAnggaran, "jenis") == {j.value for j in JenisMutasi}
    assert StandarTeknis.objects.values("jabatan").distinct().count() == 2
    # Some wait for a class; for one of them it has opened.
    assert {bool(opened_for(m.pegawai, at=saat)) for m in MinatPelatihan.objects.all()} == {True, False}
    _classes_are_alive(saat)
    _learning_shows(saat)


def _classes_are_alive(saat: datetime) -> None:
    """One is full, one runs with a code that is good now, some are to come."""
    penuh = Pendaftaran.objects.filter(status=StatusPendaftaran.DAFTAR_TUNGGU).latest("pk").angkatan
    assert penuh.terisi == penuh.kursi
    kode = SesiAngkatan.objects.exclude(kode_hadir="").filter(kode_sampai__gt=saat).get()
    assert kode.angkatan.mulai < saat.date() < kode.angkatan.selesai
    assert Angkatan.objects.filter(status=StatusAngkatan.DIBUKA, daftar_sampai__gte=saat.date()).count() > 10
    for kelas in Angkatan.objects.all():
        assert kelas.terisi == kelas.pendaftaran.filter(status__in=BERKURSI).count(), kelas
    for pagu in Pagu.objects.all():
        terikat = Pendaftaran.objects.filter(angkatan__pagu=pagu, status=StatusPendaftaran.DISETUJUI)
        assert pagu.komitmen == sum(terikat.values_list("komitmen", flat=True)), pagu


def _learning_shows(saat: datetime) -> None:
    """Marks rose, opinions may be read, certificates brought levels, and one was taken back."""
    assert _all(PengerjaanKuis, "tahap") == {t.value for t in TahapKuis}
    assert _all(Kehadiran, "cara") == {CaraHadir.KODE}
    lama = Angkatan.objects.filter(status=StatusAngkatan.SELESAI).earliest("mulai")
    isi = class_evaluation(lama.pk, at=saat)
    assert isi.reaksi.terbaca
    assert isi.belajar.naik > isi.belajar.turun
    assert isi.penerapan.ditanya > isi.penerapan.dijawab > 0
    assert Sertifikat.objects.exclude(dicabut_pada=None).count() == 1
    assert KenaikanKompetensi.objects.exists()


def training_pages_have_work(asn: Pengguna, pimpinan: Pengguna, hr: Pengguna, client: Client) -> None:
    """A gap with three suggestions, a class of one's own and a certificate; approvals; a desk with work."""
    client.force_login(asn)
    assert len(client.get(reverse("karier:pelatihan")).context["cocok"]) == 3
    for nama in ("kelas_saya", "sertifikat", "jp", "kebutuhan"):
        assert client.get(reverse(f"pelatihan:{nama}")).status_code == 200, nama
    assert asn.pegawai.sertifikat.filter(dicabut_pada=None).exists()
    assert asn.pegawai.pendaftaran.filter(status=StatusPendaftaran.SURAT_TUGAS).exists()

    assert Pendaftaran.objects.menunggu_putusan(pimpinan).exists()
    client.force_login(pimpinan)
    for nama in ("persetujuan", "kebutuhan_tim", "penerapan", "tim_jp"):
        assert client.get(reverse(f"pelatihan:{nama}")).status_code == 200, nama

    menunggu = Angkatan.objects.dikelola(hr).filter(pendaftaran__status=StatusPendaftaran.MENUNGGU_BKPSDM)
    assert menunggu.exists()

"""Requests to have an outcome looked at, in words: for the person and for the desk of HR."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from karier.enums import JenisPutusan, StatusTinjau, SubjekTinjau
from karier.models import PermintaanTinjau
from karier.services.keadaan import read_outcomes
from karier.services.lembar import own_verdict
from karier.services.lembar_putusan import decision_sheet
from karier.services.pencocokan import suggest_development
from karier.services.talenta_saya import talent_sentence
from pegawai.models import Pegawai
from pegawai.services.profil import moment_text

KELAS: Final = {StatusTinjau.MENUNGGU: "jalan", StatusTinjau.DIJAWAB: "ok", StatusTinjau.DIBATALKAN: ""}


class TinjauTerbaca(NamedTuple):
    pk: int
    tanda: str
    kelas: str
    dikirim: str
    batas: str
    terbaca: str
    alasan: str
    hasil: str
    jawaban: str
    dijawab: str
    menunggu: bool


def read_requests(pegawai: Pegawai, subjek: SubjekTinjau) -> list[TinjauTerbaca]:
    """What one person asked about one subject, the newest first."""
    semua = PermintaanTinjau.objects.filter(pegawai=pegawai, subjek=subjek)
    zona = pegawai.instansi.zona_waktu
    return [as_text(p, zona) for p in semua.select_related("dijawab_oleh").order_by("-pk")[:10]]


def as_text(p: PermintaanTinjau, zona_waktu: str) -> TinjauTerbaca:
    dijawab = f"{p.dijawab_oleh}, {moment_text(p.dijawab_pada, zona_waktu)}" if p.dijawab_pada else ""
    return TinjauTerbaca(
        pk=p.pk,
        tanda=p.get_status_display(),
        kelas=KELAS[StatusTinjau(p.status)],
        dikirim=moment_text(p.dibuat_pada, zona_waktu),
        batas=moment_text(p.tenggat, zona_waktu),
        terbaca=p.terbaca,
        alasan=p.alasan,
        hasil=p.get_hasil_display() if p.hasil else "",
        jawaban=p.jawaban,
        dijawab=dijawab,
        menunggu=p.status == StatusTinjau.MENUNGGU,
    )


def what_is_read(pegawai: Pegawai, subjek: SubjekTinjau, *, per: date) -> str:
    """The outcome that the person has before them now, in one sentence."""
    if subjek is SubjekTinjau.KOTAK_TALENTA:
        return talent_sentence(pegawai, per=per)
    keadaan = read_outcomes([pegawai.pk], instansi_id=pegawai.instansi_id, per=per)[pegawai.pk]
    if subjek is SubjekTinjau.PENGEMBANGAN:
        saran = suggest_development(pegawai=pegawai, keadaan=keadaan, per=per)
        return saran.celah.teks if saran else "Belum ada saran pengembangan"
    if subjek is SubjekTinjau.KENAIKAN_PANGKAT:
        putusan = own_verdict(keadaan)
    else:
        zona = pegawai.instansi.zona_waktu
        putusan = decision_sheet(keadaan, JenisPutusan(subjek.value), zona_waktu=zona, lengkap=True).putusan
    return f"{putusan.judul}. {putusan.kalimat}".strip()

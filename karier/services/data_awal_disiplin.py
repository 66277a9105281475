"""The sheet Disiplin of Data awal: one record per case, whose status goes from examination to decision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from asn_karier.lib.errors import DomainError
from asn_karier.lib.kata import daftar
from karier.rules import data_awal as spek
from pegawai.enums import StatusDisiplin, TingkatHukuman
from pegawai.kamus import LABEL
from pegawai.models import HukumanDisiplin
from pegawai.services.berkas import Isian
from pegawai.services.impor_catatan import Catatan, CatatanModel, UsulanCatatan

_TINGKAT: Final = {t.value: t for t in TingkatHukuman} | {
    "RINGAN": TingkatHukuman.RINGAN,
    "SEDANG": TingkatHukuman.SEDANG,
    "BERAT": TingkatHukuman.BERAT,
}
_KOSONG: Final = ("", None)


class LembarDisiplin(CatatanModel):
    """A record is known by its SK when both sides have one, else by its first day.

    The status is a value: an SK that comes again as DIBATALKAN changes its record (PP 94/2021).
    """

    lembar = spek.DISIPLIN
    model = HukumanDisiplin
    kunci_kolom = ("mulai", "nomor_sk")
    label = {
        "status": "Status",
        "tingkat": "Tingkat",
        "jenis": "Jenis hukuman",
        "mulai": "Mulai",
        "sampai": "Sampai",
        "nomor_sk": "Nomor SK",
    }

    def baca(self, isian: Isian) -> dict[str, Any]:
        status = isian.pilihan("STATUS", spek.STATUS_DISIPLIN, wajib=True)
        tingkat = isian.pilihan("TINGKAT", _TINGKAT)
        mulai, sampai = isian.tanggal("MULAI", wajib=True), isian.tanggal("SAMPAI")
        if status is StatusDisiplin.DIJATUHKAN and tingkat is None and isian.teks("TINGKAT") == "":
            isian.tolak(
                "TINGKAT",
                "kosong",
                "Hukuman yang dijatuhkan menyebut tingkatnya: RINGAN, SEDANG, atau BERAT.",
            )
        if mulai and sampai and sampai < mulai:
            isian.tolak("SAMPAI", "lebih awal daripada MULAI", "Periksa kedua tanggalnya.")
        return {
            "status": None if status is None else status.value,
            "tingkat": "" if tingkat is None else tingkat.value,
            "jenis": isian.teks("JENIS", maks=120),
            "mulai": mulai.isoformat() if mulai else None,
            "sampai": sampai.isoformat() if sampai else None,
            "nomor_sk": isian.teks("NOMOR SK", maks=80),
        }

    def kata(self, kolom: str, nilai: Any) -> str:
        enum: Any = {"tingkat": TingkatHukuman, "status": StatusDisiplin}.get(kolom)
        if enum is not None and nilai:
            return LABEL[enum][enum(nilai)]
        return super().kata(kolom, nilai)

    def muat(self, catatan: Sequence[Catatan], instansi_id: int, *, kunci: bool) -> Mapping[Any, Any]:
        """Every record of each person; `susun` adds what the rows before it propose."""
        semua: Any = self.model.objects.filter(pegawai_id__in={c.pegawai_id for c in catatan})
        perkara: dict[int, list[HukumanDisiplin]] = defaultdict(list)
        for objek in (semua.select_for_update() if kunci else semua).order_by("pk"):
            perkara[objek.pegawai_id].append(objek)
        return perkara

    def susun(self, catatan: Catatan, tersimpan: Mapping[Any, Any], sumber: str) -> UsulanCatatan:
        isi = {k: self._nilai(k, v) for k, v in catatan.isi.items()}
        perkara: list[HukumanDisiplin] = tersimpan[catatan.pegawai_id]
        lama = _temukan(isi, perkara)
        diputus = lama is not None and lama.status == StatusDisiplin.DALAM_PEMERIKSAAN
        if lama is None:
            objek = HukumanDisiplin(pegawai_id=catatan.pegawai_id, **isi, **self.tambahan(sumber))
            usulan = UsulanCatatan(objek, True, self._beda(dict.fromkeys(isi), isi))
        else:
            usulan = self._ubah(lama, isi, sumber)
        if usulan.baru or any(b["kolom"] == self.label["status"] for b in usulan.beda):
            self._tutup_pemeriksaan(usulan, perkara, sumber, diputus=diputus)
        if usulan.baru:
            perkara.append(usulan.objek)
        return usulan

    def _ubah(self, lama: HukumanDisiplin, isi: dict[str, Any], sumber: str) -> UsulanCatatan:
        """Compare with the record of the same case; DomainError when the row cannot follow it."""
        _require_urutan(lama, isi)
        # An empty cell never erases, but the last day of an examination is not that of the penalty.
        putus = lama.status == StatusDisiplin.DALAM_PEMERIKSAAN != isi["status"]
        berubah = {
            k: v
            for k, v in isi.items()
            if (v not in _KOSONG or (putus and k == "sampai")) and getattr(lama, k) != v
        }
        beda = self._beda({k: getattr(lama, k) for k in berubah}, berubah)
        if beda:
            _require_tanggal({"mulai": lama.mulai, "sampai": lama.sampai} | berubah)
            for k, v in {**berubah, **self.tambahan(sumber)}.items():
                setattr(lama, k, v)
        return UsulanCatatan(lama, False, beda)

    def _beda(self, lama: Mapping[str, Any], baru: Mapping[str, Any]) -> list[dict[str, str]]:
        kata = [
            (teks, self.kata(k, lama[k]), self.kata(k, baru[k]))
            for k, teks in self.label.items()
            if k in baru
        ]
        return [{"kolom": teks, "lama": a, "baru": b} for teks, a, b in kata if a or b]

    def _tutup_pemeriksaan(
        self, usulan: UsulanCatatan, perkara: Sequence[HukumanDisiplin], sumber: str, *, diputus: bool
    ) -> None:
        """A new decision ends the one open examination before it; of several, HR must say which.

        `diputus`: the record itself was the examination, so any other open one is another case.
        """
        putusan: HukumanDisiplin = usulan.objek
        if putusan.status == StatusDisiplin.DALAM_PEMERIKSAAN:
            return
        terbuka = [p for p in perkara if p is not putusan and _terbuka(p) and p.mulai <= putusan.mulai]
        if len(terbuka) > 1 or (terbuka and diputus):
            usulan.perhatian.append(self._terbuka_beberapa(terbuka))
            return
        if not terbuka:
            return
        (periksa,) = terbuka
        periksa.sampai = max(periksa.mulai, putusan.mulai - timedelta(days=1))
        for k, v in self.tambahan(sumber).items():
            setattr(periksa, k, v)
        kolom = f"Pemeriksaan sejak {self.kata('mulai', periksa.mulai)}"
        baru = f"selesai {self.kata('sampai', periksa.sampai)}"
        usulan.beda.append({"kolom": kolom, "lama": "berjalan", "baru": baru})
        usulan.ikut += [periksa] if periksa.pk else []

    def _terbuka_beberapa(self, terbuka: Sequence[HukumanDisiplin]) -> tuple[str, str, str]:
        """Which examinations the decision leaves open, and how HR tells the one that it ends."""
        sejak = daftar([self.kata("mulai", p.mulai) for p in sorted(terbuka, key=lambda p: p.mulai)])
        masalah = f"{len(terbuka)} pemeriksaan tetap berjalan (sejak {sejak}); keputusan ini tidak menutupnya"
        perbaikan = (
            "Untuk tiap pemeriksaan yang sudah selesai, tambahkan satu baris DALAM PEMERIKSAAN di atas baris "
            "ini dengan MULAI yang sama dan SAMPAI-nya, lalu unggah lagi."
        )
        return "STATUS", masalah, perbaikan


def _terbuka(perkara: HukumanDisiplin) -> bool:
    return perkara.status == StatusDisiplin.DALAM_PEMERIKSAAN and perkara.sampai is None


def _temukan(isi: Mapping[str, Any], perkara: Sequence[HukumanDisiplin]) -> HukumanDisiplin | None:
    """The record of the same case; DomainError `disiplin_rancu` when the row does not say which."""
    nomor = _baku(isi["nomor_sk"])
    cocok = [p for p in perkara if nomor and _baku(p.nomor_sk) == nomor]
    if not cocok:
        sehari = [p for p in perkara if p.mulai == isi["mulai"]]
        cocok = [p for p in sehari if not (nomor and p.nomor_sk)]
        cocok = [p for p in cocok if _baku(p.nomor_sk) == nomor] or cocok
        _require_hukuman(isi, [] if cocok else sehari)
    if len(cocok) > 1:
        raise DomainError(
            "disiplin_rancu",
            "lebih dari satu catatan disiplin cocok dengan baris ini",
            tindakan="Isi NOMOR SK persis seperti pada keputusannya.",
        )
    if cocok and cocok[0].pk is None:
        raise DomainError(
            "disiplin_ganda",
            "kasus yang sama ada pada baris lain dari lembar ini",
            tindakan="Sisakan satu baris dengan status yang terakhir.",
        )
    return cocok[0] if cocok else None


def _require_hukuman(isi: Mapping[str, Any], sehari: Sequence[HukumanDisiplin]) -> None:
    """DomainError `disiplin_sk`: the number of the cancelling SK would leave the penalty standing."""
    hukuman = [p for p in sehari if p.pk and p.status == StatusDisiplin.DIJATUHKAN]
    if isi["status"] == StatusDisiplin.DIBATALKAN and hukuman:
        raise DomainError(
            "disiplin_sk",
            "hukuman dengan MULAI ini tersimpan dengan nomor SK lain",
            tindakan="Isi NOMOR SK hukuman yang dibatalkan, bukan nomor SK pembatalannya.",
        )


def _baku(nomor: str) -> str:
    return " ".join(nomor.upper().split())


def _require_urutan(lama: HukumanDisiplin, isi: Mapping[str, Any]) -> None:
    """DomainError `disiplin_mundur`: an old workbook does not turn a decision back into an examination."""
    if isi["status"] == StatusDisiplin.DALAM_PEMERIKSAAN != lama.status:
        raise DomainError(
            "disiplin_mundur",
            "kasus ini sudah diputus, sehingga tidak kembali ke pemeriksaan",
            tindakan="Hapus baris ini; pemeriksaan yang baru diisi dengan MULAI-nya sendiri.",
        )


def _require_tanggal(isi: Mapping[str, date | None]) -> None:
    mulai, sampai = isi["mulai"], isi["sampai"]
    if mulai and sampai and sampai < mulai:
        raise DomainError(
            "disiplin_tanggal",
            "MULAI menjadi sesudah SAMPAI yang tersimpan",
            tindakan="Isi juga SAMPAI pada baris ini.",
        )

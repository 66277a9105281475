"""What changed about whom, for programs that keep a copy: written by triggers of the database alone."""

from functools import partial

from django.db import models

from asn_karier.lib.db import Pemicu
from asn_karier.lib.pilihan import choices_of
from pegawai.enums import JenisPegawai, JenisPerubahan, KedudukanHukum
from pegawai.querysets import PerubahanQuerySet


class Perubahan(models.Model):
    """One change; it holds no data, only what to fetch again.

    `transaksi` is the number of the transaction that wrote it (0 on SQLite, which has one writer). Readers
    go by (transaksi, id) and stop before the oldest transaction that still runs, so none is ever missed.
    `instansi` and `unit` are where the person was: whoever leaves a scope leaves a tombstone there.
    """

    transaksi = models.BigIntegerField()
    pada = models.DateTimeField()
    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    unit = models.ForeignKey(
        "pegawai.UnitKerja",
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
        null=True,
        related_name="+",
    )
    jenis = models.CharField(max_length=20, choices=partial(choices_of, JenisPerubahan))
    publik = models.UUIDField("pegawai", null=True)
    objek = models.CharField(max_length=36, help_text="Nomor baris, perhitungan, atau unit.")
    dihapus = models.BooleanField(default=False)

    objects = PerubahanQuerySet.as_manager()

    class Meta:
        verbose_name = "perubahan"
        verbose_name_plural = "perubahan"
        indexes = [
            models.Index(fields=["instansi", "transaksi", "id"], name="perubahan_urut"),
            models.Index(fields=["pada"], name="perubahan_pada"),
        ]

    def __str__(self) -> str:
        return f"{self.jenis} {self.objek}"


TUJUAN = "pegawai_perubahan"
#: Columns of a change, up to those that differ.
MASUK = (
    f"INSERT INTO {TUJUAN} "
    "(transaksi, pada, instansi_id, unit_id, jenis, publik, objek, dihapus) SELECT {transaksi}, {kini}, "
)
#: What everybody reads of a person. Contact data and the like are in no answer, so they are no change.
_KOLOM_PEGAWAI = (
    "siasn_id", "nip", "nama", "gelar_depan", "gelar_belakang", "tanggal_lahir", "jenis_kelamin", "jenis",
    "status", "tmt_cpns", "tmt_pns", "perjanjian_mulai", "perjanjian_sampai", "atasan_id",
)  # fmt: skip
_HUKUMAN = KedudukanHukum.HUKUMAN_DISIPLIN.value


def _orang(baris: str, jenis: JenisPerubahan, dihapus: str = "FALSE") -> str:
    """A change of the person in `baris`."""
    return (
        f"{MASUK}{baris}.instansi_id, {baris}.unit_id, '{jenis.value}', {baris}.publik, "
        f"CAST({baris}.id AS varchar(36)), {dihapus} {{dari}}"
    )


def milik_orang(jenis: JenisPerubahan, dihapus: str = "FALSE") -> str:
    """A change of a row that belongs to a person (`pegawai_id`); also for the tables of upper apps."""
    return (
        f"{MASUK}p.instansi_id, p.unit_id, '{jenis.value}', p.publik, CAST({{b}}.id AS varchar(36)), "
        f"{dihapus} {{dari}}, pegawai_pegawai p WHERE p.id = {{b}}.pegawai_id"
    )


def _tampil(baris: str) -> str:
    """The standing that everybody reads: a penalty reads as on duty (querysets.dengan_kedudukan)."""
    return (
        f"CASE WHEN {baris}.kedudukan_hukum <> {_HUKUMAN} THEN {baris}.kedudukan_hukum "
        f"WHEN {baris}.jenis = {JenisPegawai.PPPK.value} THEN {KedudukanHukum.PPPK_AKTIF.value} "
        f"ELSE {KedudukanHukum.AKTIF.value} END"
    )


def pemicu_riwayat(nama: str, tabel: str, jenis: JenisPerubahan, kolom: tuple[str, ...]) -> list[Pemicu]:
    """New, changed (in one of `kolom`) and deleted rows of a table that belongs to people."""
    return [
        Pemicu(f"{nama}_baru", TUJUAN, tabel, "INSERT", (milik_orang(jenis),)),
        Pemicu(f"{nama}_ubah", TUJUAN, tabel, "UPDATE", (milik_orang(jenis),), kolom),
        Pemicu(f"{nama}_hapus", TUJUAN, tabel, "DELETE", (milik_orang(jenis, "TRUE"),)),
    ]


def _pemicu_orang() -> list[Pemicu]:
    tabel, jenis = "pegawai_pegawai", JenisPerubahan.PEGAWAI
    tetap, pindah = _orang("{b}", jenis), _orang("{lama}", jenis, "TRUE")
    return [
        Pemicu("orang_baru", TUJUAN, tabel, "INSERT", (tetap,)),
        Pemicu("orang_ubah", TUJUAN, tabel, "UPDATE", (tetap,), _KOLOM_PEGAWAI),
        # Gone from where the person was, and new where they are now.
        Pemicu("orang_pindah", TUJUAN, tabel, "UPDATE", (pindah, tetap), ("instansi_id", "unit_id")),
        Pemicu(
            "orang_status",
            TUJUAN,
            tabel,
            "UPDATE",
            (tetap,),
            ("kedudukan_hukum",),
            f"{_tampil('OLD')} <> {_tampil('NEW')}",
        ),
        Pemicu(
            "orang_hukuman",
            TUJUAN,
            tabel,
            "UPDATE",
            (_orang("{b}", JenisPerubahan.DISIPLIN),),
            ("kedudukan_hukum",),
            f"{_HUKUMAN} IN (OLD.kedudukan_hukum, NEW.kedudukan_hukum)",
        ),
        Pemicu("orang_hapus", TUJUAN, tabel, "DELETE", (_orang("{b}", jenis, "TRUE"),)),
    ]


def _pemicu_unit() -> list[Pemicu]:
    tabel = "pegawai_unitkerja"
    isi = (
        f"{MASUK}{{b}}.instansi_id, {{b}}.id, '{JenisPerubahan.UNIT.value}', NULL, {{b}}.siasn_id, "
        "%s {dari}"
    )
    ada, hilang = isi % "FALSE", isi % "TRUE"
    return [
        Pemicu("unit_baru", TUJUAN, tabel, "INSERT", (ada,)),
        Pemicu("unit_ubah", TUJUAN, tabel, "UPDATE", (ada,), ("siasn_id", "nama", "jalur", "terpencil")),
        Pemicu("unit_hapus", TUJUAN, tabel, "DELETE", (hilang,)),
    ]


PEMICU = [
    *_pemicu_orang(),
    *_pemicu_unit(),
    *pemicu_riwayat(
        "pangkat",
        "pegawai_riwayatpangkat",
        JenisPerubahan.RIWAYAT_PANGKAT,
        ("pegawai_id", "skala", "golongan", "tmt", "masa_kerja_tahun", "masa_kerja_bulan", "nomor_sk"),
    ),
    *pemicu_riwayat(
        "jabatan",
        "pegawai_riwayatjabatan",
        JenisPerubahan.RIWAYAT_JABATAN,
        ("pegawai_id", "jabatan_id", "unit_id", "tmt", "nomor_sk"),
    ),
    *pemicu_riwayat(
        "pendidikan",
        "pegawai_riwayatpendidikan",
        JenisPerubahan.RIWAYAT_PENDIDIKAN,
        ("pegawai_id", "tingkat", "siasn_id", "nama", "sekolah", "tahun_lulus"),
    ),
    *pemicu_riwayat(
        "disiplin",
        "pegawai_hukumandisiplin",
        JenisPerubahan.DISIPLIN,
        ("pegawai_id", "status", "tingkat", "jenis", "mulai", "sampai", "nomor_sk"),
    ),
]

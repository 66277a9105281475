"""Official papers: data are text and nothing else, and the same data give the same paper."""

import pytest

from asn_karier.lib import pdf


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A template of this test beside the shared one."""
    monkeypatch.setattr(pdf, "_folder", lambda: tmp_path)
    (tmp_path / "bersama.typ").write_text((pdf.settings.BASE_DIR / "templates/pdf/bersama.typ").read_text())
    (tmp_path / "uji.typ").write_text(
        '#import "bersama.typ": *\n#show: kertas.with(judul: isi.judul, konsep: isi.konsep)\n'
        '= #isi.judul\n#isi.nama\n#tabel(("No",), ((isi.nama,),), (1fr,))\n'
        '#tanda_tangan("Tempat", "Kepala", isi.nama, "")\n'
    )
    return tmp_path


def paper(**isi):
    return pdf.render_pdf("uji", {"judul": "Uji", "konsep": False, "nama": "Budi", **isi})


def test_a_paper_is_a_tagged_pdf(folder):
    isi = paper()
    assert isi.startswith(b"%PDF-")
    assert b"/MarkInfo" in isi


def test_data_that_look_like_code_are_printed_as_they_are(folder):
    assert paper(nama='#panic("jalan") = $x$ @y').startswith(b"%PDF-")


@pytest.mark.parametrize(
    "nama", ["Budi \N{GRINNING FACE}", "Budi \x07", "\u4e2d\u6587", "Budi \u0645\u062d\u0645\u062f"]
)
def test_a_letter_without_a_glyph_costs_a_box_and_not_the_paper(folder, nama):
    isi = paper(nama=nama)
    assert isi.startswith(b"%PDF-")
    assert b"/MarkInfo" in isi


def test_a_fault_of_the_template_is_not_hidden(folder):
    (folder / "uji.typ").write_text('#panic("rusak")')
    with pytest.raises(pdf.typst.TypstError, match="rusak"):
        paper()


def test_a_draft_differs_from_the_final_paper(folder):
    assert paper(konsep=True) != paper()


def test_an_unknown_template_is_named(folder):
    with pytest.raises(FileNotFoundError, match="tak_ada"):
        pdf.render_pdf("tak_ada", {"judul": "Uji"})


def test_the_download_is_never_shown_on_our_origin():
    jawaban = pdf.unduhan_pdf("surat", b"%PDF-1.7")
    assert jawaban["Content-Type"] == "application/pdf"
    assert jawaban["Content-Disposition"] == 'attachment; filename="surat.pdf"'


def test_a_qr_code_is_one_svg_of_its_text():
    svg = pdf.qr_svg("https://contoh.go.id/periksa/abc")
    assert svg.startswith("<svg")
    assert svg != pdf.qr_svg("https://contoh.go.id/periksa/abd")

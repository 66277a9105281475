"""Cells that know the name of their column."""

from django.utils.safestring import SafeString

from asn_karier.lib.templatetags.kartu import berlabel

KEPALA = [{"text": '<input type="checkbox">'}, {"text": "nama"}, {"text": 'unit "A"'}]


def test_a_cell_carries_the_name_of_its_column() -> None:
    sel = berlabel(
        ['<td class="action-checkbox"><input></td>', '<th class="field-nama">Siti</th>', "<td>Dinas</td>"],
        KEPALA,
    )
    assert sel == [
        '<td class="action-checkbox"><input></td>',
        '<th data-l="Nama" class="field-nama">Siti</th>',
        '<td data-l="Unit &quot;A&quot;">Dinas</td>',
    ]
    assert all(isinstance(s, SafeString) for s in sel)


def test_a_cell_without_a_heading_stays_as_it_is() -> None:
    assert berlabel(["<td>1</td>", "<td>2</td>"], [{"text": "nama"}]) == [
        '<td data-l="Nama">1</td>',
        "<td>2</td>",
    ]
    assert berlabel(['<input type="hidden">'], [{"text": "nama"}]) == ['<input type="hidden">']

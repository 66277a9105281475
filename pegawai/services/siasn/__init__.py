"""The SIASN "Export Data ASN": cells -> values (baca), values -> differences (banding), differences -> rows (tulis)."""

"""The SIASN "Export Data ASN": cells -> values (baca) -> differences (banding) -> rows (tulis)."""

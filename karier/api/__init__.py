"""What programs may ask of karier.

`saya` is about the signed-in person, `kalkulator` about nobody; `hasil` and `rekomendasi` are for the
programs of agencies.
"""

"""What programs of agencies may ask of pegawai.

`oauth` gives out tokens, `otentikasi` knows whose a token is, `dasar` is the view of every answer,
`bentuk` describes the answers for OpenAPI; the others are addresses.
"""

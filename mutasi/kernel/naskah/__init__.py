"""The papers of a mutation as frozen plain data: what is stored, hashed, printed, and never edited.

A paper is a frozen dataclass of text, dates and whole numbers; no row of the database is reached
from here. ``beku.kanonik`` writes it as canonical JSON, which is what gets stored; ``beku.sidik``
is the sha256 of that text and stands in the footer; ``beku.baca`` reads it back. The same text
gives the same bytes of PDF (mutasi.services.naskah_pdf). ``periksa.periksa`` says in sentences what
is wrong with a paper, ``periksa.siap_terbit`` what it still lacks before it may lose its DRAF.

What every paper needs (``bahan.Naskah``): the instansi, the head of the paper (``Kop``), number,
day and place, who signs (``Penanda``; an elected head without NIP), the chain of initials
(``Paraf``), and who gets copies. Besides:

=================  ==============================================================================
keputusan          who decrees, about what, menimbang/mengingat/memperhatikan, the diktum, the
                   rows of the lampiran; ``bunyi`` gives the usual words, also of a pencabutan
petikan            one row of a decree, the decree's hash, who certifies it; ``petikan_dari``
ralat              what is corrected (``Rujukan``), and per place: as written, as it should be
berita_acara_tpk   session, basis, SK of the TPK, attendance, quorum, recusals, agenda, one
                   ``BahasanJabatan`` per post, and the head of the trail (akar)
berita_acara_sumpah  who inaugurates, who is sworn, rohaniwan, two witnesses, the oath
surat_usulan       addressee, paragraphs, daftar nominatif (its own hash), D01-D11, contact
nota_dinas         addressee, sender, paragraphs
undangan           addressee, paragraphs, day and place, who is invited
pernyataan         SPP, SPMJ or SPMT: who declares, about whom, the decree, from which day
pemberitahuan      "apa yang berubah bagi Anda": per matter now and then, rights, last day
tanda_terima       per OPD: who gets which petikan (its hash), and room to sign
=================  ==============================================================================

The telaahan staf and the daftar nominatif of a draft, DUK and vacancies are printed elsewhere
(mutasi.services.telaahan, cetak_rancangan, cetak_daftar).
"""

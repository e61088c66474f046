"""Which two roles may not meet in one person, and which lawfully do."""

from __future__ import annotations

from organisasi.izin import Peran

# Roles that control each other may not meet in one person ...
RANGKAP_TERLARANG: frozenset[frozenset[Peran]] = frozenset(
    frozenset(pasangan)
    for pasangan in [
        *(
            (Peran.INSPEKTORAT, lain)
            for lain in Peran
            if lain not in {Peran.INSPEKTORAT, Peran.PEGAWAI}
        ),
        (Peran.DPO, Peran.ADMIN_SISTEM),
        (Peran.DPO, Peran.ANALIS_BKD),
        (Peran.DPO, Peran.KABID_MUTASI),
        (Peran.ADMIN_SISTEM, Peran.ANALIS_BKD),
        (Peran.ADMIN_SISTEM, Peran.KABID_MUTASI),
        (Peran.ADMIN_SISTEM, Peran.PYB),
        (Peran.ADMIN_SISTEM, Peran.PPK),
        (Peran.PYB, Peran.PPK),
    ]
)
# ... and these lawfully do, however odd they look.
RANGKAP_SAH: dict[frozenset[Peran], str] = {
    frozenset({Peran.PYB, Peran.TPK_KETUA}): "Sekretaris Daerah memimpin TPK dan menjadi PyB.",
    frozenset({Peran.KABID_MUTASI, Peran.TPK_SEKRETARIS}): (
        "Kepala Bidang Mutasi menjadi sekretaris TPK."
    ),
    frozenset({Peran.KEPALA_BKPSDM, Peran.TPK_ANGGOTA}): "Kepala BKPSDM menjadi anggota TPK.",
}

"""What is missing is named, so that somebody can supply it."""

from __future__ import annotations

from penilaian.kernel.perkara import Jabatan, belum_tercatat
from penilaian.kernel.putusan import Penyedia, tak_tahu

KEPALA_BIDANG = Jabatan(jenis="1", eselon_id="32")
JF_TANPA_JENJANG = Jabatan(jenis="2", rumpun="Guru")


def test_only_the_missing_jenjang_of_a_jf_is_asked_for() -> None:
    assert belum_tercatat(JF_TANPA_JENJANG, KEPALA_BIDANG) == "jenjang jabatan sekarang"
    assert belum_tercatat(KEPALA_BIDANG, JF_TANPA_JENJANG) == "jenjang jabatan tujuan"


def test_both_posts_are_named_when_both_lack_something() -> None:
    kurang = belum_tercatat(Jabatan(), Jabatan(jenis="1"))
    assert kurang == "jenis jabatan sekarang dan eselon jabatan tujuan"


def test_a_level_nobody_knows_is_asked_for_as_such() -> None:
    assert belum_tercatat(KEPALA_BIDANG, KEPALA_BIDANG) == "tingkat salah satu jabatan"


def test_a_name_keeps_its_letters_at_the_head_of_a_sentence() -> None:
    assert tak_tahu("", Penyedia.KINERJA, "predikat").perbaikan.startswith("e-Kinerja (")
    assert tak_tahu("", Penyedia.BKD, "eselon").perbaikan[0].isupper()

"""The traces this room leaves."""

from __future__ import annotations

from jejak.tindakan import Tindakan

KEBUTUHAN_DITETAPKAN = Tindakan("penilaian.kebutuhan.ditetapkan", "menetapkan kebutuhan {objek}")

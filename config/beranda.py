"""What the first page shows."""

from typing import Any


def beranda_untuk(user: Any) -> dict[str, Any]:
    return {}

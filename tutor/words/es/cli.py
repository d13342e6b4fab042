"""Messages of cli."""

TABLE: dict[str, str] = {}

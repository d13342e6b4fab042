"""Messages of answers."""

TABLE: dict[str, str] = {}

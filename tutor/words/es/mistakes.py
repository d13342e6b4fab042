"""Messages of mistakes."""

TABLE: dict[str, str] = {}

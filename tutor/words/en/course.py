"""Messages of course."""

TABLE: dict[str, str] = {}

"""Messages of practice."""

TABLE: dict[str, str] = {}

"""Messages of lab."""

TABLE: dict[str, str] = {}

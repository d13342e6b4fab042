"""Messages of ui."""

TABLE: dict[str, str] = {}

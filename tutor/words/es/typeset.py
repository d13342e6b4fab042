"""Messages of typeset."""

TABLE: dict[str, str] = {}

"""The screens, each beside its own stylesheet."""

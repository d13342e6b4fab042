"""Messages of practice and progress."""

TABLE: dict[str, str] = {
    "progress.newer": "A newer version of this program wrote your log. It is left as it is; today's work is not saved.",
    "progress.read_only": "Nothing can be saved: the folder is read-only. Still trying.",
    "progress.unreachable": "Nothing can be saved: the data folder cannot be reached ({reason}). Still trying.",
    "progress.full": "Nothing can be saved: the disk is full. Still trying.",
    "progress.busy": "Nothing can be saved: another program holds your log. Still trying.",
    "progress.failed": "Nothing can be saved ({reason}). Still trying.",
    "progress.restored": "Your log was damaged: it was set aside as {file} and the last backup restored.",
    "progress.damaged": "Your log was damaged and there was no backup: it was set aside as {file} and a new one begins.",
    "progress.network": "Your log is in a network folder: saving is slower, and one window at a time is safer.",
}

"""Messages of practice and progress."""

TABLE: dict[str, str] = {
    "progress.newer": "Tu registro es de una versión más nueva de este programa. Se deja como está; lo de hoy no se guarda.",
    "progress.read_only": "No se puede guardar: la carpeta es de solo lectura. Se sigue intentando.",
    "progress.unreachable": "No se puede guardar: no se llega a la carpeta de datos ({reason}). Se sigue intentando.",
    "progress.full": "No se puede guardar: el disco está lleno. Se sigue intentando.",
    "progress.busy": "No se puede guardar: otro programa tiene abierto tu registro. Se sigue intentando.",
    "progress.failed": "No se puede guardar ({reason}). Se sigue intentando.",
    "progress.restored": "Tu registro estaba dañado: se apartó como {file} y se recuperó la última copia.",
    "progress.damaged": "Tu registro estaba dañado y no había copia: se apartó como {file} y empieza uno nuevo.",
    "progress.network": "Tu registro está en una carpeta de red: se guarda más despacio y conviene abrir una sola ventana.",
}

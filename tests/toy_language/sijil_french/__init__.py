"""French for Sijil: a toy that reads plain sentences of harm."""

from sijil.steps.languages.pack import Pack, later

PACK = Pack(
    code="fr",
    script="LATIN",
    home="sijil_french",
    read=later("sijil_french.reading:read"),
)

"""A file for a browser's download: alone where it says of itself what it is, else with its notes in one ZIP."""

from __future__ import annotations

import io
from dataclasses import dataclass
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sijil.exports.material import Format, Material


@dataclass(frozen=True, slots=True)
class Download:
    """What is downloaded, and under which name."""

    name: str
    media: str
    data: bytes


def bundle(name: str, chosen: Format, material: Material) -> Download:
    """The file of one format. `name` is that of the format; the day stands in the file's, so that two are not mixed up.

    With a sidecar it is a ZIP of FILE and FILE-metadata.json, as `sijil export` writes them.
    """
    day = str(material.header["as_of"])
    stem = f"sijil-{name.removesuffix(chosen.suffix.replace('.', '-'))}-{day}"
    file = stem + chosen.suffix
    text = "".join(chosen.write(material))
    if chosen.sidecar is None:
        return Download(file, chosen.media, text.encode())
    packed = io.BytesIO()
    at = (*map(int, day.split("-")), 0, 0, 0)
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for member, content in ((file, text), (f"{file}-metadata.json", chosen.sidecar(material, file))):
            archive.writestr(ZipInfo(member, at), content, ZIP_DEFLATED)  # type: ignore[arg-type]
    return Download(f"{stem}.zip", "application/zip", packed.getvalue())

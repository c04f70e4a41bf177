"""What people decided, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sijil.web import names, words
from sijil.web.editing import STATUSES
from sijil.web.language import N_, SOURCE, Words, gettext, language, ngettext

#: The verbs of judgements (model/judgement.py) by themselves.
VERBS = Words({
    "accept": N_("accept"), "reject": N_("reject"), "correct": N_("correct"), "add": N_("add"), "same": N_("same"),
    "different": N_("different"), "unsure": N_("unsure"), "merge": N_("merge"), "split": N_("split"),
    "grade": N_("grade"), "withdraw": N_("withdraw"), "comment": N_("comment"),
})  # fmt: skip
#: The fields of a claim as a correction tells them.
FIELDS = Words({
    "at": N_("place"), "place": N_("place"), "within": N_("within"), "low": N_("low"), "high": N_("high"),
    "approx": N_("approx"), "group": N_("group"), "measure": N_("measure"), "status": N_("status"),
    "start": N_("start"), "end": N_("end"), "actor": N_("actor"), "party": N_("party"), "side": N_("side"),
    "side_party": N_("side"), "attack": N_("attack"), "scope": N_("scope"), "kind": N_("kind"),
})  # fmt: skip


def verb(name: str) -> str:
    """The verb of a judgement."""
    return VERBS.get(name, name)


def corrected(value: Mapping[str, Any], told: str) -> str:
    """A correction's value (steps/corrections.in_words, which `told` is): "place Homs, Syria, always for “Mansura”"."""
    if language().code == SOURCE:
        return told
    parts = [_field(field, item) for field, item in value.items() if field != "always"]
    always = value.get("always")
    if isinstance(always, dict):
        said, limit = always.get("place") or always.get("party"), always.get("within")
        parts.append(
            gettext("always for “%(words)s” in “%(limit)s”", words=said, limit=limit)
            if limit
            else gettext("always for “%(words)s”", words=said)
        )
    return gettext(", ").join(parts)


def _field(field: str, item: Any) -> str:
    if field == "claim" and isinstance(item, dict):
        kind = str(item.get("kind", ""))
        return gettext(
            "claim %(number)s, %(kind)s", number=item.get("number", ""), kind=words.KIND_LABELS.get(kind, kind)
        )
    name = FIELDS.get(field, field)
    if item is None:
        return gettext("no %(field)s", field=name)
    return gettext(
        "%(field)s %(value)s", field=name, value=_thing(item) if isinstance(item, dict) else _worded(field, item)
    )


def _thing(item: Mapping[str, Any]) -> str:
    """A place or party that was chosen."""
    if not item.get("id"):
        return gettext("not known")
    own, admin = str(item.get("name", "")), [str(one) for one in item.get("admin", [])]
    own = names.place(str(item["id"]), own) if "admin" in item else names.party_named(own)
    return gettext(", ").join(dict.fromkeys([own, *names.larger(admin)]))


def _worded(field: str, item: object) -> str:
    """A value of a field that has few of them."""
    tables: Mapping[str, Mapping[str, str]] = {
        "group": words.GROUP_LABELS, "measure": words.MEASURE_LABELS, "attack": words.ATTACK_LABELS,
        "kind": words.KIND_LABELS, "status": STATUSES,
    }  # fmt: skip
    return tables.get(field, {}).get(str(item), str(item))


def split_off(number: int) -> str:
    """How many claims left an incident."""
    return ngettext("%(num)s claim split off", "%(num)s claims split off", number)

"""Options for the speaker: every attribution of the report."""

from __future__ import annotations

from collections.abc import Sequence

from sijil.steps.reading.choice import Option
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.options.shared import Asked, as_last, nothing, opinion, where
from sijil.steps.reading.scene import Scene, Voice


def voices(draft: Draft, scenes: Sequence[Scene], last: Draft | None = None) -> list[Option]:
    """Options for the speaker: every attribution but those whose own name is the draft's word, and none."""
    own = sum(v.start <= draft.anchor < v.end for v in scenes[draft.sentence].voices)
    asked = Asked(draft, scenes, last, own > 0)
    nearest = next((v for s in reversed(scenes[: draft.sentence]) for v in s.voices[::-1] if v.chain), None)
    out = []
    for scene in scenes:
        for voice in scene.voices:
            if voice.subject[0] <= draft.anchor < voice.subject[1]:
                continue
            features = _features(asked, scene, voice, own)
            if voice is nearest:
                features += ["nearest-voice", f"nearest-voice|own{asked.own}"]
            if voice is scene.voices[-1]:
                features.append(f"last-voice|{features[0]}")
            features += as_last(asked, _repeats(last, voice))
            out.append(Option(voice, tuple(features), opinion(draft, "speaker", words_at(voice))))
    return [*out, nothing(asked, "speaker", last is not None and not last.speaker)]


def _features(asked: Asked, scene: Scene, voice: Voice, own: int) -> list[str]:
    anchor = asked.draft.anchor
    out = where(asked, scene, voice.verb_at, voice.verb_at)
    distance = out[0]
    out += [f"covers{voice.start <= anchor < voice.end}", f"verb-{voice.verb}"]
    out += [f"pronoun{bool(voice.pronoun)}|{distance}", f"own{asked.own}|{distance}"]
    return [*out, f"before{voice.verb_at < anchor}|{own}|{distance}"]


def words_at(voice: Voice) -> tuple[int, int]:
    """Where the speaker's words stand, or the whole attribution where they are nowhere."""
    return voice.subject if voice.subject[1] > voice.subject[0] else (voice.start, voice.end)


def _repeats(last: Draft | None, voice: Voice) -> bool:
    return last is not None and bool(last.speaker) and bool(voice.chain) and last.speaker[0] == voice.chain[0]

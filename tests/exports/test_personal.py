"""Which words of a text the desk blurs."""

from __future__ import annotations

import pytest

from sijil.exports.privacy import personal


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ahmad al-Hassan, 34, and his wife Fatima were killed.", ["Ahmad al-Hassan", "Fatima"]),
        ("The father, Mahmoud Khalil bin Said, told Reuters.", ["Mahmoud Khalil bin Said"]),
        ("Residents said so. Shells fell on Saraqeb on Thursday.", []),
        ("The UNHCR and the SOHR said that the Syrian army withdrew.", []),
        ('They fled. "Khaled Mansour stayed," she said.', ["Khaled Mansour"]),
        ("Two men called Omar\nand Zaid", ["Omar", "Zaid"]),
        ("Family Killed In Strike On Market", []),
        ("قتل خمسة مدنيين بقصف على سوق البلدة", []),
        ("قُتل خمسة، بينهم سامر الخطيب وابنه", ["سامر الخطيب"]),
        ("استشهاد الطفلة ريم في قصفٍ على سراقب", ["ريم"]),
        ("على الطريق، وعلي حداد", ["وعلي حداد"]),
        ("أصيب بسام وفراس بجروح", ["بسام وفراس"]),
        ("انتشال الجثث من تحت الأنقاض", ["الجثث"]),
        ("Погибли пять человек", []),
        ("五人が死亡", ["五人が死亡"]),
        ("Charred corpses and a severed hand lay there.", ["Charred corpses", "severed"]),
        ("", []),
    ],
)
def test_names_and_graphic_words(text: str, found: list[str]) -> None:
    spans = personal(text, frozenset({"saraqeb", "سراقب"}))
    assert [text[start:end] for start, end in spans] == found

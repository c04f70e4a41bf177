"""Sentences that are misread, one for each general cause: what must be read, and what must not be.

Those in OPEN may fail until their cause is mended; then the name leaves OPEN. Some hang on trained weights and come and
go with them, so that passing is no error. Written from what the samples
and 80 invented reports showed; the sentences are none of theirs.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sijil.record import claims_to_json
from sijil.steps.claims import claims
from sijil.steps.clean import clean
from sijil.steps.read import read_bytes

Part = dict[str, Any]
KILLED: Part = {"kind": "casualty", "measure": "killed"}
INJURED: Part = {"kind": "casualty", "measure": "injured"}
REGIME = "قوات النظام"

#: Cause → the text, parts of claims that must be among those read, and parts that must be in none of them.
CASES: dict[str, tuple[str, list[Part], list[Part]]] = {
    # Doers
    "who denies is no doer": (
        "قُتل خمسة مدنيين في غارة على سوق بلدة بنش. ونفت موسكو مشاركة طائراتها في القصف.",
        [KILLED | {"low": 5}],
        [KILLED | {"actor": "موسكو"}],
    ),
    "who was struck is no doer": (
        "انفجرت سيارة مفخخة قرب حاجز لمقاتلي المعارضة في مدينة عفرين وقُتل ستة أشخاص.",
        [KILLED | {"low": 6}],
        [KILLED | {"actor": "مقاتلي المعارضة"}, KILLED | {"actor": "المعارضة"}],
    ),
    "a doer keeps to its event": (
        "قتل تنظيم داعش راعيين في بادية السخنة. وفي منبج قُتل طفل بانفجار لغم قديم.",
        [KILLED | {"low": 1}],
        [KILLED | {"low": 1, "actor": "تنظيم داعش"}],
    ),
    "those of whom the dead are": (
        "مقتل ثلاثة عناصر من قوات النظام برصاص مجهولين في مدينة طفس.",
        [KILLED | {"low": 3, "actor": "مجهولين"}],
        [KILLED | {"actor": REGIME}],
    ),
    # Lists
    "a list of doers with a colon": (
        "وثّق المركز مقتل 30 مدنياً في أيار 2021:\n- قوات النظام: 18 قتيلاً\n- قسد: خمسة قتلى\n- جهات أخرى: 7 قتلى",
        [KILLED | {"low": 18, "actor": REGIME, "scope": "total", "part_of": True}],
        [KILLED | {"speaker": [REGIME]}],
    ),
    "a list under who tells it": (
        "أحصت منظمة البسمة ما يلي:\n- مقتل أربعة مدنيين\n- إصابة تسعة آخرين",
        [KILLED | {"low": 4, "speaker": ["منظمة البسمة"]}],
        [],
    ),
    "a count behind its noun and a colon": (
        "حصيلة قصف مدينة الأتارب:\nشهداء: 4\nجرحى: 11",
        [KILLED | {"low": 4, "high": 4}, INJURED | {"low": 11}],
        [],
    ),
    # Counts
    "monday is no two": (
        "عشرة مدنيين قضوا يوم الإثنين في قصف على مدينة سرمين.",
        [KILLED | {"low": 10}],
        [KILLED | {"low": 2}],
    ),
    "a year is no count": (
        "لقي 40 مدنياً حتفهم في سوريا خلال شهر آب 2021، منهم ستة أطفال.",
        [KILLED | {"low": 40}, KILLED | {"low": 6, "group": "children", "part_of": True}],
        [KILLED | {"low": 2021}],
    ),
    "in another connection is no victim": (
        "وفي سياق آخر، استُشهدت امرأة في بلدة حيان.",
        [KILLED | {"low": 1, "group": "women"}],
        [KILLED | {"group": "people"}],
    ),
    "one victim and the word one": (
        "مقتل مدني واحد بقصف على مارع.",
        [KILLED | {"group": "civilians"}],
        [KILLED | {"group": "people"}],
    ),
    "a dual told by its vowel": ("أدى القصف إلى استشهاد مزارعَين في كفر نوران.", [KILLED | {"low": 2, "high": 2}], []),
    "the verb behind two victims, each with a count": (
        "سبعة مدنيين قُتلوا وتسعة جُرحوا بقصف على مدينة كفرزيتا.",
        [INJURED | {"low": 9}],
        [KILLED | {"low": 9}],
    ),
    "at least, behind the victims": (
        "خلّف التفجير 20 قتيلاً على الأقل في مدينة جرابلس.",
        [KILLED | {"low": 20, "high": None}],
        [],
    ),
    "thousands between two bounds": (
        "يعيش في البلدة بين 20 و25 ألف مدني تحت الحصار.",
        [{"kind": "need", "low": 20000, "high": 25000}],
        [KILLED],
    ),
    "part told first": (
        "قُتل 60 شخصاً في الهجوم على حافلة قرب تدمر، وقال طبيب إن بين القتلى 41 مدنياً وتسعة جنود.",
        [KILLED | {"low": 41, "part_of": True}, KILLED | {"low": 9, "group": "combatants", "part_of": True}],
        [],
    ),
    "the count that the nearer verb has": (
        "قُتل عشرون مدنياً ونزح ما يزيد على 10 آلاف شخص من ريف حماة.",
        [{"kind": "displacement", "low": 10001}],
        [KILLED | {"low": 10001}],
    ),
    "a verb behind a comma begins anew": (
        "خطف التنظيم في البادية نحو ثلاثين شخصاً، أعدم منهم سبعة.",
        [{"measure": "held", "low": 30}, KILLED | {"low": 7}],
        [KILLED | {"low": 30}],
    ),
    "those held, far from the verb": (
        "خطف مسلحون يستقلون سيارة سوداء المهندس فادي السعيد في مدينة السويداء.",
        [{"measure": "held", "low": 1}],
        [],
    ),
    "they died of the injured": (
        "وصل مئتا مصاب إلى المشفى الميداني في دوما، توفي منهم ثمانية أشخاص.",
        [KILLED | {"low": 8}],
        [INJURED | {"low": 8}],
    ),
    "a missing man": ("وما زال رجل مفقوداً تحت أنقاض منزله في أريحا.", [{"measure": "missing", "group": "people"}], []),
    "lost persons are no lack": (
        "فقدان ثلاثة أشخاص من عائلة واحدة في قصف على معرة مصرين.",
        [{"measure": "missing", "low": 3}],
        [{"kind": "access"}],
    ),
    "a street's martyr is a name": (
        "قصفت طائرات روسية مشفى الشهيد عمر في بلدة حاس.",
        [{"kind": "damage"}],
        [KILLED],
    ),
    "many people driven out, the verb behind": (
        "أكثر من 300 ألف شخص نزحوا من منازلهم في إدلب.",
        [{"kind": "displacement", "low": 300001}],
        [],
    ),
    "evacuated people": (
        "غادر 35 مقاتلاً مع عائلاتهم حي القدم باتجاه إدلب تنفيذاً للاتفاق.",
        [{"kind": "displacement", "low": 35}],
        [],
    ),
    # Speakers
    "what one brought of another": (
        "قُتل ستة جنود في كمين شرق تدمر، وفق ما نقلته إذاعة دمشق عن ضابط ميداني.",
        [KILLED | {"low": 6, "speaker": ["ضابط ميداني", "إذاعة دمشق"]}],
        [],
    ),
    "as for the television": (
        "قال مسعفون إن 12 شخصاً قُتلوا في تفجير جبلة. أما التلفزيون الحكومي فذكر أن 15 شخصاً استُشهدوا.",
        [KILLED | {"low": 15, "speaker": ["التلفزيون الحكومي"]}],
        [],
    ),
    # Days and places
    "a week ago is a day": (
        "خُطف أربعة عمال قبل أسبوع قرب بلدة السخنة.",
        [{"measure": "held", "start": "2021-05-13", "end": "2021-05-13"}],
        [],
    ),
    "tonight of two weekdays": (
        "قُتل ثلاثة مقاتلين في غارة على البوكمال بعد منتصف ليل الثلاثاء - الأربعاء.",
        [KILLED | {"low": 3, "start": "2021-05-19", "end": "2021-05-19"}],
        [],
    ),
    "a hospital is not where it happened": (
        "توفيت طفلة في مشفى الباب متأثرة بجراحها بعد قصف بلدة تادف.",
        [KILLED | {"low": 1, "place": "تادف"}],
        [],
    ),
    "names of one hashtag": ("#قصف_على_سرمين #نوافذ_إدلب", [], [{"kind": "damage"}]),
    # Situations
    "a truce broken": (
        "خرقت قوات النظام الهدنة في درعا بعد ساعات من إعلانها.",
        [{"kind": "agreement", "actor": REGIME}],
        [],
    ),
    "a hospital hit": ("استهدفت غارة جوية مشفى مدينة كفرنبل.", [{"kind": "damage"}], []),
    "who lives under siege": (
        "ما زال نحو 9 آلاف شخص محاصرين في مخيم الركبان.",
        [{"kind": "need", "low": 9000, "high": 9000}],
        [],
    ),
    "losses only of things": (
        "تصدى الأهالي لارتفاع سعر صرف الدولار في أسواق حلب.",
        [],
        [{"kind": "access"}, {"kind": "attack"}],
    ),
}
OPEN = {
    "a count behind its noun and a colon",
    "a hospital is not where it happened",
    "a list under who tells it",
    "a truce broken",
    "a week ago is a day",
    "as for the television",
    "names of one hashtag",
    "tonight of two weekdays",
    "who denies is no doer",
}


def read(text: str) -> list[Part]:
    report = read_bytes(text.encode(), doc="d", retrieval="test", published=date(2021, 5, 20))
    return claims_to_json(list(claims(report, clean(report))))


def among(part: Part, found: list[Part]) -> bool:
    return any(part.items() <= claim.items() for claim in found)


@pytest.mark.parametrize("cause", [
    pytest.param(cause, marks=[pytest.mark.xfail(strict=False)] * (cause in OPEN)) for cause in CASES
])  # fmt: skip
def test_it_is_read_as_it_is_meant(cause):
    text, said, unsaid = CASES[cause]
    found = read(text)
    assert [part for part in said if not among(part, found)] == []
    assert [part for part in unsaid if among(part, found)] == []

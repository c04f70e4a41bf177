"""How harm was done, in Arabic reports and posts (guide: attack)."""

from __future__ import annotations

import pytest

from sijil.model.report import Block, Text
from sijil.steps.languages.ar.attacks import attack_words, attacks_of
from sijil.steps.languages.ar.text import Sentence, sentences


def read(text: str) -> tuple[Sentence, ...]:
    return sentences(Text(text, (Block(0, len(text), "body"),)))


def kinds(text: str) -> list[str]:
    return [kind for sentence in read(text) for _, kind in attack_words(sentence)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قُتل مدني بغارة جوية على بلدة النخلة", "airstrike"),
        ("غارتين جويتين على محيط البلدة", "airstrike"),
        ("قصف جوي على أطراف النخلة", "airstrike"),
        ("قصفت طائرة مسيّرة تابعة للتحالف سيارة", "airstrike"),
        ("شنّ الطيران الحربي الروسي اليوم قصفاً مكثفاً", "airstrike"),
        ("ألقت المروحيات براميل متفجرة على الحي", "airstrike"),
        ("درون انتحارية ضربت السوق", "airstrike"),
        ("صواريخ فراغية على القرية", "airstrike"),
        ("قـ.ـصف صـ ـاروخي على القرية", "shelling"),
        ("قصفت قوات النظام بالمدفعية بلدة النخلة", "shelling"),
        ("سقوط قذائف هاون على حي سكني", "shelling"),
        ("براجمات الصواريخ", "shelling"),
        ("أصيب رجل جراء قصف على النخلة", "shelling"),
        ("انفجار عبوة ناسفة بسيارة", "explosive"),
        ("انفجر لغم أرضي بطفلين", "explosive"),
        ("قنبلة عنقودية من مخلفات القصف", "explosive"),
        ("بانفجار سيارة مفخخة", "explosive"),
        ("فجّر نفسه بحزام ناسف", "suicide_bombing"),
        ("هجوم انتحاري على حاجز", "suicide_bombing"),
        ("قُتل برصاص قناص", "shooting"),
        ("أطلق مجهولون النار عليه", "shooting"),
        ("قصف بغاز الكلور", "chemical"),
        ("اشتباكات عنيفة على أطراف القرية", "clash"),
        ("اختطفت مجموعة مسلحة شاباً", "abduction"),
        ("قضى تحت التعذيب", "execution"),
        ("إعدام ميداني بحق شابين", "execution"),
        ("اعتقلت الدورية ثلاثة شبان", "other"),
        ("دهست سيارة عسكرية طفلاً", "other"),
        ("عملية إنزال جوي", "other"),
    ],
)
def test_a_sentence_names_its_kind_of_attack(text: str, kind: str) -> None:
    assert kinds(text)[0] == kind
    assert set(kinds(text)) <= {kind, "shelling"} if kind == "chemical" else set(kinds(text)) == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "اتفاق وقف إطلاق النار في المنطقة",
        "فرع المخابرات الجوية في المدينة",
        "تحليق الطيران في سماء المنطقة",
        "يستقل دراجة نارية",
        "فجر اليوم",
        "ظروف غامضة في محيط البلدة",
        "ارتفعت أسعار الخبز",
        "Airstrike in Latin letters only",
        "🔴 #عاجل",
    ],
)
def test_what_is_no_attack_names_none(text: str) -> None:
    assert kinds(text) == []


def test_one_strike_is_named_once_at_its_own_place() -> None:
    text = "جراء قصف جوي بقذائف الهاون"
    assert attack_words(read(text)[0]) == ((text.index("قصف"), "airstrike"), (text.index("بقذائف"), "shelling"))


def test_clashes_are_one_attack_with_the_weapons_they_are_fought_with() -> None:
    assert kinds("اشتباكات بالأسلحة الرشاشة والقذائف بين الطرفين") == ["clash"]
    assert kinds("اشتباكات بين الطرفين، وقصفت المدفعية القرية") == ["clash", "shelling"]


def test_what_comes_behind_while_is_another_attack() -> None:
    assert kinds("غارة جوية على النخلة، كما قصفت القوات قرية الدير") == ["airstrike", "shelling"]


def test_the_bombing_is_the_one_told_before() -> None:
    found = attacks_of(read("قصفت طائرة حربية القرية. وأدى القصف لمقتل رجل. كما قصفت القوات الحي."))
    assert [[kind for _, kind in told] for told in found] == [["airstrike"], ["airstrike"], ["shelling"]]


def test_a_bombing_is_not_said_more_of_by_what_is_no_bombing() -> None:
    assert kinds("قُتل رجل في القصف وكان يرتدي حزاماً ناسفاً") == ["shelling", "suicide_bombing"]


def test_a_killing_takes_the_kind_of_a_strike_told_far_behind_it() -> None:
    text = "اغتيال قيادي في التنظيم وإصابة آخر من مرافقيه على الطريق العام بغارة جوية"
    assert kinds(text) == ["airstrike", "airstrike"]


def test_attacks_of_all_kinds_and_attacks_that_nothing_is_said_of_have_an_empty_kind() -> None:
    assert kinds("40 تفجيراً وهجوماً في عام واحد") == [""]
    assert kinds("صعدت القوات هجماتها على المنطقة") == [""]
    assert kinds("هجمات صاروخية على المنطقة") == ["shelling"]


def test_a_text_without_an_end_is_read_in_linear_time() -> None:
    found = read("قصف مدفعي على القرية كما قصفت المدفعية الحي " * 2500)
    assert 5000 <= sum(len(attacks) for attacks in attacks_of(found)) < 5100  # a cut may part two words of one

"""Situations of Arabic reports: which clauses are claims by the rules alone, and how far their quotes run."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sijil.model.figure import Figure
from sijil.model.report import Block, Text
from sijil.steps.languages.ar.attacks import attacks_of
from sijil.steps.languages.ar.situations import situations
from sijil.steps.languages.ar.situations.clauses import candidates
from sijil.steps.languages.ar.text import Sentence, sentences
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.scene import Scene


def read(text: str) -> tuple[Sentence, Scene]:
    (sentence,) = sentences(Text(text, (Block(0, len(text), "body"),)))
    (attacks,) = attacks_of([sentence])
    return sentence, Scene(0, sentence.start, sentence.end, 0, "body", attacks=attacks)


def told(text: str, taken: tuple[Draft, ...] = ()) -> list[Draft]:
    return list(situations(*read(text), taken))


def hurt(text: str, words: str, figure: Figure) -> Draft:
    at = text.index(words)
    return Draft("casualty", at, at + len(words), 0, at, "test", measure="killed", group="civilians", figure=figure)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قصفت قوات النظام بالمدفعية أطراف بلدة النخلة", "attack"),
        ("شن الطيران الحربي غارات على محيط القرية", "attack"),
        ("اندلعت اشتباكات بين الطرفين في محيط القرية", "attack"),
        ("داهمت دورية منازل عدد من المطلوبين", "attack"),
        ("استهدفت مسيّرة رتلاً عسكرياً على طريق النخلة", "attack"),
        ("استهدف القصف مدرسة في القرية", "damage"),
        ("أدت الغارة إلى دمار كبير في المنازل", "damage"),
        ("تضررت محال تجارية وسط المدينة", "damage"),
        ("اندلاع حريق في أراضٍ زراعية", "damage"),
        ("سيطرت الفصائل على قرية النخلة", "control"),
        ("انسحبت القوات من بلدة النخلة", "control"),
        ("توصل الطرفان إلى اتفاق لوقف إطلاق النار", "agreement"),
        ("خرقت قوات النظام الهدنة", "agreement"),
        ("منعت الحواجز دخول المساعدات إلى المخيم", "access"),
        ("يعاني الأهالي من نقص في الأدوية", "access"),
        ("اتهم المجلس قوات النظام بالوقوف وراء التفجير", "blame"),
        ("ندد المجلس بالقصف على المدينة", "blame"),
        ("حمّل المجلس القوات المسؤولية عن المجزرة", "blame"),
        ("تبنى التنظيم الهجوم على الحافلة", "blame"),
        ("نفت الوزارة استهداف المدنيين", "denial"),
        ("قال الناطق إن القوات لم تقصف البلدة", "denial"),
        ("التسجيل المصور مفبرك", "denial"),
        ("نفد الطحين من المخيم", "access"),
        ("تضاعفت أسعار الخبز في المخيم", "access"),
        ("استهدفت الطائرات قافلة مساعدات على الطريق", "access"),
        ("أخرجت الغارات المشفى عن الخدمة", "damage"),
        ("سقطت قذائف على حقول زراعية", "damage"),
        ("كان المنزل قد تعرض لغارة", "damage"),
        ("أعلن التنظيم مسؤوليته عن الهجوم على الحافلة", "blame"),
        ("جرت مفاوضات بين الطرفين في المعبر", "agreement"),
        ("شهدت القرية نزوح الأهالي نحو المخيمات", "displacement"),
    ],
)
def test_a_clause_tells_its_kind_of_situation(text: str, kind: str) -> None:
    assert [draft.kind for draft in told(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "المناطق التي تسيطر عليها الفصائل",
        "القرية الخاضعة لسيطرة النظام",
        "تجول المراسل في مكان القصف",
        "زار الوزير المدينة",
        "زار الوزير جسر الهلال",
        "الطفل سالم الهجر من أهالي المدينة",
        "مناطق خفض التصعيد",
        "التخلف عن الخدمة الإلزامية",
        "القوات مستعدة لصد أي هجوم",
        "🔴 #عاجل",
        "Latin letters only",
    ],
)
def test_words_that_only_identify_are_no_situation(text: str) -> None:
    assert told(text) == []


def test_an_attack_that_a_figure_tells_is_no_situation_but_damage_is() -> None:
    text = "قصفت القوات أطراف القرية، ما أدى إلى مقتل رجلين، وتضررت المدرسة"
    figure = hurt(text, "مقتل رجلين", Figure(2, 2))
    assert [draft.kind for draft in told(text, (figure,))] == ["damage"]


def test_what_a_count_tells_is_no_situation_and_what_stands_beside_it_is() -> None:
    text = "دُمّر مسجد البلدة ومدرستان"
    at = text.index("مدرستان")
    count = Draft("damage", at, at + 7, 0, at, "count", figure=Figure(2, 2), object="مدرستان")
    assert [draft.object for draft in told(text, (count,))] == ["مسجد البلدة"]
    assert told("دُمّرت مدرستان في القرية", (replace(count, start=7, end=14, anchor=7),)) == []


def test_nobody_hurt_leaves_the_attack_a_situation() -> None:
    text = "قصفت القوات أطراف القرية، دون وقوع إصابات"
    assert [draft.kind for draft in told(text, (hurt(text, "دون وقوع إصابات", Figure(0, 0)),))] == ["attack"]


def test_the_quote_is_the_clause() -> None:
    text = "أفاد مراسلنا بأن القوات قصفت أطراف القرية بالمدفعية، كما استهدفت رتلاً على الطريق"
    first, second = told(text)
    assert text[first.start : first.end] == "القوات قصفت أطراف القرية بالمدفعية"
    assert text[second.start : second.end] == "استهدفت رتلاً على الطريق"
    assert (first.attack, first.noun) == ("shelling", "قصفت")


def test_the_quote_leaves_out_the_victims_told_before() -> None:
    text = "وأصيب رجل بقصف صاروخي استهدف مخيم الورد"
    (draft,) = told(text, (hurt(text, "وأصيب رجل", Figure(1, 1)),))
    assert text[draft.start : draft.end] == "بقصف صاروخي استهدف مخيم الورد"


def test_a_verb_that_waits_for_its_noun_stays_in_its_clause() -> None:
    text = "شنت القوات، مساء أمس، عملية أمنية في محيط القرية"
    (draft,) = told(text)
    assert text[draft.start : draft.end] == text


def test_an_object_beside_which_something_happened_was_not_hit() -> None:
    assert [draft.kind for draft in told("استهدفت طائرة سيارة قيادي أمام مدرسة القرية")] == ["attack"]


def test_a_result_begins_a_clause_and_what_was_said_does_not() -> None:
    text = "نفت الوزارة صحة ما نشر عن استهداف القرية"
    (draft,) = told(text)
    assert text[draft.start : draft.end].startswith("نفت الوزارة صحة ما نشر")


def test_a_verb_that_goes_on_about_the_attack_stays_in_its_clause() -> None:
    text = "سُمع قصف صاروخي من جهة التل، استهدف مخيم الورد"
    (draft,) = told(text)
    assert (draft.kind, draft.object) == ("damage", "مخيم الورد")


def test_a_bombing_told_before_is_told_anew_where_it_is_aimed_at_something() -> None:
    assert [draft.kind for draft in told("كما طال القصف محيط القرية")] == ["attack"]
    assert told("أخمدت الفرق النيران الناجمة عن القصف في القرية") == []


def test_what_is_only_foretold_is_projected() -> None:
    (draft,) = told("تعتزم القوات شن هجوم على المدينة")
    assert (draft.kind, draft.status) == ("attack", "projected")


def test_every_clause_with_a_carrying_word_is_a_candidate() -> None:
    sentence, scene = read("قصفت القوات القرية، وتضررت المدرسة، وزار الوزير السوق")
    found = candidates(sentence, situations(sentence, scene, ()))
    assert [len(one.rules) for one in found] == [1, 1]


def test_a_text_without_an_end_is_read_in_linear_time() -> None:
    text = "قصفت القوات أطراف القرية، كما استهدفت رتلاً على الطريق، " * 1800
    found = sentences(Text(text, (Block(0, len(text), "body"),)))
    scenes = [
        Scene(s.index, s.start, s.end, 0, "body", attacks=a) for s, a in zip(found, attacks_of(found), strict=True)
    ]
    assert sum(len(situations(s, scene, ())) for s, scene in zip(found, scenes, strict=True)) == 3600

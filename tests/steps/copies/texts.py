"""Small reports of our own: one wire, its copies, and what only looks like a copy."""

from __future__ import annotations


def one_line(words: str) -> str:
    """The words without the breaks of this file."""
    return " ".join(words.split())


WIRE = one_line(
    """
    Five civilians were killed when warplanes bombed the vegetable market of Saraqeb on Thursday morning,
    residents said. The jets dropped two bombs within a quarter of an hour while traders were unloading their
    vans, and the second fell as neighbours were digging for the wounded. Nine people were taken to the field
    hospital in the next village, three of them in a critical condition. A surgeon there said that the
    generator had failed twice in the night. The market serves some forty farms around the town and had
    opened again only last month, after a winter in which nobody came. Teachers sent the pupils of two
    schools home before noon. A family from the eastern quarter was still looking for a grandmother who had
    gone out early to sell parsley and had not come back when this report was written.
    """
)

REWORDED = WIRE.replace("Five civilians were killed", "At least five civilians died").replace(
    "A surgeon there said that", "According to a surgeon,"
)

SHORTENED = WIRE[: WIRE.index(" The market")]

EXTENDED = (
    WIRE
    + " "
    + one_line(
        """
    The town had been quiet since the autumn, when a local council took over the bakery. Prices of flour have
    doubled since then, and many families now live on what relatives send. On the road to the south several
    lorries with tents were waiting on Friday for leave to pass. Two of the drivers told our paper that they
    had slept in their cabins.
    """
    )
)

OTHER = one_line(
    """
    A drone fired at a fishing boat off the coast on Thursday and wounded its skipper, the harbour office
    said. The boat caught fire and sank before the lifeguards reached it. Fishermen have stayed ashore since
    Sunday, when a patrol took two nets and a compass. The skipper was flown to the capital with burns on
    both of his hands.
    """
)

TEMPLATE = one_line(
    """
    Our observers documented shelling by government forces on {place} this morning. {number} civilians were
    killed, among them members of one family. The shells fell on homes near the main road and damaged a water
    tank. The network holds that such attacks violate the resolutions of the Security Council and calls upon
    the guarantors to stop them. The network stresses that attacks on homes are indiscriminate, and that
    those who order them must be held to account before an independent court. The network reminds all parties
    of their duty to protect those who take no part in the fighting.
    """
)

ARABIC = one_line(
    """
    قتل خمسة مدنيين وأصيب تسعة آخرون صباح الخميس في غارة جوية استهدفت سوق الخضار في مدينة سراقب بريف إدلب
    الشرقي، وقال أحد سكان الحي إن الطائرات ألقت قنبلتين خلال ربع ساعة بينما كان الباعة يفرغون بضائعهم، وسقطت
    الثانية بينما كان الجيران يبحثون عن الجرحى تحت الركام. ونقل المصابون إلى المشفى الميداني في القرية
    المجاورة، وحالة ثلاثة منهم حرجة.
    """
)

ARABIC_SHARED = "عاجل | " + ARABIC.replace("إدلب", "ادلب").replace("خلال ربع ساعة ", "") + " تابعونا على قناتنا"

ARABIC_OTHER = one_line(
    """
    أصيب راعي أغنام بانفجار لغم أرضي من مخلفات الحرب قرب بلدة المنصورة بريف الرقة الغربي، ونقل إلى مشفى
    المدينة حيث بترت ساقه. وطالب الأهالي بإزالة الألغام من المراعي قبل موسم الربيع، وقالوا إن عشرات العائلات
    لا تستطيع الوصول إلى أراضيها.
    """
)
